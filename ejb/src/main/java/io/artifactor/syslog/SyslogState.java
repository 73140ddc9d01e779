package io.artifactor.syslog;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What came of the last attempt of this node. Safe for all threads. */
@ApplicationScoped
class SyslogState {

    private final AtomicReference<@Nullable Failure> last = new AtomicReference<>();

    /** Why lines were not taken. */
    enum Failure {
        NOT_FOUND("host-not-found"),
        NOT_REACHED("not-reached"),
        NOT_TRUSTED("certificate-not-trusted"),
        NO_TLS("no-tls"),
        TOO_SLOW("too-slow"),
        BROKEN_OFF("broken-off"),
        NOT_READ("not-read");

        private final String id;

        Failure(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }

        static Failure of(IOException thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof CertificateException) {
                    return NOT_TRUSTED;
                }
            }
            return switch (thrown) {
                case UnknownHostException e -> NOT_FOUND;
                case ConnectException e -> NOT_REACHED;
                case SocketTimeoutException e -> TOO_SLOW;
                case SSLException e -> NO_TLS;
                default -> BROKEN_OFF;
            };
        }
    }

    /** Whether it failed otherwise than the time before, or for the first time. */
    boolean failed(Failure failure) {
        return last.getAndSet(failure) != failure;
    }

    /** Whether it had failed before. */
    boolean succeeded() {
        return last.getAndSet(null) != null;
    }

    Optional<Failure> failure() {
        return Optional.ofNullable(last.get());
    }
}
