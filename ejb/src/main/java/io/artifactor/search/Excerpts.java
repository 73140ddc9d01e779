package io.artifactor.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Marks in texts what was looked for, by the rules by which PostgreSQL's index finds it: whole
 * words, phrases in their order, beginnings, and the parts of identifiers.
 */
final class Excerpts {

    private static final Pattern WORD =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}]"
                            + "|[\\p{L}\\p{M}\\p{Nd}&&[^\\p{IsHan}\\p{IsHiragana}]]+");
    private static final int MOST_PIECES = 3;
    private static final int MOST_MARKS = 50;
    private static final int BEFORE = 60;
    private static final int LENGTH = 160;

    private final List<SearchTerm> wanted;

    /** In which words are looked for; empty for everywhere. */
    private final Set<String> fields;

    Excerpts(Optional<QueryText> text) {
        fields = fields(text.map(QueryText::wanted).orElse(List.of()));
        wanted =
                text.map(QueryText::wanted).orElse(List.of()).stream()
                        .map(QueryText.Has::term)
                        .flatMap(Excerpts::forms)
                        .distinct()
                        .toList();
    }

    private static Set<String> fields(List<QueryText.Has> wanted) {
        Set<String> fields = new TreeSet<>();
        for (QueryText.Has has : wanted) {
            if (has.field() == null) {
                return Set.of();
            }
            fields.add(has.field().id());
        }
        return fields;
    }

    /** Taken apart it is marked too. */
    private static Stream<SearchTerm> forms(SearchTerm term) {
        SearchTerm apart =
                new SearchTerm(
                        term.written(),
                        term.parts(),
                        term.parts(),
                        term.beginning(),
                        term.phrase());
        return Stream.of(term, apart);
    }

    /**
     * Those of the places in which the query looks for words. Where nothing is marked it is parts
     * of identifiers in the content that were found.
     */
    List<String> places(Set<String> found) {
        if (!hasWords()) {
            return List.of();
        }
        List<String> asked =
                found.stream().filter(place -> fields.isEmpty() || fields.contains(place)).toList();
        if (!asked.isEmpty()) {
            return asked;
        }
        return fields.isEmpty() ? List.of("content") : List.copyOf(fields);
    }

    boolean hasWords() {
        return !wanted.isEmpty();
    }

    /** A word of a text, or what is marked in it. */
    private record Span(int start, int end, String folded) {}

    /** The whole text as HTML with what was found marked; empty if nothing is. */
    List<String> whole(String text) {
        List<Span> marks = marks(text);
        return marks.isEmpty() ? List.of() : List.of(html(text, 0, text.length(), marks));
    }

    /** Pieces of the text, as HTML, around what was found. */
    List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int shown = 0;
        List<Span> marks = marks(text);
        for (Span mark : marks) {
            if (mark.start() < shown) {
                continue;
            }
            int start = wordStart(text, Math.max(shown, mark.start() - BEFORE), mark.start());
            shown = wordEnd(text, Math.max(mark.end(), Math.min(text.length(), start + LENGTH)));
            pieces.add(html(text, start, shown, marks).strip());
            if (pieces.size() == MOST_PIECES) {
                break;
            }
        }
        return pieces;
    }

    private List<Span> marks(String text) {
        List<Span> marks = new ArrayList<>();
        if (wanted.isEmpty()) {
            return marks;
        }
        List<Span> words = words(text);
        int end = 0;
        for (int i = 0; i < words.size() && marks.size() < MOST_MARKS; i++) {
            for (Span mark : marksAt(words, i, text)) {
                if (mark.start() >= end) {
                    marks.add(mark);
                    end = mark.end();
                }
            }
        }
        return marks;
    }

    private static List<Span> words(String text) {
        List<Span> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new Span(word.start(), word.end(), Words.fold(word.group())));
        }
        return words;
    }

    private List<Span> marksAt(List<Span> words, int at, String text) {
        for (SearchTerm term : wanted) {
            int last = at + term.words().size() - 1;
            if (last < words.size() && matches(words.subList(at, last + 1), term)) {
                return List.of(new Span(words.get(at).start(), words.get(last).end(), ""));
            }
        }
        return parts(words.get(at), text);
    }

    private static boolean matches(List<Span> words, SearchTerm term) {
        for (int i = 0; i < words.size(); i++) {
            boolean open = term.beginning() && i == words.size() - 1;
            if (!matches(words.get(i).folded(), term.words().get(i), open)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String word, String sought, boolean open) {
        return open ? word.startsWith(sought) : word.equals(sought);
    }

    private List<Span> parts(Span word, String text) {
        List<Span> parts = new ArrayList<>();
        Matcher part = Words.parts(text).region(word.start(), word.end());
        while (part.find()) {
            parts.add(new Span(part.start(), part.end(), Words.fold(part.group())));
        }
        List<Span> marks = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (SearchTerm term : wanted) {
                int last = i + term.words().size() - 1;
                if (last < parts.size() && matches(parts.subList(i, last + 1), term)) {
                    marks.add(new Span(parts.get(i).start(), parts.get(last).end(), ""));
                    break;
                }
            }
        }
        return marks;
    }

    private static int wordStart(String text, int from, int to) {
        int start = from;
        while (start > 0 && start < to && !Character.isWhitespace(text.charAt(start - 1))) {
            start++;
        }
        return start;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        int longest = Math.min(text.length(), from + BEFORE);
        while (end < longest && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        boolean splits = end < text.length() && Character.isLowSurrogate(text.charAt(end));
        return splits ? end + 1 : end;
    }

    private static String html(String text, int start, int end, List<Span> marks) {
        StringBuilder marked = new StringBuilder(end - start + 32);
        int at = start;
        for (Span mark : marks) {
            if (mark.start() >= at && mark.end() <= end) {
                marked.append(text, at, mark.start()).append(Highlights.START);
                marked.append(text, mark.start(), mark.end()).append(Highlights.END);
                at = mark.end();
            }
        }
        return Highlights.html(marked.append(text, at, end).toString());
    }
}
