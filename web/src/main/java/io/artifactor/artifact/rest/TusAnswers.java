package io.artifactor.artifact.rest;

import io.artifactor.artifact.ResumableUpload;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How the state of a resumable upload is answered. */
final class TusAnswers {

    private TusAnswers() {}

    /** The headers every answer about an upload has; {@code Content-Location} is the artifact. */
    static Response.ResponseBuilder with(Response.ResponseBuilder answer, ResumableUpload upload) {
        answer.header(TusHeaders.OFFSET, upload.acknowledged())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                upload.expiresAt().atOffset(ZoneOffset.UTC)));
        upload.artifact()
                .ifPresent(id ->
                        answer.header(HttpHeaders.CONTENT_LOCATION, "/api/v1/artifacts/" + id));
        return answer;
    }
}
