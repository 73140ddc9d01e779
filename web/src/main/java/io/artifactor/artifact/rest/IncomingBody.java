package io.artifactor.artifact.rest;

import io.artifactor.artifact.UploadSettings;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of an upload as its headers announce it. */
@RequestScoped
public class IncomingBody {

    /** What a form may have beside its file. */
    private static final long FORM_ALLOWANCE = 1 << 20;

    @Inject private UploadSettings settings;
    @Inject private HttpServletRequest request;

    /** Refuses a body that is announced too long before any of it is read. */
    InputStream checked(InputStream body) {
        long announced = request.getContentLengthLong();
        long limit = settings.limit() + (isForm() ? FORM_ALLOWANCE : 0);
        if (announced > limit) {
            throw new Problem(
                    ProblemCode.TOO_LARGE,
                    "The content has %,d bytes; at most %,d are accepted here."
                            .formatted(announced, settings.limit()),
                    Map.of("maxSize", settings.limit()));
        }
        return announced < 0 ? body : new AnnouncedLength(body, announced);
    }

    /** How many bytes of content there are at the least, if that is announced. */
    long leastLength() {
        long beside = isForm() ? FORM_ALLOWANCE : 0;
        return Math.max(0, request.getContentLengthLong() - beside);
    }

    boolean isForm() {
        return type().filter(type -> is(type, "multipart", "form-data")).isPresent();
    }

    /** The boundary of a form; empty if it names none. */
    String boundary() {
        return type().map(type -> type.getParameters().get("boundary")).orElse("");
    }

    /** The media type the sender declares; tools that send one by habit say nothing with it. */
    @Nullable String declaredType() {
        return type().filter(type -> !is(type, "application", "x-www-form-urlencoded"))
                .map(type -> type.getType() + "/" + type.getSubtype())
                .orElse(null);
    }

    private static boolean is(MediaType type, String main, String sub) {
        return type.getType().equalsIgnoreCase(main) && type.getSubtype().equalsIgnoreCase(sub);
    }

    private Optional<MediaType> type() {
        String header = request.getContentType();
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MediaType.valueOf(header));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("Content-Type", "cannot be read as a media type.");
        }
    }

    @Nullable String header(String name) {
        return request.getHeader(name);
    }
}
