package io.artifactor.problem;

import java.util.Locale;

/** What can go wrong, once for every edge. The text id never changes; titles may be reworded. */
public enum ProblemCode {
    INVALID_INPUT(400, "The request is not valid"),
    UNREADABLE_IMPORT(422, "The file cannot be imported"),
    MALWARE_FOUND(422, "Malware was found"),
    UNAUTHENTICATED(401, "Sign-in needed"),
    SECOND_FACTOR_REQUIRED(401, "A second factor is needed"),
    SECOND_FACTOR_REFUSED(401, "The second factor is not right"),
    PROOF_REQUIRED(401, "A proof of the token's key is needed"),
    PROOF_REFUSED(401, "The proof of the token's key is not valid"),
    FORBIDDEN(403, "Not allowed"),
    PASSWORD_CHANGE_REQUIRED(403, "The password must be changed first"),
    SECOND_FACTOR_SETUP_REQUIRED(403, "A second factor must be set up first"),
    CONFIRMATION_REQUIRED(403, "The password must be given again"),
    LINK_LOCKED(403, "The link needs its password"),
    NOT_FOUND(404, "Not found"),
    NO_PREVIEW(404, "There is no preview"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "No acceptable representation"),
    CONFLICT(409, "Conflict with the current state"),
    REQUEST_AT_WORK(409, "The same request is still at work"),
    ON_HOLD(409, "Under a legal hold"),
    GONE(410, "Over"),
    PRECONDITION_FAILED(412, "Changed in the meantime"),
    UNSUPPORTED_VERSION(412, "Version of the protocol not supported"),
    TOO_LARGE(413, "Too large"),
    QUOTA_EXCEEDED(413, "More than may be kept"),
    UNSUPPORTED_MEDIA_TYPE(415, "Media type not supported"),
    RANGE_NOT_SATISFIABLE(416, "Range not satisfiable"),
    DIGEST_MISMATCH(400, "The content does not match its digest"),
    IDEMPOTENCY_KEY_REUSED(422, "The key named another request"),
    LOCKED(423, "Somebody else is writing"),
    PRECONDITION_REQUIRED(428, "If-Match needed"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    CHECKSUM_MISMATCH(460, "The piece does not match its checksum"),
    INTERNAL(500, "Internal error"),
    UNAVAILABLE(503, "Not available at the moment"),
    STORAGE_FULL(507, "No space left to store the content");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status an edge answers with. */
    public int status() {
        return status;
    }

    /** A short sentence, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The stable id clients compare with, for example {@code not-found}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
