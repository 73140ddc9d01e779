package io.artifactor.conversation;

import io.artifactor.artifact.Source;
import io.artifactor.artifact.TextRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations a list shows; what is absent does not matter.
 *
 * @param titlePart is somewhere in the title, in whatever case
 * @param from not changed before
 * @param to changed before
 */
public record ConversationFilter(
        Optional<Source> source,
        Optional<String> titlePart,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** As an edge receives it; what is null or blank does not matter. */
    public static ConversationFilter of(
            @Nullable String sourceId,
            @Nullable String titlePart,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new ConversationFilter(
                given(sourceId).map(TextRules::source),
                given(titlePart).map(TextRules::searched),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    /** The conditions on {@code Conversation c} in JPQL. */
    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        source.ifPresent(s -> conditions.add("c.source = :source"));
        titlePart.ifPresent(
                t -> conditions.add("lower(c.title) like lower(:titlePart) escape '!'"));
        from.ifPresent(f -> conditions.add("c.changedAt >= :from"));
        to.ifPresent(t -> conditions.add("c.changedAt < :to"));
        return conditions;
    }

    /** The values of the conditions' parameters. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        source.ifPresent(s -> parameters.put("source", s.id()));
        titlePart.ifPresent(t -> parameters.put("titlePart", TextRules.contains(t)));
        from.ifPresent(f -> parameters.put("from", f));
        to.ifPresent(t -> parameters.put("to", t));
        return parameters;
    }
}
