package io.artifactor.search;

import io.artifactor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the language of queries by recursive descent:
 *
 * <pre>
 * query  = { clause }
 * clause = unit { "OR" unit }
 * unit   = [ "-" ] ( "(" query ")" | word | phrase | field ":" value )
 * </pre>
 *
 * <p>Parentheses that are opened and closed within one word belong to it, as in {@code main(args)}.
 * What has no letter and no digit asks for nothing. Used once, by one thread.
 */
final class QueryParser {

    static final int LONGEST = 2_000;
    static final int MOST_CLAUSES = 64;
    static final int DEEPEST = 16;

    private static final Pattern QUOTES = Pattern.compile("[\u201C\u201D\u201E\u00AB\u00BB]");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z]+):(?![:/\\\\=])");
    private static final Pattern OR = Pattern.compile("OR(?=[\\s()\"]|$)");

    private final String text;
    private int at;
    private int clauses;

    QueryParser(String text) {
        this.text = QUOTES.matcher(text).replaceAll("\"");
    }

    Optional<QueryText> parse() {
        if (text.length() > LONGEST) {
            throw refused(
                    LONGEST,
                    "has %,d characters.".formatted(text.length()),
                    "at most %,d characters".formatted(LONGEST));
        }
        Optional<QueryText> whole = query(0);
        if (at < text.length()) {
            throw refused(at, "a `)` closes nothing.", "a word, or a `(` before it");
        }
        return whole;
    }

    private Optional<QueryText> query(int depth) {
        List<QueryText> parts = new ArrayList<>();
        skipBlanks();
        while (at < text.length() && text.charAt(at) != ')') {
            clause(depth).ifPresent(parts::add);
            skipBlanks();
        }
        return QueryText.all(parts);
    }

    private Optional<QueryText> clause(int depth) {
        if (isOr()) {
            throw refused(at, "nothing stands before OR.", "a word, a phrase or `(`");
        }
        List<QueryText> choices = new ArrayList<>();
        unit(depth).ifPresent(choices::add);
        skipBlanks();
        while (isOr()) {
            at += 2;
            skipBlanks();
            if (at == text.length() || text.charAt(at) == ')' || isOr()) {
                throw refused(at, "nothing stands behind OR.", "a word, a phrase or `(`");
            }
            unit(depth).ifPresent(choices::add);
            skipBlanks();
        }
        return QueryText.any(choices);
    }

    private Optional<QueryText> unit(int depth) {
        boolean excluded = isExclusion();
        if (excluded) {
            at++;
        }
        Optional<QueryText> unit = text.charAt(at) == '(' ? group(depth) : leaf();
        if (!excluded) {
            return unit;
        }
        return unit.map(part ->
                part instanceof QueryText.Not(QueryText kept) ? kept : new QueryText.Not(part));
    }

    /** A dash before a blank is a dash, and two begin an option of some command. */
    private boolean isExclusion() {
        if (text.charAt(at) != '-' || at + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        return next != '-' && next != ')' && !Character.isWhitespace(next);
    }

    private Optional<QueryText> group(int depth) {
        int opened = at;
        if (depth == DEEPEST) {
            throw refused(opened, "there are too many `(` in each other.", "at most " + DEEPEST);
        }
        at++;
        Optional<QueryText> inner = query(depth + 1);
        if (at == text.length()) {
            throw refused(at, "the `(` at %d is not closed.".formatted(opened + 1), "`)`");
        }
        at++;
        return inner;
    }

    private Optional<QueryText> leaf() {
        int start = at;
        Matcher field = FIELD.matcher(text).region(at, text.length());
        if (field.lookingAt()) {
            Optional<QueryText> named = named(start, field);
            if (named.isPresent()) {
                return count(start, named);
            }
        }
        return count(start, term().map(term -> new QueryText.Has(null, term)));
    }

    private Optional<QueryText> count(int start, Optional<QueryText> leaf) {
        clauses += leaf.isPresent() ? 1 : 0;
        if (clauses > MOST_CLAUSES) {
            throw refused(
                    start,
                    "there are more than %d words and conditions.".formatted(MOST_CLAUSES),
                    "at most " + MOST_CLAUSES);
        }
        return leaf;
    }

    /** A word or phrase; empty if it has no letter and no digit. */
    private Optional<SearchTerm> term() {
        SearchTerm term =
                text.charAt(at) == '"' ? SearchTerm.phrase(quoted()) : SearchTerm.word(word());
        return term.words().isEmpty() ? Optional.empty() : Optional.of(term);
    }

    private String quoted() {
        int opened = at;
        int closed = text.indexOf('"', opened + 1);
        if (closed < 0) {
            throw refused(
                    text.length(), "the quote at %d is not closed.".formatted(opened + 1), "`\"`");
        }
        at = closed + 1;
        return text.substring(opened + 1, closed);
    }

    private String word() {
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '"' || c == ')') {
                break;
            }
            int closed = c == '(' ? endOfCall() : at;
            if (closed < 0) {
                break;
            }
            at = closed + 1;
        }
        return text.substring(start, at);
    }

    /** Where the parenthesis that opens here is closed within the same word; -1 if it is not. */
    private int endOfCall() {
        int open = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '"') {
                return -1;
            }
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        return -1;
    }

    private Optional<QueryText> named(int start, Matcher field) {
        int valueStart = field.end();
        boolean known = QueryFields.isKnown(field.group(1));
        boolean hasValue =
                valueStart < text.length()
                        && !Character.isWhitespace(text.charAt(valueStart))
                        && text.charAt(valueStart) != ')';
        if (!known && !hasValue) {
            return Optional.empty();
        }
        if (!known) {
            throw refused(
                    start,
                    "there is no field `%s`; in quotes it is looked for as it stands."
                            .formatted(field.group(1)),
                    "one of " + String.join(", ", QueryFields.names()));
        }
        at = valueStart;
        if (!hasValue || text.charAt(at) == '(') {
            throw refused(at, "`%s:` has no value.".formatted(field.group(1)), "a value");
        }
        return Optional.of(value(field.group(1), valueStart));
    }

    private QueryText value(String name, int valueStart) {
        boolean quoted = text.charAt(at) == '"';
        String value = quoted ? quoted() : word();
        try {
            return QueryFields.read(name, value, quoted);
        } catch (QueryFields.BadValue e) {
            throw refused(
                    valueStart,
                    "`%s` cannot be `%s`.".formatted(name, shortened(value)),
                    e.expected());
        }
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= 60
                ? value
                : value.substring(0, value.offsetByCodePoints(0, 60)) + "\u2026";
    }

    private boolean isOr() {
        return OR.matcher(text).region(at, text.length()).lookingAt();
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static Problem refused(int index, String wrong, String expected) {
        int position = index + 1;
        return Problem.invalid(
                "q",
                "%s Expected at position %d: %s.".formatted(wrong, position, expected),
                Map.of("position", position, "expected", expected));
    }
}
