package io.artifactor.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the stack listens. The database and Elasticsearch listen on the loopback address only. */
public record Addresses(
        String httpHost,
        int httpPort,
        @Nullable Integer httpsPort,
        int databasePort,
        int elasticsearchPort) {
    static final String LOOPBACK = "127.0.0.1";

    public Addresses {
        if (httpHost.isBlank()) {
            throw new IllegalArgumentException("The host to listen on must not be empty");
        }
    }

    /** Ports that are free now. They are all held until the last is found, so that they differ. */
    public static Addresses free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return new Addresses(LOOPBACK, port(held, 0), null, port(held, 1), port(held, 2));
        } catch (IOException e) {
            throw new UncheckedIOException("No free port found on " + LOOPBACK, e);
        } finally {
            held.forEach(Addresses::close);
        }
    }

    boolean onAllInterfaces() {
        return httpHost.equals("*") || httpHost.equals("0.0.0.0") || httpHost.equals("::");
    }

    /** The address of the product as this machine reaches it, without a slash at the end. */
    String httpUrl() {
        String host = onAllInterfaces() ? LOOPBACK : httpHost;
        if (host.contains(":")) {
            host = "[" + host + "]";
        }
        return "http://" + host + ":" + httpPort;
    }

    String elasticsearchUrl() {
        return "http://" + LOOPBACK + ":" + elasticsearchPort;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + databasePort + "/" + database;
    }

    private static int port(List<ServerSocket> held, int index) {
        return held.get(index).getLocalPort();
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
