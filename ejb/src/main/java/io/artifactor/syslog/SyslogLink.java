package io.artifactor.syslog;

import io.artifactor.trust.TrustedAuthority;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Hands messages to a syslog server over TLS, a connection for each batch. Syslog has no receipts;
 * but a server answers the end of a connection only when it has read all that came before (RFC
 * 5425, section 4.4), and a batch without that answer counts as not taken. Safe for all threads.
 */
final class SyslogLink {

    private static final Logger LOG = Logger.getLogger(SyslogLink.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final String host;
    private final int port;
    private final ScheduledExecutorService clock;
    private final SSLContext trust;

    /**
     * @param authority a PEM file; without it those the Java runtime trusts
     */
    SyslogLink(String host, int port, Optional<Path> authority, ScheduledExecutorService clock) {
        this.host = host;
        this.port = port;
        this.clock = clock;
        trust = TrustedAuthority.context("ARTIFACTOR_AUDIT_SYSLOG_CA", authority);
    }

    /** Returns when the server has read all of them. */
    void deliver(List<byte[]> messages) throws IOException {
        try (Socket plain = new Socket()) {
            plain.setSoTimeout((int) ANSWER.toMillis());
            ScheduledFuture<?> end =
                    clock.schedule(() -> close(plain), LONGEST.toSeconds(), TimeUnit.SECONDS);
            try {
                plain.connect(new InetSocketAddress(host, port), (int) CONNECT.toMillis());
                deliver(plain, messages);
            } finally {
                end.cancel(false);
            }
        }
    }

    private void deliver(Socket plain, List<byte[]> messages) throws IOException {
        try (SSLSocket socket = secured(plain)) {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            for (byte[] message : messages) {
                out.write(message);
            }
            out.flush();
            socket.shutdownOutput();
            awaitEnd(socket.getInputStream());
        }
    }

    /** No timeout of a socket ends a write that nobody reads. */
    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "A connection that took too long does not end", e);
        }
    }

    private SSLSocket secured(Socket plain) throws IOException {
        SSLSocket socket =
                (SSLSocket) trust.getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** A server says nothing but that it ends too; what it says all the same is not for us. */
    private static void awaitEnd(InputStream in) throws IOException {
        byte[] ignored = new byte[512];
        int read = 0;
        while (read >= 0) {
            read = in.read(ignored);
        }
    }
}
