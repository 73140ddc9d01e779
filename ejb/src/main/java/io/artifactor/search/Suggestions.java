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
        addTitles(titles, titlesThatBegin(reach, beginning, most));
        if (titles.size() < most) {
            addTitles(titles, titlesThatHave(reach, words, most));
        }
        return titles.values().stream().limit(most).toList();
    }

    private void addTitles(Map<String, Suggestion> titles, Sql sql) {
        rows.list(sql, Suggestions::suggestion)
                .forEach(found -> titles.putIfAbsent(found.text().toLowerCase(Locale.ROOT), found));
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

    /** The index is behind the database, which has the last word on who reads an artifact. */
    private static Sql titlesThatHave(Reach reach, List<String> words, int most) {
        List<String> tokens = reach.tokens().stream().sorted().toList();
        List<String> scopes = reach.scopes().stream().map(UUID::toString).toList();
        List<String> granted = reach.granted().stream().map(UUID::toString).toList();
        return new Sql()
                .add("select 'title' as kind, title as text, id from (select distinct on")
                .add(" (lower(title)) title, id from (select e.title, e.subject_id as id")
                .add(" from search_entry e where e.readers && ?::text[]", tokens)
                .add(" and e.words @@ to_tsquery('simple', ?)", query(words))
                .add(" and (e.type <> 'artifact' or exists (select from artifact a")
                .add(" where a.id = e.subject_id and a.deleted_at is null")
                .add(" and (a.reading_scope = any(?::text[]::uuid[])", scopes)
                .add(" or a.id = any(?::text[]::uuid[])))) limit ?)", granted, CANDIDATES)
                .add(" as found order by lower(title)) as once")
                .add(" order by length(title), lower(title), id limit ?", most);
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

    /** All words in the title, the last of which may go on. */
    private static String query(List<String> words) {
        return words.stream()
                        .limit(words.size() - 1L)
                        .map(word -> "'" + word + "':A & ")
                        .collect(Collectors.joining())
                + "'"
                + words.getLast()
                + "':*A";
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        return new Suggestion(
                Suggestion.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("text"),
                row.getObject("id", UUID.class));
    }
}
