package io.artifactor.search;

import io.artifactor.search.QueryText.All;
import io.artifactor.search.QueryText.Any;
import io.artifactor.search.QueryText.Has;
import io.artifactor.search.QueryText.Is;
import io.artifactor.search.QueryText.Not;
import io.artifactor.search.QueryText.Within;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The words PostgreSQL's index has seen, by which those that were meant are found. They are
 * everybody's; what is found by them is not.
 */
final class SearchWords {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    private static final int MOST_OF_BODY = 300;
    private static final int BODY_START = 20_000;
    private static final int MOST_NEAR = 50;
    private static final int MOST_READ = 500;

    private SearchWords() {}

    /** Remembers the words of these documents; of long texts those of the beginning. */
    static void remember(Connection connection, Collection<SearchDocument> documents)
            throws SQLException {
        // In order, so that nobody waits in a circle.
        TreeSet<String> words = new TreeSet<>();
        for (SearchDocument document : documents) {
            addWords(document.title() + ' ' + document.headWords(), Integer.MAX_VALUE, words);
            String body = document.body();
            String start = body.substring(0, Math.min(body.length(), BODY_START));
            addWords(start, MOST_OF_BODY, words);
        }
        Sql insert =
                new Sql()
                        .add("insert into search_word (word) select unnest(?::text[])", words)
                        .add(" on conflict do nothing");
        try (PreparedStatement statement = insert.prepare(connection)) {
            statement.executeUpdate();
        }
    }

    private static void addWords(String text, int most, Collection<String> words) {
        TreeSet<String> found = new TreeSet<>();
        for (String word : Words.partsOf(text)) {
            if (word.length() >= SHORTEST && word.length() <= LONGEST && found.size() < most) {
                found.add(word);
            }
        }
        words.addAll(found);
    }

    /** The same query with every word of which there are near ones in place of any of them. */
    static QueryText loosened(Connection connection, QueryText text) throws SQLException {
        return switch (text) {
            case All all -> new All(loosened(connection, all.parts()));
            case Any any -> new Any(loosened(connection, any.parts()));
            case Has has -> loosened(connection, has);
            case Not not -> not;
            case Is is -> is;
            case Within within -> within;
        };
    }

    private static List<QueryText> loosened(Connection connection, List<QueryText> parts)
            throws SQLException {
        List<QueryText> loosened = new ArrayList<>();
        for (QueryText part : parts) {
            loosened.add(loosened(connection, part));
        }
        return loosened;
    }

    private static QueryText loosened(Connection connection, Has has) throws SQLException {
        if (has.term().phrase() || has.term().beginning()) {
            return has;
        }
        List<QueryText> parts = new ArrayList<>();
        for (String part : has.term().parts()) {
            List<QueryText> choices = new ArrayList<>();
            choices.add(new Has(has.field(), SearchTerm.word(part)));
            for (String near : near(connection, part)) {
                choices.add(new Has(has.field(), SearchTerm.word(near)));
            }
            parts.add(QueryText.any(choices).orElseThrow());
        }
        return new Any(List.of(has, QueryText.all(parts).orElse(has)));
    }

    private static List<String> near(Connection connection, String word) throws SQLException {
        int allowed = Spelling.allowed(word);
        if (allowed == 0 || word.length() > LONGEST) {
            return List.of();
        }
        int length = word.codePointCount(0, word.length());
        // Two neighbours that are exchanged count as two others there, and as one here.
        Sql select =
                new Sql()
                        .add("select word from search_word where left(word, 1) = left(?, 1)", word)
                        .add(
                                " and length(word) between ? and ?",
                                length - allowed,
                                length + allowed)
                        .add(" and levenshtein_less_equal(word, ?, ?)", word, allowed + 1)
                        .add(
                                " <= ? order by levenshtein_less_equal(word, ?, ?), word limit ?",
                                allowed + 1,
                                word,
                                allowed + 1,
                                MOST_READ);
        List<String> near = new ArrayList<>();
        try (PreparedStatement statement = select.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                near.add(row.getString(1));
            }
        }
        return near.stream()
                .filter(candidate -> Spelling.isNear(word, candidate))
                .sorted(Comparator.comparingInt(candidate -> Spelling.distance(word, candidate)))
                .limit(MOST_NEAR)
                .toList();
    }
}
