package io.artifactor.syslog;

import io.artifactor.health.Dependency;
import io.artifactor.health.Finding;
import io.artifactor.identity.AuditFeed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The syslog server the audit log is sent to, if there is one. Without it everything goes on. */
@ApplicationScoped
public class SyslogDependency implements Dependency {

    private static final Duration LATE = Duration.ofMinutes(2);

    @Inject private SyslogSettings settings;
    @Inject private SyslogState state;

    @EJB private SyslogDelivery delivery;

    @Override
    public String name() {
        return "audit-syslog";
    }

    @Override
    public Finding look() {
        if (!settings.isUsed()) {
            return Finding.up(Map.of("used", false));
        }
        AuditFeed.Waiting waiting = delivery.waiting();
        Optional<SyslogState.Failure> failure = state.failure();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("used", true);
        detail.put("waiting", waiting.lines());
        detail.put("oldestSeconds", waiting.oldest().toSeconds());
        failure.ifPresent(it -> detail.put("failure", it.id()));
        boolean behind = failure.isPresent() || waiting.oldest().compareTo(LATE) > 0;
        return behind ? Finding.degraded(detail) : Finding.up(detail);
    }
}
