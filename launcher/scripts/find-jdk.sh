# Finds a JDK that can build and run Artifactor. To be sourced by bash; written for bash 3.2 too, which macOS has.
#
# find_jdk sets and exports JAVA_HOME and puts its bin first on the PATH, or says why it cannot and returns 1.
# JAVA_HOME comes first, then the javac on the PATH, then the usual places: there 25 is taken before all others, because
# the tests run on it, and after it the lowest that will do.

JDK_LEAST=21
JDK_TESTED=25

# The major version of the JDK in a folder, or nothing if there is none.
jdk_version() {
    local version=
    [ -n "$1" ] && [ -x "$1/bin/javac" ] || return 0
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9._]*\).*/\1/p' "$1/release" | head -n 1)
    fi
    if [ -z "$version" ]; then
        version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9._]*\).*/\1/p' | head -n 1)
    fi
    version=${version#1.}
    echo "${version%%[._]*}"
}

jdk_will_do() {
    local version
    version=$(jdk_version "$1")
    [ -n "$version" ] && [ "$version" -ge "$JDK_LEAST" ]
}

# The folder of the javac on the PATH, through all links.
jdk_of_path() {
    local program
    program=$(command -v javac) || return 0
    while [ -L "$program" ]; do
        local link
        link=$(readlink "$program")
        case $link in
            /*) program=$link ;;
            *) program=$(dirname "$program")/$link ;;
        esac
    done
    (cd "$(dirname "$program")/.." 2>/dev/null && pwd -P)
}

# JDK_PLACES stands for the usual places in tests.
jdk_places() {
    if [ -n "${JDK_PLACES:-}" ]; then
        ls -d "$JDK_PLACES"/* 2>/dev/null
        return 0
    fi
    local place
    for place in /usr/lib/jvm/* /usr/java/* /usr/local/lib/jvm/* /opt/java/* /opt/*jdk* /opt/*/*jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -d "$place" ] && echo "$place"
    done
}

jdk_of_places() {
    local place version best= best_version=
    while IFS= read -r place; do
        version=$(jdk_version "$place")
        [ -n "$version" ] && [ "$version" -ge "$JDK_LEAST" ] || continue
        if [ "$version" -eq "$JDK_TESTED" ]; then
            echo "$place"
            return 0
        fi
        if [ -z "$best" ] || [ "$version" -lt "$best_version" ]; then
            best=$place
            best_version=$version
        fi
    done <<PLACES
$(jdk_places)
PLACES
    echo "$best"
}

find_jdk() {
    local found="" candidate version
    if [ -n "${JAVA_HOME:-}" ] && jdk_will_do "$JAVA_HOME"; then
        found=$JAVA_HOME
    else
        candidate=$(jdk_of_path)
        if [ -n "$candidate" ] && jdk_will_do "$candidate"; then
            found=$candidate
        else
            found=$(jdk_of_places)
        fi
    fi
    if [ -z "$found" ]; then
        {
            echo "Artifactor needs a JDK $JDK_LEAST or later (tested with $JDK_TESTED), and none was found."
            if [ -n "${JAVA_HOME:-}" ]; then
                version=$(jdk_version "$JAVA_HOME")
                echo "JAVA_HOME is $JAVA_HOME: ${version:+version }${version:-no JDK}."
            else
                echo "JAVA_HOME is not set."
            fi
            echo "The PATH and the usual places, such as /usr/lib/jvm, were looked through as well."
            echo "Install one, for example Eclipse Temurin $JDK_TESTED, or set JAVA_HOME to where it is."
        } >&2
        return 1
    fi
    if [ -n "${JAVA_HOME:-}" ] && [ "$JAVA_HOME" != "$found" ]; then
        echo "JAVA_HOME ($JAVA_HOME) is no JDK $JDK_LEAST or later; using $found." >&2
    fi
    JAVA_HOME=$found
    PATH=$JAVA_HOME/bin:$PATH
    export JAVA_HOME PATH
}
