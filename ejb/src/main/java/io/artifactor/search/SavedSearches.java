package io.artifactor.search;

import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door to the searches people keep, each to their own. */
@Stateless
public class SavedSearches {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_QUERY = 20_000;

    @Inject private SearchRows rows;

    /** All of the caller's, by name. */
    public List<SavedSearch> all(Caller caller) {
        return rows.list(
                new Sql()
                        .add("select * from saved_search where user_id = ?", owner(caller))
                        .add(" order by lower(name)"),
                SavedSearches::read);
    }

    /** One of the caller's. */
    public SavedSearch get(Caller caller, UUID id) {
        return find(caller, id, "").orElseThrow(() -> Problem.notFound("saved search", id));
    }

    /** Keeps a search under a name the caller has for no other. */
    public SavedSearch add(Caller caller, String name, String query) {
        UUID id = UUID.randomUUID();
        hold(caller);
        List<SavedSearch> present = all(caller);
        if (present.size() >= MOST) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "Nobody keeps more than %d searches; delete one first.".formatted(MOST));
        }
        String checked = checked(present, name, id);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        rows.update(
                new Sql()
                        .add("insert into saved_search (id, user_id, name, query, created_at,")
                        .add(
                                " updated_at) values (?, ?, ?, ?::jsonb, ?, ?)",
                                id,
                                owner(caller),
                                checked,
                                bounded(query),
                                now,
                                now));
        return get(caller, id);
    }

    /** Gives it another name, or another query, whichever is there. */
    public SavedSearch change(
            Caller caller,
            UUID id,
            ExpectedRevision expected,
            Optional<String> name,
            Optional<String> query) {
        SavedSearch current = held(caller, id, expected);
        String newName = name.isEmpty() ? current.name() : checked(all(caller), name.get(), id);
        rows.update(
                new Sql()
                        .add(
                                "update saved_search set name = ?, query = ?::jsonb,",
                                newName,
                                bounded(query.orElse(current.query())))
                        .add(" updated_at = now(), revision = revision + 1 where id = ?", id));
        return get(caller, id);
    }

    /** Keeps it no longer. */
    public void delete(Caller caller, UUID id, ExpectedRevision expected) {
        held(caller, id, expected);
        rows.update(new Sql().add("delete from saved_search where id = ?", id));
    }

    private SavedSearch held(Caller caller, UUID id, ExpectedRevision expected) {
        hold(caller);
        SavedSearch current =
                find(caller, id, " for update")
                        .orElseThrow(() -> Problem.notFound("saved search", id));
        if (!expected.admits(current.revision())) {
            throw Problem.outdated("saved search", current.revision(), current);
        }
        return current;
    }

    /** One change of a user's searches at a time, so that names and their number stay right. */
    private void hold(Caller caller) {
        rows.list(
                new Sql()
                        .add(
                                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                                "saved-search:" + caller.user()),
                row -> true);
    }

    private Optional<SavedSearch> find(Caller caller, UUID id, String lock) {
        return rows.find(
                new Sql()
                        .add("select * from saved_search where id = ?", id)
                        .add(" and user_id = ?" + lock, owner(caller)),
                SavedSearches::read);
    }

    private static String checked(List<SavedSearch> present, String name, UUID self) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > LONGEST_NAME) {
            throw Problem.invalid("name", "must have 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (stripped.codePoints().anyMatch(Character::isISOControl)
                || stripped.codePoints()
                        .anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw Problem.invalid("name", "must be a line of printable characters.");
        }
        if (present.stream()
                .anyMatch(it -> !it.id().equals(self) && it.name().equalsIgnoreCase(stripped))) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "There is a search of the name \"%s\" already.".formatted(stripped));
        }
        return stripped;
    }

    private static String bounded(String query) {
        if (query.length() > LONGEST_QUERY) {
            throw Problem.invalid(
                    "query", "is longer than %,d characters.".formatted(LONGEST_QUERY));
        }
        return query;
    }

    private static UUID owner(Caller caller) {
        return caller.user().value();
    }

    private static SavedSearch read(ResultSet row) throws SQLException {
        return new SavedSearch(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("query"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getInt("revision"));
    }
}
