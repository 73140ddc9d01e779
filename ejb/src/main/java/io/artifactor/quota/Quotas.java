package io.artifactor.quota;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.Role;
import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The door to quotas. Administrators set them and see all of them, as auditors do, by numbers
 * alone; users see their own, members that of their workspace.
 */
@Stateless
public class Quotas {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private StorageUse use;
    @Inject private Workspaces workspaces;
    @Inject private AuditLog audit;

    public QuotaView get(Caller caller, UserId user) {
        if (!caller.user().equals(user)) {
            caller.requireAuditor("see what others have");
        }
        return view(existing(Holder.of(user)));
    }

    public QuotaView get(Caller caller, WorkspaceId workspace) {
        if (!seesAll(caller) && workspaces.roleOf(caller, workspace).isEmpty()) {
            throw Problem.notFound("workspace", workspace);
        }
        return view(existing(Holder.of(workspace)));
    }

    /**
     * Says how many bytes the holder may have. Who has more keeps it, and gets no more.
     *
     * @param bytes what the server allows everybody if null
     */
    public QuotaView limit(Caller caller, Holder holder, @Nullable Long bytes) {
        caller.requireAdministrator();
        existing(holder);
        entities.createNativeQuery(
                        """
                        insert into storage_use (id, user_id, workspace_id, limit_bytes)
                        values (:id, case when :user then cast(:id as uuid) end,
                            case when not :user then cast(:id as uuid) end,
                            cast(nullif(:bytes, '') as bigint))
                        on conflict (id) do update set limit_bytes = excluded.limit_bytes
                        """)
                .setParameter("id", holder.id())
                .setParameter("user", holder.isUser())
                .setParameter("bytes", bytes == null ? "" : bytes.toString())
                .executeUpdate();
        AuditEvent event =
                AuditEvent.by(
                        caller, bytes == null ? "quota-cleared" : "quota-set", holder.toString());
        audit.append(bytes == null ? event : event.with("limit", bytes.toString()));
        return view(holder);
    }

    private static boolean seesAll(Caller caller) {
        return caller.is(Role.ADMIN) || caller.is(Role.AUDITOR);
    }

    private QuotaView view(Holder holder) {
        return use.views(List.of(holder)).getFirst();
    }

    private Holder existing(Holder holder) {
        String entity =
                switch (holder.kind()) {
                    case USER -> "User";
                    case WORKSPACE -> "Workspace";
                };
        long found =
                entities.createQuery(
                                "select count(x) from " + entity + " x where x.id = :id",
                                Long.class)
                        .setParameter("id", holder.id())
                        .getSingleResult();
        if (found == 0) {
            throw Problem.notFound(holder.noun(), holder.id());
        }
        return holder;
    }
}
