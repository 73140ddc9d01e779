package io.artifactor.preview.rest;

import io.artifactor.preview.Preview;
import io.artifactor.preview.PreviewKind;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers with a preview; a browser that opens it runs nothing of it and loads nothing. */
@ApplicationScoped
class PreviewAnswers {

    /** What the description says of previews, whatever they are of. */
    static final String MADE =
            "Made out of band, once for the same content: `202` with `Retry-After` until it is"
                    + " there. Pictures are PNG, tables and listings JSON, pages sanitised HTML.";

    static final String UNDER_WAY = "It is being made; there is no body";
    static final String LATER = "In how many seconds to ask again";
    static final String NONE = "There is nothing the caller may read, or no preview of it";
    static final String KINDS =
            "`markdown`, `table`, `notebook`, `thumbnail`, `page`, `archive` or `text`; otherwise"
                    + " what fits best";

    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; object-src 'none';"
                    + " base-uri 'none'";

    static Optional<PreviewKind> kind(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(
                PreviewKind.of(name)
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.INVALID_INPUT,
                                        "There is no such kind of preview.")));
    }

    Response of(Preview preview, Request request) {
        if (preview.state() == Preview.State.WAITING) {
            return Response.accepted().header(HttpHeaders.RETRY_AFTER, 1).build();
        }
        EntityTag tag = new EntityTag(preview.tag());
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        if (known != null) {
            return known.tag(tag).build();
        }
        return Response.ok(Objects.requireNonNull(preview.body()))
                .type(Objects.requireNonNull(preview.mediaType()))
                .tag(tag)
                .header("Content-Security-Policy", POLICY)
                .header("X-Preview-Kind", preview.kind().id())
                .build();
    }
}
