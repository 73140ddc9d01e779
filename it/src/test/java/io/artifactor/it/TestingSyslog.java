package io.artifactor.it;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A syslog server over TLS (RFC 5425) of the tests' own, which can go away, show a certificate
 * nobody trusts, and forget what it read.
 */
public final class TestingSyslog implements AutoCloseable {

    private static final int LONGEST = 1 << 16;

    private final TestingCertificate trusted;
    private final TestingCertificate stranger;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile boolean forgetful;
    private volatile @Nullable ServerSocket listening;
    private volatile Thread serving = Thread.currentThread();

    private TestingSyslog(Path folder) throws IOException {
        Files.createDirectories(folder);
        trusted = TestingCertificate.make(folder, "trusted");
        stranger = TestingCertificate.make(folder, "stranger");
        port = listen(trusted, 0);
    }

    /** One that listens on a free port. */
    public static TestingSyslog start(Path folder) {
        try {
            return new TestingSyslog(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "tls://127.0.0.1:" + port;
    }

    /** Its certificate in PEM. */
    public Path certificate() {
        try {
            return trusted.pem().toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was read to the end of its connection, without the lengths before it. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /** Nobody listens any more. */
    @Override
    public void close() {
        ServerSocket socket = listening;
        listening = null;
        if (socket != null) {
            try {
                socket.close();
                // Until the thread is back from it, the port is taken.
                serving.join(Duration.ofSeconds(15));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Listens again, at the same port, and takes what it is sent. */
    public void comeBack() {
        close();
        forgetful = false;
        listenAgain(trusted);
    }

    /** Listens with another certificate for the same name. */
    public void showAnotherCertificate() {
        close();
        listenAgain(stranger);
    }

    /** Reads what it is sent, and breaks the connection off instead of saying so. */
    public void forget() {
        forgetful = true;
    }

    private void listenAgain(TestingCertificate shown) {
        try {
            listen(shown, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int listen(TestingCertificate shown, int wanted) throws IOException {
        SSLSocketFactory identity = shown.served().getSocketFactory();
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        listening = socket;
        serving = Thread.ofPlatform().daemon().start(() -> serve(socket, identity));
        return socket.getLocalPort();
    }

    private void serve(ServerSocket socket, SSLSocketFactory identity) {
        while (socket == listening) {
            try (Socket plain = socket.accept()) {
                plain.setSoTimeout(10_000);
                SSLSocket connection =
                        (SSLSocket) identity.createSocket(plain, null, plain.getPort(), true);
                connection.setUseClientMode(false);
                take(connection, plain);
            } catch (IOException e) {
                // It was closed, or who came did not like the certificate.
            }
        }
    }

    private void take(SSLSocket connection, Socket plain) throws IOException {
        List<String> read = new CopyOnWriteArrayList<>();
        DataInputStream in = new DataInputStream(connection.getInputStream());
        int length = length(in);
        while (length > 0) {
            read.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            length = length(in);
        }
        if (forgetful) {
            // With this, the other side hears of a reset instead of an end.
            plain.setSoLinger(true, 0);
            plain.close();
            return;
        }
        messages.addAll(read);
        connection.close();
    }

    /** The number before a space; 0 at the end. */
    private static int length(InputStream in) throws IOException {
        int length = 0;
        int read = in.read();
        while (read >= '0' && read <= '9' && length < LONGEST) {
            length = length * 10 + read - '0';
            read = in.read();
        }
        if (read != ' ' && (read >= 0 || length > 0)) {
            throw new IOException("No length of a message");
        }
        return length;
    }
}
