package io.artifactor.web;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sends documents of more than a kilobyte as gzip to those who take it. Content of artifacts goes
 * out as it is stored: ranges and digests are about those bytes. Nor is anything compressed that
 * holds secrets, whose length would tell of them.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class Compression implements WriterInterceptor {

    /**
     * What a document depends on besides its address. It replaces what was said about origins
     * before, so that is said again.
     */
    static final String VARIES = "Origin, Authorization, Accept-Encoding";

    @Context private HttpServletRequest request;

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        MultivaluedMap<String, Object> headers = context.getHeaders();
        if (!isDocument(context.getMediaType(), headers)) {
            context.proceed();
            return;
        }
        headers.putSingle(HttpHeaders.VARY, VARIES);
        if (!accepts(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            context.proceed();
            return;
        }
        OutputStream plain = context.getOutputStream();
        LateGzip gzip =
                new LateGzip(
                        plain,
                        () -> {
                            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
                            headers.remove(HttpHeaders.CONTENT_LENGTH);
                        });
        context.setOutputStream(gzip);
        try {
            context.proceed();
            gzip.finish();
        } finally {
            context.setOutputStream(plain);
        }
    }

    private static boolean isDocument(
            @Nullable MediaType type, MultivaluedMap<String, Object> headers) {
        return type != null
                && (type.getType().equals("text") || type.getSubtype().endsWith("json"))
                && !type.getSubtype().equals("event-stream")
                && !headers.containsKey(HttpHeaders.CONTENT_ENCODING)
                && !headers.containsKey(HttpHeaders.CONTENT_DISPOSITION)
                && !headers.containsKey("Accept-Ranges")
                && !"no-store".equals(headers.getFirst(HttpHeaders.CACHE_CONTROL));
    }

    /** Whether {@code Accept-Encoding} takes gzip (RFC 9110, section 12.5.3). */
    static boolean accepts(@Nullable String header) {
        if (header == null) {
            return false;
        }
        return Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                .map(coding -> coding.replaceAll("[ \\t]", ""))
                .anyMatch(Compression::isWantedGzip);
    }

    /** The weight, if there is one, must not be zero. */
    private static boolean isWantedGzip(String coding) {
        String plain = coding.startsWith("x-") ? coding.substring(2) : coding;
        return plain.equals("gzip")
                || (plain.startsWith("gzip;q=")
                        && plain.substring("gzip;q=".length())
                                .chars()
                                .anyMatch(c -> c >= '1' && c <= '9'));
    }
}
