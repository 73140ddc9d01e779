package io.artifactor.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** No Artifactor server answered at the address: not running, restarting, or something else. */
final class ServerAway extends Failure {

    private static final long serialVersionUID = 1L;

    private ServerAway(String message, @Nullable Throwable cause) {
        super(ExitCode.UNREACHABLE, message, cause);
    }

    static ServerAway because(ServerAddress server, IOException cause) {
        return new ServerAway(
                "Cannot reach the server at %s: %s. Is it running, and is the address right?"
                        .formatted(server, reason(cause)),
                cause);
    }

    /** Something answers there, but not the application: a proxy, or a server still starting. */
    static ServerAway strange(ServerAddress server, int status, String mediaType) {
        return new ServerAway(
                "No Artifactor answers at %s (it said HTTP %d, %s). It may still be starting, or the address is wrong."
                        .formatted(server, status, mediaType),
                null);
    }

    @Override
    boolean temporary() {
        return true;
    }

    private static String reason(IOException cause) {
        if (cause.getCause() instanceof UnresolvedAddressException) {
            return "the host name is unknown";
        }
        String message = cause.getMessage();
        return switch (cause) {
            case HttpTimeoutException timeout -> "it did not answer in time";
            case SSLException refused -> "no trusted TLS connection (%s)".formatted(message);
            case ConnectException refused when message == null -> "connection refused";
            default -> message == null ? "the connection broke" : message;
        };
    }
}
