package io.artifactor.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Answers every request with the same bytes, of about the size of a list of 20: what the client can
 * do at most.
 */
final class NullServer implements AutoCloseable {
    private static final int SIZE = 12_000;

    private final ServerSocket socket;
    private final byte[] answer;

    NullServer() throws IOException {
        socket = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + SIZE + "\r\n\r\n";
        answer = (head + "x".repeat(SIZE)).getBytes(StandardCharsets.ISO_8859_1);
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            int ends = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
                if (ends == 2) {
                    client.getOutputStream().write(answer);
                    ends = 0;
                }
            }
        } catch (IOException gone) {
            // The client has finished.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
