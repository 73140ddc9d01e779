package io.artifactor.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which thing, when, from where. Written in the caller's transaction: what was
 * undone was not done, and nothing is done without its line. Rows are only ever added.
 */
@Stateless
public class AuditLog {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private RequestOrigin origin;
    @Inject private IdentityClock clock;

    public void append(AuditEvent event) {
        entities.persist(new AuditEntry(event, address(), clock.now()));
    }

    private @Nullable String address() {
        try {
            return origin.get().address();
        } catch (ContextNotActiveException e) {
            return null; // The server itself is at work, not a request.
        }
    }
}
