package io.artifactor.capture.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.capture.FoundArtifact;
import io.artifactor.capture.FoundPage;
import io.artifactor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an extension sends. Fields nobody needs are passed over: extensions out there are older or
 * newer than this. Never to be logged, for the settings hold the token.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CaptureBody(
        @Nullable String url,
        @Nullable String conversationId,
        @Nullable List<@Nullable Artifact> artifacts,
        @Nullable JsonNode settings) {

    /** The page of a {@code sync}, which is none. */
    private static final String NO_PAGE = "sync";

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Artifact(
            @Nullable String id,
            @Nullable String title,
            @Nullable String content,
            @Nullable String type,
            @Nullable String language,
            @Nullable String conversationId,
            @Nullable String url) {

        FoundArtifact found(int place) {
            if (content == null) {
                throw Problem.invalid("artifacts[" + place + "].content", "is missing.");
            }
            return new FoundArtifact(
                    id == null ? String.valueOf(place) : id,
                    title,
                    content,
                    type,
                    language,
                    conversationId,
                    url);
        }
    }

    /** The token that old extensions put here. */
    Optional<String> token() {
        return Optional.ofNullable(settings)
                .map(it -> it.path("apiKey").textValue())
                .map(String::strip)
                .filter(it -> !it.isEmpty());
    }

    FoundPage page() {
        if (artifacts == null) {
            throw Problem.invalid("artifacts", "is missing, expected a list.");
        }
        List<FoundArtifact> found = new ArrayList<>();
        for (Artifact artifact : artifacts) {
            if (artifact == null) {
                throw Problem.invalid("artifacts[" + found.size() + "]", "is null.");
            }
            found.add(artifact.found(found.size()));
        }
        return new FoundPage(url, NO_PAGE.equals(conversationId) ? null : conversationId, found);
    }

    @Override
    public String toString() {
        return "CaptureBody";
    }
}
