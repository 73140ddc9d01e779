package io.artifactor.syslog;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the audit log is sent: {@code ARTIFACTOR_AUDIT_SYSLOG} ({@code tls://host:6514}), and
 * {@code ARTIFACTOR_AUDIT_SYSLOG_CA}, a PEM file with the authority its certificate is from.
 * Without the first it is sent nowhere.
 */
@ApplicationScoped
class SyslogSettings {

    /** The one registered for syslog over TLS. */
    private static final int USUAL_PORT = 6514;

    @Inject
    @ConfigProperty(name = "artifactor.audit.syslog")
    private Optional<URI> address;

    @Inject
    @ConfigProperty(name = "artifactor.audit.syslog.ca")
    private Optional<Path> authority;

    @PostConstruct
    void check() {
        address.ifPresent(SyslogSettings::check);
        authority.ifPresent(file -> {
            if (!Files.isReadable(file)) {
                throw new IllegalStateException(
                        "ARTIFACTOR_AUDIT_SYSLOG_CA: %s cannot be read.".formatted(file));
            }
        });
    }

    static void check(URI address) {
        boolean isPlain =
                "tls".equals(address.getScheme())
                        && address.getHost() != null
                        && address.getRawUserInfo() == null
                        && (address.getRawPath() == null || address.getRawPath().isEmpty())
                        && address.getRawQuery() == null
                        && address.getRawFragment() == null;
        if (!isPlain) {
            throw new IllegalStateException(
                    "ARTIFACTOR_AUDIT_SYSLOG: not an address like tls://host:6514; it is sent over"
                            + " TLS alone.");
        }
    }

    boolean isUsed() {
        return address.isPresent();
    }

    String host() {
        return address.orElseThrow().getHost();
    }

    int port() {
        int port = address.orElseThrow().getPort();
        return port < 0 ? USUAL_PORT : port;
    }

    Optional<Path> authority() {
        return authority;
    }
}
