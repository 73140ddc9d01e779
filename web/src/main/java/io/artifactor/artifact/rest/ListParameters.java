package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactFilter;
import io.artifactor.artifact.ArtifactSort;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters and the order of a list of artifacts, as query parameters. */
public class ListParameters {

    @QueryParam("kind")
    @Parameter(description = "Only this kind", example = "code")
    @Nullable String kind;

    @QueryParam("language")
    @Parameter(description = "Only in this language", example = "python")
    @Nullable String language;

    @QueryParam("source")
    @Parameter(description = "Only from this source", example = "claude")
    @Nullable String source;

    @QueryParam("conversation")
    @Parameter(description = "Only what this conversation produced")
    @Nullable UUID conversation;

    @QueryParam("q")
    @Parameter(description = "Only with this in the title, in whatever case")
    @Nullable String q;

    @QueryParam("from")
    @Parameter(description = "Not changed before", example = "2026-01-01")
    @Nullable Instant from;

    @QueryParam("to")
    @Parameter(description = "Changed before", example = "2026-12-31T23:59:59Z")
    @Nullable Instant to;

    @QueryParam("sort")
    @Parameter(description = "-updatedAt (as if absent), updatedAt, -createdAt or title")
    @Nullable String sort;

    ArtifactFilter filter() {
        ArtifactFilter filter =
                ArtifactFilter.none()
                        .withTypes(kind, language, source)
                        .withTitlePart(q)
                        .within(from, to);
        return conversation == null ? filter : filter.withConversation(conversation);
    }

    ArtifactSort sort() {
        return sort == null || sort.isEmpty() ? ArtifactSort.NEWEST_CHANGE : ArtifactSort.of(sort);
    }
}
