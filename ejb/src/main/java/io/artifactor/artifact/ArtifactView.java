package io.artifactor.artifact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An artifact with its current version and where it came from, as one statement reads them. */
public record ArtifactView(
        Artifact artifact,
        Optional<ArtifactVersion> head,
        Optional<Origin> origin,
        List<String> tags,
        boolean isFavourite) {

    public ArtifactView {
        tags = List.copyOf(tags);
    }

    ArtifactView(Artifact artifact, Optional<ArtifactVersion> head, Optional<Origin> origin) {
        this(artifact, head, origin, List.of(), false);
    }

    /**
     * The same with what stands beside it.
     *
     * @param favourite whether it is one of the caller's favourites
     */
    ArtifactView with(List<String> names, boolean favourite) {
        return new ArtifactView(artifact, head, origin, names, favourite);
    }

    static ArtifactView of(
            Artifact artifact,
            @Nullable ArtifactVersion head,
            @Nullable UUID conversation,
            @Nullable String conversationTitle) {
        Optional<Origin> origin = Optional.empty();
        if (conversation != null && conversationTitle != null) {
            Optional<ArtifactVersion> version = Optional.ofNullable(head);
            origin =
                    Optional.of(
                            new Origin(
                                    conversation,
                                    conversationTitle,
                                    version.flatMap(ArtifactVersion::message),
                                    version.flatMap(ArtifactVersion::model)));
        }
        return new ArtifactView(artifact, Optional.ofNullable(head), origin);
    }

    /** The conversation, and the message and model of the current version, if they are known. */
    public record Origin(
            UUID conversation,
            String conversationTitle,
            Optional<UUID> message,
            Optional<String> model) {}
}
