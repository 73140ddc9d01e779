package io.artifactor.it;

import io.artifactor.launcher.Endpoint;
import io.artifactor.launcher.Part;
import io.artifactor.launcher.Stack;
import io.artifactor.launcher.StackBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One more server over the database, the index, the data and the mail of the running one, which is
 * limited no more than that. What else is to be different says who starts it.
 */
public final class AnotherServer {

    private AnotherServer() {}

    /**
     * What starts it.
     *
     * @param folder empty, for what is its own
     */
    public static StackBuilder in(Path folder) {
        Stack running = RunningServer.stack();
        StackBuilder server =
                Stack.over(folder)
                        .only(Part.SERVER)
                        .heap("384m")
                        .environment("ARTIFACTOR_DATA", running.data().toString())
                        .environment("ARTIFACTOR_MAIL_HOST", "127.0.0.1")
                        .environment(
                                "ARTIFACTOR_MAIL_PORT",
                                String.valueOf(RunningServer.mail().getSmtp().getPort()))
                        .environment("ARTIFACTOR_MAIL_SECURITY", "none")
                        .environment("ARTIFACTOR_TRUSTED_PROXIES", "127.0.0.1,::1")
                        .environment("ARTIFACTOR_RATE_LIMIT_EXEMPT", "127.0.0.1,::1")
                        .environment("ARTIFACTOR_WORKER_COUNT", "0");
        add(server, "ARTIFACTOR_DB", running.database());
        add(server, "ARTIFACTOR_ES", running.elasticsearch());
        return server;
    }

    private static void add(StackBuilder server, String prefix, Endpoint endpoint) {
        server.environment(prefix + "_URL", endpoint.url())
                .environment(prefix + "_USER", endpoint.user())
                .environment(prefix + "_PASSWORD", endpoint.password());
    }

    /** A folder of that run alone. */
    public static Path emptyFolder(String prefix) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), prefix)
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
