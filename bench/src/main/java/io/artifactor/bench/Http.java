package io.artifactor.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive connection per thread, with blocking reads and nothing else: a client that does
 * more would take the processor from the server it measures. Safe for all threads.
 */
final class Http {
    private final String host;
    private final int port;
    private final ThreadLocal<Connection> connections = ThreadLocal.withInitial(this::connect);

    Http(String url) {
        URI address = URI.create(url);
        host = address.getHost();
        port = address.getPort();
    }

    /** The answer's body; anything but a success is an exception. */
    byte[] send(String method, String target, String headers, byte[] body) throws IOException {
        String head =
                method
                        + " "
                        + target
                        + " HTTP/1.1\r\nHost: "
                        + host
                        + ":"
                        + port
                        + "\r\n"
                        + headers
                        + (body.length == 0 && method.equals("GET")
                                ? ""
                                : "Content-Length: " + body.length + "\r\n")
                        + "\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
        request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return connections.get().exchange(request.toByteArray());
    }

    /** Closes this thread's connection, which has been quiet for long; the next call opens one. */
    void forget() throws IOException {
        connections.get().socket.close();
        connections.remove();
    }

    private Connection connect() {
        try {
            return new Connection(new Socket(host, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Connection {
        private final Socket socket;
        private final InputStream in;
        private int status;
        private int length;
        private boolean chunked;
        private boolean last;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        }

        byte[] exchange(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            readHead();
            byte[] body = chunked ? readChunks() : in.readNBytes(length);
            if (last) {
                socket.close();
                connections.remove();
            }
            if (status / 100 != 2) {
                throw new IOException(status + ": " + new String(body, StandardCharsets.UTF_8));
            }
            return body;
        }

        private void readHead() throws IOException {
            status = Integer.parseInt(line().substring(9, 12));
            length = 0;
            chunked = false;
            last = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                String header = line.toLowerCase(Locale.ROOT);
                if (header.startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
                chunked |= header.equals("transfer-encoding: chunked");
                last |= header.equals("connection: close");
            }
        }

        private byte[] readChunks() throws IOException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = chunk(); size > 0; size = chunk()) {
                body.writeBytes(in.readNBytes(size));
                line();
            }
            line();
            return body.toByteArray();
        }

        private int chunk() throws IOException {
            return Integer.parseInt(line(), 16);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("The server closed the connection");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }
    }
}
