package io.artifactor.syslog;

import io.artifactor.identity.BoundAuditLine;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends what was written to the audit log every second, less often while nobody takes it. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SyslogSender {

    private static final Logger LOG = Logger.getLogger(SyslogSender.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Resource private ManagedScheduledExecutorService clock;

    @EJB private SyslogDelivery delivery;

    @Inject private SyslogSettings settings;
    @Inject private SyslogState state;

    private final AtomicBoolean sending = new AtomicBoolean();
    private @Nullable SyslogLink link;
    private SyslogMessage message = new SyslogMessage("");
    private volatile boolean stopped;
    private volatile Instant notBefore = Instant.EPOCH;

    @PostConstruct
    void prepare() {
        if (settings.isUsed()) {
            link = new SyslogLink(settings.host(), settings.port(), settings.authority(), clock);
            message = new SyslogMessage(ownName());
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void send() {
        SyslogLink used = link;
        if (used == null
                || Instant.now().isBefore(notBefore)
                || !sending.compareAndSet(false, true)) {
            return;
        }
        try {
            sendAll(used);
        } finally {
            sending.set(false);
        }
    }

    private void sendAll(SyslogLink used) {
        try {
            int taken = 1;
            while (taken > 0 && !stopped) {
                taken = delivery.deliver(lines -> used.deliver(framed(lines)));
                if (taken > 0 && state.succeeded()) {
                    LOG.info("The audit log is sent again");
                }
            }
        } catch (SyslogAway e) {
            notBefore = Instant.now().plus(PAUSE);
            note(e.reason());
        } catch (RuntimeException e) {
            // The database may be away.
            notBefore = Instant.now().plus(PAUSE);
            if (state.failed(SyslogState.Failure.NOT_READ)) {
                LOG.log(Level.WARNING, "The audit log cannot be read to be sent", e);
            }
        }
    }

    private void note(IOException thrown) {
        SyslogState.Failure failure = SyslogState.Failure.of(thrown);
        if (state.failed(failure)) {
            LOG.log(
                    Level.WARNING,
                    "The audit log is not taken by {0} and waits: {1} ({2})",
                    new Object[] {settings.host(), failure.id(), String.valueOf(thrown)});
        }
    }

    private List<byte[]> framed(List<BoundAuditLine> lines) {
        return lines.stream().map(message::framed).toList();
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
