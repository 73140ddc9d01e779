package io.artifactor.artifact.rest;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.BlobStore;
import io.artifactor.web.DigestHeaders;
import io.artifactor.web.ProblemDocument;
import io.artifactor.web.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers a download: the whole, a part of it, or that the reader has it already (RFC 9110,
 * sections 13 and 14).
 *
 * <p>Whatever the content is, a browser that opens it gives it no origin and runs nothing of it.
 */
@ApplicationScoped
public class Downloads {

    private static final String POLICY =
            "sandbox; default-src 'none'; object-src 'none'; base-uri 'none'";

    @Inject private BlobStore store;
    @Inject private HttpServletRequest request;

    Response answer(Download download) {
        return answer(download, sent -> {});
    }

    /**
     * The same for content whose downloads are counted.
     *
     * @param count called before the first byte is sent, with what is sent; may refuse
     */
    Response answer(Download download, Consumer<ByteRange> count) {
        if (isKnown(download)) {
            return described(Response.status(Status.NOT_MODIFIED), download).build();
        }
        try {
            Optional<ByteRange> range = range(download);
            return range.isPresent() ? part(download, range.get(), count) : whole(download, count);
        } catch (ByteRange.Unsatisfiable e) {
            return unsatisfiable(download);
        }
    }

    private boolean isKnown(Download download) {
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && Arrays.stream(known.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals("*") || tag.equals(download.entityTag()));
    }

    /** A reader that continues a download gets the whole if the content is another by now. */
    private Optional<ByteRange> range(Download download) throws ByteRange.Unsatisfiable {
        String ifRange = request.getHeader("If-Range");
        if (ifRange != null && !ifRange.strip().equals(download.entityTag())) {
            return Optional.empty();
        }
        return ByteRange.of(request.getHeader("Range"), download.size());
    }

    private Response whole(Download download, Consumer<ByteRange> count) {
        Response.ResponseBuilder answer =
                described(Response.ok(), download)
                        .header(HttpHeaders.CONTENT_LENGTH, download.size());
        return withBody(answer, download, new ByteRange(0, download.size()), count);
    }

    private Response part(Download download, ByteRange range, Consumer<ByteRange> count) {
        Response.ResponseBuilder answer =
                described(Response.status(Status.PARTIAL_CONTENT), download)
                        .header("Content-Range", range.contentRange(download.size()))
                        .header(HttpHeaders.CONTENT_LENGTH, range.length());
        return withBody(answer, download, range, count);
    }

    private Response withBody(
            Response.ResponseBuilder answer,
            Download download,
            ByteRange range,
            Consumer<ByteRange> count) {
        if (request.getMethod().equals("HEAD")) {
            return answer.build();
        }
        // Opened before the answer begins, so that content that is missing is still a problem.
        InputStream content = counted(open(download, range), range, count);
        return answer.entity(new ContentStream(content)).build();
    }

    /** Counted when it is there: content that is missing costs nobody a download. */
    private static InputStream counted(
            InputStream content, ByteRange range, Consumer<ByteRange> count) {
        try {
            count.accept(range);
            return content;
        } catch (RuntimeException e) {
            try (content) {
                throw e;
            } catch (IOException closing) {
                e.addSuppressed(closing);
                throw e;
            }
        }
    }

    private InputStream open(Download download, ByteRange range) {
        try {
            return store.open(download.digest(), range.first(), range.length());
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.NOT_FOUND) {
                String message = "The content is missing from this server's store.";
                throw new Problem(ProblemCode.UNAVAILABLE, message, problem);
            }
            throw problem;
        }
    }

    private static Response.ResponseBuilder described(
            Response.ResponseBuilder answer, Download download) {
        return answer.header(HttpHeaders.ETAG, download.entityTag())
                .header(HttpHeaders.CONTENT_TYPE, download.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, download.disposition())
                .header("Accept-Ranges", "bytes")
                .header(DigestHeaders.REPRESENTATION, DigestHeaders.of(download.digest()))
                .header("Content-Security-Policy", POLICY);
    }

    private Response unsatisfiable(Download download) {
        Problem problem =
                new Problem(
                        ProblemCode.RANGE_NOT_SATISFIABLE,
                        "The range begins behind the end; the content has %,d bytes."
                                .formatted(download.size()));
        return Response.status(problem.code().status())
                .type(ProblemDocument.MEDIA_TYPE)
                .header("Content-Range", "bytes */" + download.size())
                .entity(ProblemDocument.of(problem, request.getRequestURI(), RequestId.of(request)))
                .build();
    }
}
