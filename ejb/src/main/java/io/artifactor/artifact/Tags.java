package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.outbox.Outbox;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.workspace.WorkspaceId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to the tags of a workspace. Tags come into being on artifacts; here they are listed,
 * renamed, merged and deleted, for all their artifacts at once and in the same few statements
 * however many these are.
 */
@Stateless
public class Tags {

    /** How often the reader of the condition meets the tag {@code t}. */
    private static final String USES =
            "(select count(a) from ArtifactTag x join Artifact a on a.id = x.key.artifactId"
                    + " where x.key.tagId = t.id and a.deletedAt is null and READABLE)";

    @Inject private TagRows rows;
    @Inject private Reaches reaches;
    @Inject private ChosenWorkspace chosen;
    @Inject private WorkspaceLocks locks;
    @Inject private Outbox outbox;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /**
     * The tags of a workspace, the caller's own if none is named.
     *
     * @param prefix what their names begin with, in whatever case
     */
    public Page<TagView> page(
            Caller caller,
            Optional<WorkspaceId> named,
            String prefix,
            TagSort sort,
            PageRequest request) {
        WorkspaceId workspace = chosen.toRead(caller, named);
        TextRules.refuseLonger("prefix", prefix, NameRules.MAX_TAG);
        TextRules.refuseUnprintable("prefix", prefix, false);
        String list = "tags " + workspace + " " + sort.id() + " " + prefix;
        Optional<Cursor> after = request.position(list);
        Reach reach = reaches.of(caller).within(workspace);
        String uses = USES.replace("READABLE", reach.condition());
        TypedQuery<Object[]> query =
                entities.createQuery(
                                "select t, "
                                        + uses
                                        + " from Tag t where t.workspaceId = :workspace"
                                        + " and t.nameKey like :prefix escape '!'"
                                        + (after.isPresent() ? after(sort, uses) : "")
                                        + order(sort),
                                Object[].class)
                        .setParameter("workspace", workspace.value())
                        .setParameter("prefix", beginningWith(prefix))
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        reach.bind(query);
        after.ifPresent(cursor -> startAfter(query, sort, cursor));
        Page<TagView> page =
                Page.of(query.getResultList(), request, list, Tags::position)
                        .map(row -> new TagView((Tag) row[0], (Long) row[1]));
        return request.withTotal() ? page.withTotal(count(workspace, prefix)) : page;
    }

    private static String after(TagSort sort, String uses) {
        return switch (sort) {
            case NAME -> " and t.nameKey > :afterKey";
            case MOST_USED ->
                    " and ("
                            + uses
                            + " < :afterUses or ("
                            + uses
                            + " = :afterUses and t.nameKey > :afterKey))";
        };
    }

    private static String order(TagSort sort) {
        return switch (sort) {
            case NAME -> " order by t.nameKey";
            case MOST_USED -> " order by 2 desc, t.nameKey";
        };
    }

    private static void startAfter(TypedQuery<Object[]> query, TagSort sort, Cursor cursor) {
        query.setParameter("afterKey", cursor.text(0));
        if (sort == TagSort.MOST_USED) {
            query.setParameter("afterUses", cursor.number(1));
        }
    }

    private static Cursor position(Object[] row) {
        return Cursor.at(((Tag) row[0]).key(), row[1]);
    }

    private static String beginningWith(String prefix) {
        return TextRules.contains(NameRules.key(prefix.stripLeading())).substring(1);
    }

    private long count(WorkspaceId workspace, String prefix) {
        return entities.createQuery(
                        "select count(t) from Tag t where t.workspaceId = :workspace"
                                + " and t.nameKey like :prefix escape '!'",
                        Long.class)
                .setParameter("workspace", workspace.value())
                .setParameter("prefix", beginningWith(prefix))
                .getSingleResult();
    }

    public Tag get(Caller caller, TagId id) {
        return rows.find(id)
                .filter(tag -> chosen.mayRead(caller, tag.workspace()))
                .orElseThrow(() -> missing(id));
    }

    /** Renames a tag on all artifacts that have it. */
    public Tag rename(Caller caller, TagId id, ExpectedRevision expected, String typed) {
        String name = NameRules.tag("name", typed);
        Tag tag = held(caller, id);
        StaleWrite.refuse(expected, tag.revision(), "tag", tag);
        if (name.equals(tag.name())) {
            return tag;
        }
        if (rows.find(tag.workspace(), name).filter(it -> !it.id().equals(id)).isPresent()) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "There is a tag \"%s\" already; merge this one into it.".formatted(name));
        }
        tag.rename(name);
        entities.flush();
        outbox.appendAll(ArtifactLibrary.CHANGED, rows.touchArtifacts(tag));
        return tag;
    }

    /** Gives another tag to all artifacts that have this one, which is deleted. */
    public Tag merge(Caller caller, TagId id, ExpectedRevision expected, TagId into) {
        Tag tag = held(caller, id);
        StaleWrite.refuse(expected, tag.revision(), "tag", tag);
        if (id.equals(into)) {
            throw Problem.invalid("into", "must be another tag than the one merged into it.");
        }
        Tag target =
                rows.find(into)
                        .filter(it -> it.workspace().equals(tag.workspace()))
                        .orElseThrow(() -> Problem.invalid("into", "is no tag of this workspace."));
        List<UUID> changed = rows.touchArtifacts(tag);
        rows.giveAll(tag, target);
        rows.delete(tag);
        outbox.appendAll(ArtifactLibrary.CHANGED, changed);
        return target;
    }

    /** Takes a tag from all artifacts and deletes it. */
    public void delete(Caller caller, TagId id, ExpectedRevision expected) {
        Tag tag = held(caller, id);
        StaleWrite.refuse(expected, tag.revision(), "tag", tag);
        List<UUID> changed = rows.touchArtifacts(tag);
        rows.delete(tag);
        outbox.appendAll(ArtifactLibrary.CHANGED, changed);
    }

    /** A tag to be changed, with nobody else using those of its workspace. */
    private Tag held(Caller caller, TagId id) {
        Tag seen = get(caller, id);
        chosen.requireEditor(caller, seen.workspace(), missing(id));
        locks.holdTags(seen.workspace());
        entities.detach(seen);
        return rows.find(id).orElseThrow(() -> missing(id));
    }

    private static Problem missing(TagId id) {
        return Problem.notFound("tag", id);
    }
}
