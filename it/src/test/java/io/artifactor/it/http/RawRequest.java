package io.artifactor.it.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A request as its bytes go over the line: no client stands between that would mend or refuse it.
 *
 * @param headers whole lines
 */
record RawRequest(String method, String target, List<String> headers, byte[] body) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * What came back.
     *
     * @param status 0 if the connection was closed without an answer
     */
    record Answer(int status, String text, Duration time) {}

    /** Sends it over a connection of its own. */
    Answer send(URI server) throws IOException {
        long begun = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            socket.setSoTimeout((int) PATIENCE.toMillis());
            write(socket, server);
            String text = new String(readAll(socket), StandardCharsets.UTF_8);
            return new Answer(status(text), text, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private void write(Socket socket, URI server) throws IOException {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(server.getAuthority()).append("\r\nConnection: close\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (headers.stream().noneMatch(RawRequest::saysTheLength)) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(head.toString().getBytes(StandardCharsets.UTF_8));
        bytes.write(body);
        try {
            socket.getOutputStream().write(bytes.toByteArray());
            socket.shutdownOutput();
        } catch (IOException refused) {
            // It need not listen to the end before it answers.
        }
    }

    private static boolean saysTheLength(String line) {
        String name = line.toLowerCase(Locale.ROOT);
        return name.startsWith("content-length") || name.startsWith("transfer-encoding");
    }

    private static byte[] readAll(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException closed) {
            // What arrived before counts.
        }
        return all.toByteArray();
    }

    private static int status(String text) {
        return text.matches("(?s)HTTP/1\\.1 \\d{3}.*")
                ? Integer.parseInt(text.substring(9, 12))
                : 0;
    }

    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.UTF_8);
        return "%s %s %s %s"
                .formatted(method, shortened(target), headers, shortened(text))
                .replaceAll("Bearer [\\w-]+\\.[\\w-]{20,}\\.[\\w-]+", "Bearer …")
                .replaceAll("\\p{Cntrl}", "?");
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
