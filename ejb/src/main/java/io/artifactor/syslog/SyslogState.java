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

/** What came of the last attempt of this node. Safe for all threads. */
@ApplicationScoped
class SyslogState {

    private final AtomicReference<Optional<Failure>> last = new AtomicReference<>(Optional.empty());

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
        return !last.getAndSet(Optional.of(failure)).equals(Optional.of(failure));
    }

    /** Whether it had failed before. */
    boolean succeeded() {
        return last.getAndSet(Optional.empty()).isPresent();
    }

    Optional<Failure> failure() {
        return last.get();
    }
}
