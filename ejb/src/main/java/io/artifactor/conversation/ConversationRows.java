package io.artifactor.conversation;

import io.artifactor.artifact.Reach;
import io.artifactor.artifact.Reaches;
import io.artifactor.identity.Caller;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds conversations for a caller, and messages of one the caller may read. Takes part in the
 * transaction of the door that asks.
 */
@ApplicationScoped
class ConversationRows {

    /** With how many of its artifacts the reader of the condition may read. */
    private static final String SELECT_VIEW =
            """
            select c, (select count(a) from Artifact a
                       where a.conversationId = c.id and a.deletedAt is null and READABLE)
            from Conversation c
            """;

    @Inject private Workspaces workspaces;
    @Inject private Reaches reaches;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    ConversationView view(Caller caller, ConversationId id) {
        Reach reach = reaches.of(caller);
        TypedQuery<Object[]> query =
                entities.createQuery(
                                select(reach)
                                        + "where c.id = :id and c.deletedAt is null"
                                        + " and array_has(:places, c.workspaceId)",
                                Object[].class)
                        .setParameter("id", id.value())
                        .setParameter("places", WorkspaceId.array(reach.workspaces()));
        return reach.bind(query)
                .getResultStream()
                .findFirst()
                .map(ConversationRows::view)
                .orElseThrow(() -> Problem.notFound("conversation", id));
    }

    Conversation readable(Caller caller, ConversationId id) {
        return find(caller, id, LockModeType.NONE);
    }

    /** The conversation, kept from an import until the transaction ends. */
    Conversation writable(Caller caller, ConversationId id) {
        return find(caller, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Conversation find(Caller caller, ConversationId id, LockModeType lock) {
        return entities.createQuery(
                        """
                        select c from Conversation c
                        where c.id = :id and c.deletedAt is null and array_has(:places, c.workspaceId)
                        """,
                        Conversation.class)
                .setParameter("id", id.value())
                .setParameter("places", workspaces(caller))
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("conversation", id));
    }

    Page<ConversationView> page(Caller caller, ConversationFilter filter, PageRequest request) {
        String list = "conversations " + filter;
        Optional<Cursor> after = request.position(list);
        Reach reach = reaches.of(caller);
        UUID[] places = WorkspaceId.array(reach.workspaces());
        List<String> conditions = new ArrayList<>(filter.conditions());
        if (after.isPresent()) {
            conditions.add("(c.changedAt, c.id) < (:afterChange, :afterId)");
        }
        TypedQuery<Object[]> query =
                entities.createQuery(
                                select(reach)
                                        + where(conditions)
                                        + " order by c.changedAt desc, c.id desc",
                                Object[].class)
                        .setParameter("places", places)
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        reach.bind(query);
        filter.parameters().forEach(query::setParameter);
        after.ifPresent(cursor ->
                query.setParameter("afterChange", cursor.instant(0))
                        .setParameter("afterId", cursor.uuid(1)));
        List<ConversationView> found = query.getResultStream().map(ConversationRows::view).toList();
        Page<ConversationView> page = Page.of(found, request, list, ConversationRows::position);
        return request.withTotal() ? page.withTotal(count(places, filter)) : page;
    }

    private long count(UUID[] places, ConversationFilter filter) {
        TypedQuery<Long> query =
                entities.createQuery(
                                "select count(c) from Conversation c " + where(filter.conditions()),
                                Long.class)
                        .setParameter("places", places);
        filter.parameters().forEach(query::setParameter);
        return query.getSingleResult();
    }

    private static String select(Reach reach) {
        return SELECT_VIEW.replace("READABLE", reach.condition());
    }

    private static String where(List<String> conditions) {
        StringBuilder where =
                new StringBuilder(
                        "where array_has(:places, c.workspaceId) and c.deletedAt is null");
        conditions.forEach(condition -> where.append(" and ").append(condition));
        return where.toString();
    }

    Page<MessageView> messages(ConversationId id, PageRequest request) {
        String list = "messages " + id;
        Optional<Cursor> after = request.position(list);
        TypedQuery<Object[]> query =
                entities.createQuery(
                                "select m, p.id from Message m left join Message p on"
                                        + " p.conversationId = m.conversationId"
                                        + " and p.sourceId = m.parentSourceId and p.hidden = false"
                                        + " where m.conversationId = :conversation"
                                        + " and m.hidden = false"
                                        + (after.isPresent()
                                                ? " and (m.position, m.id) > (:afterPosition, :afterId)"
                                                : "")
                                        + " order by m.position, m.id",
                                Object[].class)
                        .setParameter("conversation", id.value())
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        after.ifPresent(cursor ->
                query.setParameter("afterPosition", (int) cursor.number(0))
                        .setParameter("afterId", cursor.uuid(1)));
        List<MessageView> found =
                query.getResultStream()
                        .map(row -> message((Message) row[0], (UUID) row[1]))
                        .toList();
        Page<MessageView> page =
                Page.of(
                        found,
                        request,
                        list,
                        view -> Cursor.at(view.message().position(), view.message().id()));
        return request.withTotal() ? page.withTotal(countMessages(id)) : page;
    }

    private long countMessages(ConversationId id) {
        return entities.createQuery(
                        """
                        select count(m) from Message m
                        where m.conversationId = :conversation and m.hidden = false
                        """,
                        Long.class)
                .setParameter("conversation", id.value())
                .getSingleResult();
    }

    private static ConversationView view(Object[] row) {
        return new ConversationView((Conversation) row[0], (Long) row[1]);
    }

    private static Cursor position(ConversationView view) {
        return Cursor.at(view.conversation().changedAt(), view.conversation().id());
    }

    private static MessageView message(Message message, @Nullable UUID parent) {
        return new MessageView(message, Optional.ofNullable(parent).map(MessageId::new));
    }

    private UUID[] workspaces(Caller caller) {
        return WorkspaceId.array(workspaces.readableBy(caller));
    }
}
