package io.artifactor.identity;

import static java.util.stream.Collectors.joining;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which thing, when, from where. Written in the caller's transaction: what was
 * undone was not done, and nothing is done without its line. Rows are only ever added, and the
 * database binds each to one before it as the transaction commits.
 */
@Stateless
public class AuditLog {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private RequestOrigin origin;
    @Inject private IdentityClock clock;
    @Inject private Event<AuditEvent> told;

    public void append(AuditEvent event) {
        entities.persist(new AuditEntry(event, address(), clock.now()));
        told.fire(event);
    }

    /** A line for each of many things the caller did the same to, in one statement. */
    public void appendAll(Caller caller, String action, String kind, Collection<UUID> ids) {
        appendAll(caller, action, kind, ids, Map.of());
    }

    /** The same, with what there is to say of each of them. */
    public void appendAll(
            Caller caller,
            String action,
            String kind,
            Collection<UUID> ids,
            Map<String, String> detail) {
        if (ids.isEmpty()) {
            return;
        }
        entities.createNativeQuery(
                        """
                        insert into audit_entry (at, actor_id, action, subject, address, detail)
                        select cast(:at as timestamptz), cast(:actor as uuid), cast(:action as text),
                            cast(:kind as text) || id, nullif(cast(:address as text), ''),
                            jsonb_object(cast(:names as text[]), cast(:said as text[]))
                        from unnest(string_to_array(cast(:ids as text), ',')) as id
                        """)
                .setParameter("at", clock.now())
                .setParameter("actor", caller.user().value())
                .setParameter("action", action)
                .setParameter("kind", kind + ':')
                .setParameter("address", Objects.requireNonNullElse(address(), ""))
                .setParameter("names", detail.keySet().toArray(String[]::new))
                .setParameter("said", detail.values().toArray(String[]::new))
                .setParameter("ids", ids.stream().map(UUID::toString).collect(joining(",")))
                .executeUpdate();
    }

    private @Nullable String address() {
        try {
            return origin.get().address();
        } catch (ContextNotActiveException e) {
            return null; // The server itself is at work, not a request.
        }
    }
}
