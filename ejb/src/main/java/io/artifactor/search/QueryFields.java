package io.artifactor.search;

import io.artifactor.artifact.ArtifactKind;
import io.artifactor.artifact.Source;
import io.artifactor.artifact.TagKeys;
import io.artifactor.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** The fields a query may name, and what their values are. */
final class QueryFields {

    private QueryFields() {}

    /** A value the field cannot have. */
    static final class BadValue extends Exception {

        private static final long serialVersionUID = 1L;

        private final String expected;

        BadValue(String expected) {
            super(expected);
            this.expected = expected;
        }

        String expected() {
            return expected;
        }
    }

    static List<String> names() {
        return Stream.of(
                        Arrays.stream(TextField.values()).map(TextField::id),
                        Arrays.stream(ExactField.values()).map(ExactField::id),
                        Arrays.stream(RangeField.values()).map(RangeField::id))
                .flatMap(ids -> ids)
                .toList();
    }

    static boolean isKnown(String name) {
        return names().contains(name.toLowerCase(Locale.ROOT));
    }

    /** What a known field with that value asks for. */
    static QueryText read(String name, String value, boolean quoted) throws BadValue {
        String id = name.toLowerCase(Locale.ROOT);
        for (TextField field : TextField.values()) {
            if (field.id().equals(id)) {
                return words(field, value, quoted);
            }
        }
        for (RangeField field : RangeField.values()) {
            if (field.id().equals(id)) {
                String written = value.strip();
                return new QueryText.Within(field, written, QueryRanges.read(field, written));
            }
        }
        return new QueryText.Is(
                ExactField.valueOf(id.toUpperCase(Locale.ROOT)),
                exact(ExactField.valueOf(id.toUpperCase(Locale.ROOT)), value.strip()));
    }

    private static QueryText words(TextField field, String value, boolean quoted) throws BadValue {
        SearchTerm term = quoted ? SearchTerm.phrase(value) : SearchTerm.word(value);
        if (term.words().isEmpty()) {
            throw new BadValue("a word, or words in quotes");
        }
        return new QueryText.Has(field, term);
    }

    private static String exact(ExactField field, String value) throws BadValue {
        return switch (field) {
            case TYPE -> oneOf(value, Arrays.stream(DocumentType.values()).map(DocumentType::id));
            case KIND -> oneOf(value, Arrays.stream(ArtifactKind.values()).map(ArtifactKind::id));
            case SOURCE -> oneOf(value, Arrays.stream(Source.values()).map(Source::id));
            case TAG -> tag(value);
            case CONVERSATION -> id(value);
            case LANGUAGE, CATEGORY, OWNER -> named(value);
        };
    }

    private static String named(String value) throws BadValue {
        if (value.isEmpty()) {
            throw new BadValue("a name");
        }
        return value.toLowerCase(Locale.ROOT);
    }

    private static String oneOf(String value, Stream<String> ids) throws BadValue {
        List<String> known = ids.toList();
        String id = value.toLowerCase(Locale.ROOT);
        if (!known.contains(id)) {
            throw new BadValue("one of " + String.join(", ", known));
        }
        return id;
    }

    private static String tag(String value) throws BadValue {
        try {
            return TagKeys.of(List.of(value)).stream()
                    .findFirst()
                    .orElseThrow(() -> new BadValue("the name of a tag"));
        } catch (Problem e) {
            throw new BadValue("the name of a tag");
        }
    }

    private static String id(String value) throws BadValue {
        try {
            return UUID.fromString(value).toString();
        } catch (IllegalArgumentException e) {
            throw new BadValue("the id of a conversation");
        }
    }
}
