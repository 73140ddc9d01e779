package io.artifactor.artifact.rest;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One part of a form.
 *
 * @param headers by their names in lower case
 * @param content can be read until the next part is asked for
 */
record MultipartPart(Map<String, String> headers, InputStream content) {

    private static final Pattern NAME = parameter("name");
    private static final Pattern FILE_NAME = parameter("filename");

    MultipartPart {
        headers = Map.copyOf(headers);
    }

    private static Pattern parameter(String name) {
        return Pattern.compile(
                ";\\s*" + name + "\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;\"]+))",
                Pattern.CASE_INSENSITIVE);
    }

    /** The name of the form's field; empty if there is none. */
    String name() {
        return parameter(NAME).orElse("");
    }

    /** As the sender gave it, which may be a path; browsers write quotes in it as {@code %22}. */
    Optional<String> fileName() {
        return parameter(FILE_NAME).map(name -> name.replace("%22", "\""));
    }

    @Nullable String header(String name) {
        return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }

    private Optional<String> parameter(Pattern pattern) {
        Matcher found = pattern.matcher(headers.getOrDefault("content-disposition", ""));
        if (!found.find()) {
            return Optional.empty();
        }
        String quoted = found.group(1);
        return Optional.of(
                quoted == null ? found.group(2) : quoted.replaceAll("\\\\([\"\\\\])", "$1"));
    }
}
