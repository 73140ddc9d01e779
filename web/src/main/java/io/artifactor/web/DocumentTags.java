package io.artifactor.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.Closeable;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Gives every document that has no revision an {@code ETag} made of its bytes, and answers 304 to a
 * reader that has it already, whoever made the tag (RFC 9110, section 13.1.2). Tags of lists are
 * weak: nobody writes or resumes a list, and so its gzip may have the same.
 */
@Provider
@Priority(AnswerOrder.TAGS)
public class DocumentTags implements ContainerResponseFilter {

    private static final String WEAK = "W/";
    private static final int TAG_BYTES = 16;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response)
            throws IOException {
        String method = request.getMethod();
        if (response.getStatus() != 200 || !(method.equals("GET") || method.equals("HEAD"))) {
            return;
        }
        boolean isOurs = response.hasEntity() && JsonProvider.isOurs(response.getEntityClass());
        if (isOurs
                && JsonProvider.isDocument(response.getEntityClass())
                && response.getHeaderString(HttpHeaders.ETAG) == null) {
            byte[] document = Json.bytes(response.getEntity());
            String tag = tag(response.getEntity(), document);
            boolean isList = request.getProperty(PageLinks.LIST) != null;
            response.getHeaders().putSingle(HttpHeaders.ETAG, isList ? WEAK + tag : tag);
            response.setEntity(document);
        }
        String tag = response.getHeaderString(HttpHeaders.ETAG);
        if (tag != null && isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            leaveOut(response);
            if (isOurs) {
                // No writer comes after this that would say it.
                response.getHeaders().putSingle(HttpHeaders.VARY, Compression.VARIES);
            }
        }
    }

    private static String tag(Object entity, byte[] document) {
        boolean differsEachTime = entity instanceof Paged page && page.steady() != page;
        return tag(differsEachTime ? Json.bytes(((Paged) entity).steady()) : document);
    }

    static String tag(byte[] document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
            byte[] beginning = Arrays.copyOf(digest, TAG_BYTES);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(beginning) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** Whether a weak tag is meant or a strong one makes no difference to readers. */
    static boolean isKnown(@Nullable String header, String tag) {
        String strong = strong(tag);
        return header != null
                && Arrays.stream(header.split(","))
                        .map(known -> strong(known.strip()))
                        .anyMatch(known -> known.equals("*") || known.equals(strong));
    }

    private static String strong(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }

    private static void leaveOut(ContainerResponseContext response) throws IOException {
        if (response.getEntity() instanceof Closeable content) {
            content.close();
        }
        response.setEntity(null);
        response.setStatus(304);
        response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    }
}
