package io.artifactor.search;

import io.artifactor.search.QueryText.All;
import io.artifactor.search.QueryText.Any;
import io.artifactor.search.QueryText.Has;
import io.artifactor.search.QueryText.Is;
import io.artifactor.search.QueryText.Not;
import io.artifactor.search.QueryText.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a query asks for, as a condition on an entry {@code e} of PostgreSQL's index. */
final class PostgresCondition {

    private PostgresCondition() {}

    static Sql of(SearchQuery query, Optional<QueryText> wanted, Set<String> readers) {
        Sql sql = new Sql().add("e.readers && ?::text[]", readers);
        for (QueryText condition : query.filter().conditions()) {
            sql.add(" and ");
            add(sql, condition);
        }
        PlaceFilter place = query.filter().place();
        if (place.category() != null) {
            sql.add(" and e.category_id = ?", place.category());
        }
        if (place.folder() != null) {
            sql.add(" and e.folders @> array[?::uuid]", place.folder());
        }
        wanted.ifPresent(text -> {
            sql.add(" and ");
            add(sql, text);
        });
        return sql;
    }

    /** Words alone are one question to the index; all else is put together around them. */
    static void add(Sql sql, QueryText text) {
        Optional<String> expression = expression(text);
        if (expression.isPresent()) {
            sql.add("e.words @@ to_tsquery('simple', ?)", expression.get());
            return;
        }
        switch (text) {
            case All all -> addList(sql, all.parts(), " and ");
            case Any any -> addList(sql, any.parts(), " or ");
            case Not not -> {
                sql.add("not coalesce(");
                add(sql, not.part());
                sql.add(", false)");
            }
            case Has has ->
                    sql.add(
                            "e.named @@ to_tsquery('simple', ?)",
                            expression(has.term(), has.field() == TextField.FILE ? "A" : "B"));
            case Is is -> addIs(sql, is);
            case Within within -> addWithin(sql, within);
        }
    }

    private static void addList(Sql sql, List<QueryText> parts, String between) {
        sql.add("(");
        for (int i = 0; i < parts.size(); i++) {
            sql.add(i == 0 ? "" : between);
            add(sql, parts.get(i));
        }
        sql.add(")");
    }

    private static void addIs(Sql sql, Is is) {
        switch (is.field()) {
            case TYPE -> sql.add("e.type = ?", is.value());
            case KIND -> sql.add("e.kind = ?", is.value());
            case LANGUAGE -> sql.add("e.language = ?", is.value());
            case SOURCE -> sql.add("e.source = ?", is.value());
            case TAG -> sql.add("e.tags @> array[?::text]", is.value());
            case OWNER -> sql.add("e.owner = ?", is.value());
            case CONVERSATION -> sql.add("e.conversation_id = ?::uuid", is.value());
            case CATEGORY ->
                    sql.add(
                            "e.category_id in (select id from category where name_key = ?)",
                            is.value());
        }
    }

    private static void addWithin(Sql sql, Within within) {
        boolean size = within.field() == RangeField.SIZE;
        String column =
                switch (within.field()) {
                    case SIZE -> "e.size";
                    case CREATED -> "e.created_at";
                    case UPDATED -> "e.updated_at";
                };
        QueryText.Range range = within.range();
        sql.add("(true");
        if (range.low() != null) {
            sql.add(" and " + column + " >= ?", size ? range.low() : range.from());
        }
        if (range.high() != null) {
            sql.add(" and " + column + " < ?", size ? range.high() : range.to());
        }
        sql.add(")");
    }

    /** As one expression for {@code to_tsquery}, where it is about the column of all words. */
    static Optional<String> expression(QueryText text) {
        return switch (text) {
            case All all -> joined(all.parts(), " & ");
            case Any any -> joined(any.parts(), " | ");
            case Not not -> expression(not.part()).map(part -> "!" + part);
            case Has has -> weight(has.field()).map(weight -> expression(has.term(), weight));
            case Is is -> Optional.empty();
            case Within within -> Optional.empty();
        };
    }

    private static Optional<String> joined(List<QueryText> parts, String between) {
        List<String> expressions =
                parts.stream()
                        .map(PostgresCondition::expression)
                        .flatMap(Optional::stream)
                        .toList();
        return expressions.size() == parts.size()
                ? Optional.of("(" + String.join(between, expressions) + ")")
                : Optional.empty();
    }

    /** How words of the field are marked in the column of all words, if they are. */
    private static Optional<String> weight(@Nullable TextField field) {
        return switch (field) {
            case null -> Optional.of("");
            case TITLE -> Optional.of("A");
            case CONTENT -> Optional.of("CD");
            case DESCRIPTION, FILE -> Optional.empty();
        };
    }

    /** Its words hold nothing but letters and digits, and need no quoting but the quotes. */
    static String expression(SearchTerm term, String weight) {
        String words = phrase(term.words(), term.beginning(), weight);
        return term.hasParts()
                ? "(" + words + " | " + phrase(term.parts(), term.beginning(), weight) + ")"
                : words;
    }

    private static String phrase(List<String> words, boolean beginning, String weight) {
        List<String> quoted = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String mark = (beginning && i == words.size() - 1 ? "*" : "") + weight;
            quoted.add("'" + words.get(i) + "'" + (mark.isEmpty() ? "" : ":" + mark));
        }
        return "(" + String.join(" <-> ", quoted) + ")";
    }
}
