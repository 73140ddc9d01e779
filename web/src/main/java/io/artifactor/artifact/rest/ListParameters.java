package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactFilter;
import io.artifactor.artifact.ArtifactSort;
import io.artifactor.artifact.ShelfFilter;
import io.artifactor.problem.Problem;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters and the order of a list of artifacts, as query parameters. */
public class ListParameters {

    private static final String PROPERTY = "property.";

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
    @Parameter(description = "Not changed before", example = "2026-01-01T00:00:00Z")
    @Nullable Instant from;

    @QueryParam("to")
    @Parameter(description = "Changed before", example = "2026-12-31T23:59:59Z")
    @Nullable Instant to;

    @QueryParam("folder")
    @Parameter(description = "Only in this folder; `root` for those in none")
    @Nullable String folder;

    @QueryParam("recursive")
    @Parameter(description = "Whether what lies below the folder counts too")
    @Nullable Boolean recursive;

    @QueryParam("category")
    @Parameter(description = "Only of this category")
    @Nullable UUID category;

    @QueryParam("tag")
    @Parameter(description = "Only with this tag; several times, only with all of them")
    List<String> tags = List.of();

    @QueryParam("visibility")
    @Parameter(
            description = "Only what is private, shared or public",
            schema = @Schema(enumeration = {"private", "shared", "public"}),
            example = "private")
    @Nullable String visibility;

    @QueryParam("favourite")
    @Parameter(description = "Only the caller's favourites")
    @Nullable Boolean favourite;

    /** {@code property.name=value}, which no annotation can describe. */
    @Context private UriInfo address;

    @QueryParam("sort")
    @Parameter(description = "-updatedAt (as if absent), updatedAt, -createdAt or title")
    @Nullable String sort;

    ArtifactFilter filter() {
        ArtifactFilter filter =
                ArtifactFilter.none()
                        .withTypes(kind, language, source)
                        .withTitlePart(q)
                        .within(from, to)
                        .readBy(visibility)
                        .on(shelf());
        return conversation == null ? filter : filter.withConversation(conversation);
    }

    private ShelfFilter shelf() {
        return ShelfFilter.NONE
                .in(folder, recursive)
                .ofCategory(category)
                .tagged(tags)
                .onlyFavourites(favourite)
                .having(properties());
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        address.getQueryParameters()
                .forEach((name, values) -> {
                    if (name.startsWith(PROPERTY)) {
                        if (values.size() > 1) {
                            throw Problem.invalid(
                                    "property", "can have one value, and stands there twice.");
                        }
                        properties.put(name.substring(PROPERTY.length()), values.getFirst());
                    }
                });
        return properties;
    }

    ArtifactSort sort() {
        return sort == null || sort.isEmpty() ? ArtifactSort.NEWEST_CHANGE : ArtifactSort.of(sort);
    }
}
