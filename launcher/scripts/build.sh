# Builds only what is out of date, and shows what Maven is doing without its flood of lines. To be sourced by bash.

require_maven() {
    command -v mvn >/dev/null 2>&1 && return 0
    echo "Artifactor is built with Maven 3.8.7 or later, and there is no mvn on the PATH. Install it (Debian: apt-get install maven)." >&2
    return 1
}

# is_stale MARK SOURCE…: whether the mark is missing or a source is newer. Folders count too: a deleted file leaves its
# trace in the time of its folder.
is_stale() {
    local mark=$1
    shift
    [ -e "$mark" ] || return 0
    [ -n "$(find "$@" -newer "$mark" 2>/dev/null | head -n 1)" ]
}

# build MARK ARGUMENT…: runs Maven with a progress line. The mark gets the time at which the build began, so that an edit
# made meanwhile is built the next time.
build() {
    local mark=$1 log begun code
    shift
    mkdir -p "$(dirname "$mark")"
    log=$mark.log
    begun=$mark.begun
    touch "$begun"
    (exec mvn -B "$@") >"$log" 2>&1 &
    build_pid=$!
    trap 'kill "$build_pid" 2>/dev/null; wait "$build_pid" 2>/dev/null; echo; exit 130' INT TERM
    build_watch "$build_pid" "$log"
    wait "$build_pid"
    code=$?
    trap - INT TERM
    if [ "$code" -ne 0 ]; then
        echo "The build failed. From $log:" >&2
        grep -F '[ERROR]' "$log" | head -n 30 >&2
        return "$code"
    fi
    mv "$begun" "$mark"
}

# One line that is written over on a terminal; a line now and then elsewhere.
build_watch() {
    local pid=$1 log=$2 seconds=0 line last= shown=0
    while kill -0 "$pid" 2>/dev/null; do
        sleep 1
        seconds=$((seconds + 1))
        line=$(build_state "$log")
        if [ -t 1 ]; then
            printf '\r\033[K%s' "$(printf '[%4d s] %s' "$seconds" "$line" | cut -c "1-$(build_width)")"
        elif [ "$line" != "$last" ] && [ $((seconds - shown)) -ge 10 ]; then
            printf '[%4d s] %s\n' "$seconds" "$line"
            last=$line
            shown=$seconds
        fi
    done
    [ -t 1 ] && printf '\r\033[K'
    echo "Built after $seconds s."
}

build_width() {
    local width
    width=$(tput cols 2>/dev/null) || width=80
    [ "${width:-0}" -gt 20 ] || width=80
    echo $((width - 1))
}

# "Building EAR [6/8], 214 downloads, openliberty-runtime-26.0.0.3.zip (118 MB)": short, since terminals are narrow.
build_state() {
    local state url
    state=$(awk '
        / Building .*\[[0-9]+\/[0-9]+\]/ {
            module = $0
            sub(/^.* Building /, "", module)
            sub(/ [^ ]+ +\[/, " [", module)
            sub(/^Artifactor /, "", module)
        }
        / Downloading from / { current = $NF; open[$NF] = 1 }
        / Downloaded from / { count++; for (i = 1; i <= NF; i++) delete open[$i] }
        END {
            line = module == "" ? "Maven is starting" : "Building " module
            if (count > 0) line = line ", " count " downloads"
            print line
            if (current in open) print current
        }' "$1" 2>/dev/null)
    url=$(printf '%s\n' "$state" | sed -n 2p)
    state=$(printf '%s\n' "$state" | sed -n 1p)
    if [ -n "$url" ]; then
        state="$state, ${url##*/}$(build_size "$url")"
    fi
    echo "$state"
}

# How much of a file has arrived: Maven writes it below the local repository, at the end of the address's path.
build_size() {
    local repository=${ARTIFACTOR_MAVEN_REPOSITORY:-$HOME/.m2/repository} path=${1#*://} file kilobytes
    while [ "${path#*/}" != "$path" ]; do
        path=${path#*/}
        if [ -d "$repository/${path%/*}" ] && [ "${path%/*}" != "$path" ]; then
            file=$(ls -t "$repository/$path"* 2>/dev/null | head -n 1)
            [ -n "$file" ] || return 0
            kilobytes=$(du -k "$file" 2>/dev/null | cut -f 1)
            [ "${kilobytes:-0}" -ge 2048 ] && echo " ($((kilobytes / 1024)) MB)"
            return 0
        fi
    done
}
