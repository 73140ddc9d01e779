package io.artifactor.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a query asks for, the same for every index. {@link #print} writes it so that it
 * is read as the same again.
 */
sealed interface QueryText {

    /** All of these, at least two. */
    record All(List<QueryText> parts) implements QueryText {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of these, at least two. */
    record Any(List<QueryText> parts) implements QueryText {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** What does not fulfil this. */
    record Not(QueryText part) implements QueryText {}

    /**
     * A word or phrase.
     *
     * @param field where it has to be; null for anywhere
     */
    record Has(@Nullable TextField field, SearchTerm term) implements QueryText {}

    /** A value that has to be this one exactly. */
    record Is(ExactField field, String value) implements QueryText {}

    /**
     * A value within a range.
     *
     * @param written as it was typed
     */
    record Within(RangeField field, String written, Range range) implements QueryText {}

    /** From {@code low} on to before {@code high}, numbers of bytes or of milliseconds. */
    record Range(@Nullable Long low, @Nullable Long high) {

        @Nullable Instant from() {
            return low == null ? null : Instant.ofEpochMilli(low);
        }

        @Nullable Instant to() {
            return high == null ? null : Instant.ofEpochMilli(high);
        }
    }

    /**
     * Reads a text; empty if there is nothing in it that could be looked for.
     *
     * @throws io.artifactor.problem.Problem that names {@code q}, the position and what was
     *     expected
     */
    static Optional<QueryText> parse(String text) {
        return new QueryParser(text).parse();
    }

    /** Without doublets, and without a list around a single thing. */
    static Optional<QueryText> all(List<QueryText> parts) {
        List<QueryText> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof All all ? all.parts() : List.of(part)));
        List<QueryText> distinct = flat.stream().distinct().toList();
        return distinct.size() > 1 ? Optional.of(new All(distinct)) : distinct.stream().findFirst();
    }

    /** Without doublets, and without a list around a single thing. */
    static Optional<QueryText> any(List<QueryText> parts) {
        List<QueryText> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof Any any ? any.parts() : List.of(part)));
        List<QueryText> distinct = flat.stream().distinct().toList();
        return distinct.size() > 1 ? Optional.of(new Any(distinct)) : distinct.stream().findFirst();
    }

    /** The words and phrases that may be in what is found, not those that must not. */
    default List<Has> wanted() {
        return switch (this) {
            case All all -> all.parts().stream().flatMap(p -> p.wanted().stream()).toList();
            case Any any -> any.parts().stream().flatMap(p -> p.wanted().stream()).toList();
            case Has has -> List.of(has);
            case Not not -> List.of();
            case Is is -> List.of();
            case Within within -> List.of();
        };
    }

    /** The words and conditions of which some may be fulfilled, not those that must not. */
    default List<QueryText> leaves() {
        return switch (this) {
            case All all -> all.parts().stream().flatMap(p -> p.leaves().stream()).toList();
            case Any any -> any.parts().stream().flatMap(p -> p.leaves().stream()).toList();
            case Not not -> List.of();
            case Has has -> List.of(has);
            case Is is -> List.of(is);
            case Within within -> List.of(within);
        };
    }

    /** In one way for all that mean the same. */
    default String print() {
        return switch (this) {
            case All all ->
                    all.parts().stream().map(QueryText::inAll).collect(Collectors.joining(" "));
            case Any any ->
                    any.parts().stream().map(QueryText::alone).collect(Collectors.joining(" OR "));
            case Not not -> "-" + alone(not.part());
            case Has has -> prefix(has.field()) + has.term().print();
            case Is is -> is.field().id() + ":\"" + is.value() + '"';
            case Within within -> within.field().id() + ':' + within.written();
        };
    }

    private static String inAll(QueryText part) {
        return part.print();
    }

    private static String alone(QueryText part) {
        return part instanceof All || part instanceof Any || part instanceof Not
                ? "(" + part.print() + ")"
                : part.print();
    }

    private static String prefix(@Nullable TextField field) {
        return field == null ? "" : field.id() + ':';
    }
}
