package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which artifacts a list shows; what is absent does not matter.
 *
 * @param titlePart is somewhere in the title, in whatever case
 * @param from not changed before
 * @param to changed before
 * @param shelf where they belong in their workspace
 * @param visibility who reads them beside those they are granted to
 */
public record ArtifactFilter(
        Optional<ArtifactKind> kind,
        Optional<String> language,
        Optional<Source> source,
        Optional<UUID> conversation,
        Optional<String> titlePart,
        Optional<Instant> from,
        Optional<Instant> to,
        ShelfFilter shelf,
        Optional<Visibility> visibility) {

    /** All of them. */
    public static ArtifactFilter none() {
        return new ArtifactFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ShelfFilter.NONE,
                Optional.empty());
    }

    /** Those a conversation produced. */
    public static ArtifactFilter ofConversation(UUID conversation) {
        return none().withConversation(conversation);
    }

    public ArtifactFilter withConversation(UUID id) {
        return new ArtifactFilter(
                kind, language, source, Optional.of(id), titlePart, from, to, shelf, visibility);
    }

    public ArtifactFilter on(ShelfFilter where) {
        return new ArtifactFilter(
                kind, language, source, conversation, titlePart, from, to, where, visibility);
    }

    public ArtifactFilter withTypes(
            @Nullable String kindId, @Nullable String languageName, @Nullable String sourceId) {
        return new ArtifactFilter(
                given(kindId).map(TextRules::kind),
                given(languageName).map(TextRules::language).map(ContentDetection::canonical),
                given(sourceId).map(TextRules::source),
                conversation,
                titlePart,
                from,
                to,
                shelf,
                visibility);
    }

    public ArtifactFilter withTitlePart(@Nullable String part) {
        return new ArtifactFilter(
                kind,
                language,
                source,
                conversation,
                given(part).map(TextRules::searched),
                from,
                to,
                shelf,
                visibility);
    }

    public ArtifactFilter within(@Nullable Instant earliest, @Nullable Instant latest) {
        return new ArtifactFilter(
                kind,
                language,
                source,
                conversation,
                titlePart,
                Optional.ofNullable(earliest),
                Optional.ofNullable(latest),
                shelf,
                visibility);
    }

    /** Those of that {@link Visibility#id}, if one is named. */
    public ArtifactFilter readBy(@Nullable String visibilityId) {
        return new ArtifactFilter(
                kind,
                language,
                source,
                conversation,
                titlePart,
                from,
                to,
                shelf,
                given(visibilityId).map(TextRules::visibility));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    /** The conditions on {@code Artifact a} in JPQL. */
    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        kind.ifPresent(k -> conditions.add("a.kind = :kind"));
        language.ifPresent(l -> conditions.add("a.language = :language"));
        source.ifPresent(s -> conditions.add("a.origin.sourceId = :source"));
        conversation.ifPresent(c -> conditions.add("a.conversationId = :conversation"));
        titlePart.ifPresent(
                t -> conditions.add("lower(a.title) like lower(:titlePart) escape '!'"));
        from.ifPresent(f -> conditions.add("a.updatedAt >= :from"));
        to.ifPresent(t -> conditions.add("a.updatedAt < :to"));
        visibility.ifPresent(v -> conditions.add("a.place.readers = :visibility"));
        conditions.addAll(shelf.conditions());
        return conditions;
    }

    /** The values of the conditions' parameters. */
    Map<String, Object> parameters(Caller caller) {
        Map<String, Object> parameters = new HashMap<>(shelf.parameters(caller));
        kind.ifPresent(k -> parameters.put("kind", k.id()));
        language.ifPresent(l -> parameters.put("language", l));
        source.ifPresent(s -> parameters.put("source", s.id()));
        conversation.ifPresent(c -> parameters.put("conversation", c));
        titlePart.ifPresent(t -> parameters.put("titlePart", TextRules.contains(t)));
        from.ifPresent(f -> parameters.put("from", f));
        to.ifPresent(t -> parameters.put("to", t));
        visibility.ifPresent(v -> parameters.put("visibility", v.id()));
        return parameters;
    }
}
