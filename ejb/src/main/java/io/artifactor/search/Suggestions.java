package io.artifactor.search;

import io.artifactor.artifact.Reach;
import io.artifactor.artifact.Reaches;
import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Suggests while somebody types: titles, tags and people, of those only that the caller may see.
 * Statements of PostgreSQL, which take a few rows from the index of each workspace and so cost the
 * same however much there is; Elasticsearch is not asked.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Suggestions {

    public static final int MOST = 20;

    private static final int LONGEST = 200;

    /** Of titles with the words anywhere, so many are looked at. */
    private static final int CANDIDATES = 100;

    /** Of titles with the words, so many before it is asked who may read them. */
    private static final int LOOKED_AT = 1_000;

    @Inject private Reaches reaches;

    @Inject private SearchRows rows;

    /**
     * What begins as the text does, or has a word that does.
     *
     * @param most so many of each kind at most
     */
    public List<Suggestion> suggest(Caller caller, String text, int most) {
        if (text.length() > LONGEST) {
            throw Problem.invalid("q", "has more than %d characters.".formatted(LONGEST));
        }
        if (most < 1 || most > MOST) {
            throw Problem.invalid("size", "must be between 1 and %d.".formatted(MOST));
        }
        List<String> words = Words.of(text);
        if (words.isEmpty()) {
            return List.of();
        }
        Reach reach = reaches.of(caller);
        List<String> places =
                reach.workspaces().stream().map(WorkspaceId::toString).sorted().toList();
        String beginning = text.replace('\0', ' ').strip().toLowerCase(Locale.ROOT);
        List<Suggestion> found = new ArrayList<>();
        found.addAll(titles(reach, beginning, words, most));
        found.addAll(rows.list(tags(places, beginning, most), Suggestions::suggestion));
        found.addAll(rows.list(people(places, beginning, most), Suggestions::suggestion));
        return found;
    }

    /** What has the words further behind is looked for only where too little begins with them. */
    private List<Suggestion> titles(Reach reach, String beginning, List<String> words, int most) {
        Map<String, Suggestion> titles = new LinkedHashMap<>();
        addTo(titles, rows.list(titlesThatBegin(reach, beginning, most), Suggestions::suggestion));
        if (titles.size() < most) {
            addTo(titles, titlesThatHave(reach, words, most));
        }
        return titles.values().stream().limit(most).toList();
    }

    private static void addTo(Map<String, Suggestion> titles, List<Suggestion> found) {
        found.forEach(it -> titles.putIfAbsent(it.text().toLowerCase(Locale.ROOT), it));
    }

    private static Sql titlesThatBegin(Reach reach, String beginning, int most) {
        List<String> scopes = reach.scopes().stream().map(UUID::toString).toList();
        Sql sql =
                new Sql()
                        .add("select 'title' as kind, title as text, id from (select distinct on")
                        .add(" (lower(title)) title, id from (select t.title, t.id")
                        .add(" from unnest(?::text[]::uuid[]) s, lateral (", scopes)
                        .add("select a.title, a.id from artifact a where a.reading_scope = s")
                        .add(
                                " and a.deleted_at is null and lower(a.title) like ?",
                                prefix(beginning))
                        .add(" order by lower(a.title) using ~<~ limit ?) t", most);
        if (!reach.granted().isEmpty()) {
            List<String> granted = reach.granted().stream().map(UUID::toString).toList();
            sql.add(" union all select a.title, a.id from artifact a")
                    .add(" where a.id = any(?::text[]::uuid[]) and a.deleted_at is null", granted)
                    .add(" and lower(a.title) like ?", prefix(beginning));
        }
        return sql.add(") as found order by lower(title)) as once")
                .add(" order by length(title), lower(title), id limit ?", most);
    }

    /**
     * Of the titles that have the words, the first are looked at, whoever may read them: for who
     * reads much that costs less than asking first for all they read. Who reads little among many
     * such titles is asked for the other way round.
     */
    private List<Suggestion> titlesThatHave(Reach reach, List<String> words, int most) {
        Sql first = withTitle(words).add(" limit ?", LOOKED_AT);
        List<Suggestion> found = rows.list(readable(first, reach, most), Suggestions::suggestion);
        if (found.size() >= most || !hasMore(words)) {
            return found;
        }
        Sql theirs = withTitle(words).add(" and e.readers && ?::text[]", tokens(reach));
        return rows.list(readable(theirs, reach, most), Suggestions::suggestion);
    }

    private boolean hasMore(List<String> words) {
        Sql one = withTitle(words).add(" offset ? limit 1", LOOKED_AT);
        return rows.find(one, row -> true).isPresent();
    }

    /** All words in the title, the last of which may go on. */
    private static Sql withTitle(List<String> words) {
        String query =
                words.stream()
                                .limit(words.size() - 1L)
                                .map(word -> "'" + word + "' & ")
                                .collect(Collectors.joining())
                        + "'"
                        + words.getLast()
                        + "':*";
        return new Sql()
                .add("select e.title, e.subject_id, e.type, e.readers from search_entry e")
                .add(" where ts_filter(e.words, '{a}') @@ to_tsquery('simple', ?)", query);
    }

    /**
     * The index is behind the database, which has the last word on who reads an artifact. It is
     * asked for each entry by itself: no plan of the database's looks through all artifacts then.
     */
    private static Sql readable(Sql entries, Reach reach, int most) {
        List<String> scopes = reach.scopes().stream().map(UUID::toString).toList();
        List<String> granted = reach.granted().stream().map(UUID::toString).toList();
        return new Sql()
                .add("select 'title' as kind, title as text, id from (select distinct on")
                .add(" (lower(title)) title, id from (select e.title, e.subject_id as id from (")
                .add(entries)
                .add(") as e, lateral (select from artifact a where e.type = 'artifact'")
                .add(" and a.id = e.subject_id and a.deleted_at is null")
                .add(" and (a.reading_scope = any(array(select unnest(?::text[])::uuid))", scopes)
                .add(" or a.id = any(array(select unnest(?::text[])::uuid)))", granted)
                .add(" union all select where e.type <> 'artifact'")
                .add(" and e.readers && ?::text[]) as r", tokens(reach))
                .add(" limit ?) as found order by lower(title)) as once", CANDIDATES)
                .add(" order by length(title), lower(title), id limit ?", most);
    }

    private static List<String> tokens(Reach reach) {
        return reach.tokens().stream().sorted().toList();
    }

    private static Sql tags(List<String> places, String beginning, int most) {
        return new Sql()
                .add("select 'tag' as kind, name as text, id from (select distinct on (name_key)")
                .add(" name, id, name_key from (select t.name, t.id, t.name_key")
                .add(" from unnest(?::text[]::uuid[]) w, lateral (", places)
                .add("select x.name, x.id, x.name_key from tag x where x.workspace_id = w")
                .add(" and x.name_key like ?", prefix(beginning))
                .add(" order by x.name_key using ~<~ limit ?) t) as found", most)
                .add(
                        " order by name_key, id) as once order by length(name), name_key limit ?",
                        most);
    }

    private static Sql people(List<String> places, String beginning, int most) {
        return new Sql()
                .add("select distinct 'person' as kind, u.display_name as text, u.id")
                .add(" from membership m join app_user u on u.id = m.user_id")
                .add(" where m.workspace_id = any(?::text[]::uuid[]) and u.active", places)
                .add(" and (lower(u.username) like ?", prefix(beginning))
                .add(" or lower(u.display_name) like ?", prefix(beginning))
                .add(" or lower(u.display_name) like ?)", "% " + prefix(beginning))
                .add(" order by text, id limit ?", most);
    }

    private static String prefix(String beginning) {
        return beginning.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        return new Suggestion(
                Suggestion.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("text"),
                row.getObject("id", UUID.class));
    }
}
