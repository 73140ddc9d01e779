package io.artifactor.it.cli;

import io.artifactor.it.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A way to the running server on which things happen: it breaks after so many bytes, or something
 * is done just before a request arrives.
 */
final class TestingProxy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final ServerSocket listening;
    private final AtomicLong breaksAfter = new AtomicLong(Long.MAX_VALUE);
    private Event event = new Event("\0", () -> {});

    TestingProxy() {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** Breaks the connection, once, when so many bytes more have gone to the server. */
    TestingProxy breakingAfter(long bytes) {
        breaksAfter.set(bytes);
        return this;
    }

    boolean isBroken() {
        return breaksAfter.get() == Long.MAX_VALUE;
    }

    /** Does something, once, before a request that begins so is handed on. */
    TestingProxy before(String beginning, Runnable action) {
        synchronized (breaksAfter) {
            event = new Event(beginning, action);
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        URI server = URI.create(RunningServer.stack().url());
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket behind = new Socket(server.getHost(), server.getPort());
                Thread.ofVirtual().start(() -> pass(client, behind, true));
                Thread.ofVirtual().start(() -> pass(behind, client, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, boolean upwards) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (upwards && isToBreak(buffer, count)) {
                    return;
                }
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException ended) {
            return;
        }
    }

    private boolean isToBreak(byte[] buffer, int count) {
        String head = new String(buffer, 0, Math.min(count, 64), StandardCharsets.ISO_8859_1);
        synchronized (breaksAfter) {
            if (head.startsWith(event.beginning())) {
                Runnable action = event.action();
                event = new Event("\0", () -> {});
                action.run();
            }
        }
        if (breaksAfter.get() == Long.MAX_VALUE || breaksAfter.addAndGet(-count) > 0) {
            return false;
        }
        breaksAfter.set(Long.MAX_VALUE);
        return true;
    }

    private record Event(String beginning, Runnable action) {}
}
