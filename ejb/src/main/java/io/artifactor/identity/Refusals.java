package io.artifactor.identity;

import io.artifactor.cache.OnceInAWhile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notes what signed-in users were refused for want of a right. The same refusal counts once a
 * minute on each server, so that a program that tries in vain does not fill the log. Safe for all
 * threads.
 */
@ApplicationScoped
public class Refusals {

    private static final int PATH_LENGTH = 200;

    @Inject private AuditLog audit;

    private final OnceInAWhile noted = new OnceInAWhile(Duration.ofMinutes(1));

    /**
     * @param method what they asked, such as {@code GET}
     * @param path of which thing, without a query
     */
    public void note(Caller caller, String method, String path) {
        String shown =
                path.substring(0, Math.min(path.length(), PATH_LENGTH))
                        .replaceAll("[^\\x20-\\x7e]", "?");
        String key = caller.user() + " " + method + ' ' + shown;
        if (noted.isNew(key)) {
            AuditEvent event =
                    new AuditEvent(
                            "access-refused",
                            caller.user(),
                            AuditEvent.subjectOf(caller.user()),
                            Map.of("method", method, "path", shown));
            audit.append(
                    caller.withheld().isEmpty()
                            ? event
                            : event.with("withheld", names(caller.withheld())));
        }
    }

    /** Roles of theirs that did not count from where they asked. */
    private static String names(Set<Role> roles) {
        return roles.stream().map(Role::id).sorted().collect(Collectors.joining(" "));
    }
}
