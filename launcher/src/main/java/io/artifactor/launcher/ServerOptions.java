package io.artifactor.launcher;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the application server is started with.
 *
 * @param heap its greatest heap as the JVM writes it, for example {@code 512m}
 * @param jvmOptions further JVM options, after the configured ones
 * @param environment variables for it, over those the launcher was started with
 */
public record ServerOptions(String heap, List<String> jvmOptions, Map<String, String> environment) {
    private static final Pattern HEAP = Pattern.compile("[1-9][0-9]{0,9}[kKmMgG]");

    public ServerOptions {
        if (!HEAP.matcher(heap).matches()) {
            throw new IllegalArgumentException(
                    "ARTIFACTOR_HEAP must be a number followed by m or g, such as 512m, and is "
                            + heap);
        }
        jvmOptions = List.copyOf(jvmOptions);
        environment = Map.copyOf(environment);
    }
}
