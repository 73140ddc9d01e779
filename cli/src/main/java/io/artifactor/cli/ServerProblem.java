package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The server understood and refused: a problem document, in a sentence a person can act on. */
final class ServerProblem extends Failure {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final boolean keysOnly;

    private ServerProblem(int status, String code, boolean keysOnly, String message) {
        super(exitCode(status), message);
        this.status = status;
        this.code = code;
        this.keysOnly = keysOnly;
    }

    /**
     * @param requestId of the answer's header, for documents that do not carry it
     */
    static ServerProblem of(int status, JsonNode document, String requestId) {
        String code = Json.text(document, "code");
        return new ServerProblem(
                status, code, isOfKeysOnly(document), sentence(status, document, requestId));
    }

    private static boolean isOfKeysOnly(JsonNode document) {
        JsonNode kinds = document.path("kinds");
        return kinds.size() == 1 && kinds.path(0).asText().equals("keys");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Whether a second factor is asked for, of who has none but security keys. */
    boolean keysOnly() {
        return keysOnly;
    }

    @Override
    boolean temporary() {
        return status >= 500 || status == 429;
    }

    private static ExitCode exitCode(int status) {
        return switch (status) {
            case 401, 403 -> ExitCode.FORBIDDEN;
            case 404 -> ExitCode.NOT_FOUND;
            case 412 -> ExitCode.CHANGED;
            default -> ExitCode.FAILED;
        };
    }

    private static String sentence(int status, JsonNode document, String requestId) {
        List<String> parts = new ArrayList<>();
        String title = Json.text(document, "title");
        parts.add(title.isEmpty() ? "HTTP " + status : title);
        String detail = Json.text(document, "detail");
        if (!detail.isEmpty() && !detail.replaceFirst("\\.$", "").equals(title)) {
            parts.add(detail);
        }
        for (JsonNode error : document.path("errors")) {
            String message = Json.text(error, "message");
            if (!detail.contains(message)) {
                parts.add(Json.text(error, "field") + " " + message);
            }
        }
        String id = Json.text(document, "requestId");
        String said = String.join(": ", parts);
        String known = id.isEmpty() ? requestId : id;
        return known.isEmpty() ? said : said + " [request " + known + "]";
    }
}
