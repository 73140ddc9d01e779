package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactVersion;
import io.artifactor.artifact.ArtifactView;
import io.artifactor.web.CurrentState;
import io.artifactor.web.IfMatch;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;

/** How artifacts are answered: always with the revision as their tag. */
final class ArtifactAnswers {

    private ArtifactAnswers() {}

    static Response created(ArtifactView view) {
        URI location = URI.create("artifacts/" + view.artifact().id());
        return Response.created(location).tag(tag(view)).entity(ArtifactResponse.of(view)).build();
    }

    /** What was meant to be added and was in the trash. */
    static Response restored(ArtifactView view) {
        URI location = URI.create("artifacts/" + view.artifact().id());
        return Response.ok(ArtifactResponse.restored(view))
                .location(location)
                .tag(tag(view))
                .build();
    }

    static Response of(ArtifactView view) {
        return Response.ok(ArtifactResponse.of(view)).tag(tag(view)).build();
    }

    static EntityTag tag(ArtifactView view) {
        // The favourite is the reader's own and has no revision, but is part of what they read.
        String favourite = view.isFavourite() ? IfMatch.OWN_MARK : "";
        return new EntityTag(view.artifact().revision() + favourite);
    }

    /** A writer refused for an old revision is shown the artifact as this interface shows it. */
    static <T> T showingCurrent(Supplier<T> write) {
        return CurrentState.shown(
                ArtifactView.class,
                ArtifactResponse::of,
                () -> CurrentState.shown(ArtifactVersion.class, VersionResponse::of, write));
    }
}
