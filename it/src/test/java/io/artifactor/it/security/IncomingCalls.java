package io.artifactor.it.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Ways in: uploads, imports, what is pasted; and the long-running work they are. */
final class IncomingCalls {

    private static final String BYTES = "application/octet-stream";

    private IncomingCalls() {}

    static void in(Calls calls) {
        calls.add(
                "POST /artifacts/upload",
                (call, its) ->
                        call.query("fileName", "note.txt")
                                .query("restore", "false")
                                .query("workspaceId", its.cast().workspace())
                                .body(BYTES, "a note"));
        resumable(calls);
        imports(calls);
        calls.add(
                "POST /claude/extract",
                (call, its) -> call.body("text/markdown", "# A page\n\nwith a text"));
        calls.add(
                "POST /claude/download",
                (call, its) ->
                        call.query("workspaceId", its.cast().workspace())
                                .body("text/markdown", "# A page\n\nwith a text"));
        calls.add("GET /claude/download/{id}", (call, its) -> call.at(its.imported("completed")));
        calls.addPlain("GET /operations");
        calls.add("GET /operations/{id}", (call, its) -> call.at(its.imported("completed")));
        calls.add(
                "POST /operations/{id}/stop",
                (call, its) -> call.at(its.imported("completed")).mayConflict());
        calls.add(
                "POST /operations/{id}/restart",
                (call, its) -> call.at(its.imported("stopped")).mayConflict());
        calls.add("GET /activity", (call, its) -> call.query("workspace", its.cast().workspace()));
    }

    private static void resumable(Calls calls) {
        calls.add("OPTIONS /uploads", (call, its) -> tus(call));
        calls.add(
                "POST /uploads",
                (call, its) ->
                        tus(call)
                                .header("Upload-Length", "5")
                                .header(
                                        "Upload-Metadata",
                                        "filename %s,workspaceId %s"
                                                .formatted(
                                                        base64("note.txt"),
                                                        base64(its.cast().workspace()))));
        calls.add("GET /uploads/{id}", (call, its) -> tus(call).at(its.upload()));
        calls.add("HEAD /uploads/{id}", (call, its) -> tus(call).at(its.upload()));
        calls.add(
                "PATCH /uploads/{id}",
                (call, its) ->
                        tus(call)
                                .at(its.upload())
                                .header("Upload-Offset", "0")
                                .body("application/offset+octet-stream", "12"));
        calls.add("DELETE /uploads/{id}", (call, its) -> tus(call).at(its.upload()));
    }

    private static void imports(Calls calls) {
        calls.addPlain("GET /imports");
        calls.add(
                "POST /imports",
                (call, its) ->
                        call.query("fileName", "note.txt")
                                .query("workspaceId", its.cast().workspace())
                                .body(BYTES, "a note"));
        calls.add("GET /imports/{id}", (call, its) -> call.at(its.imported("completed")));
        calls.add("GET /imports/{id}/items", (call, its) -> call.at(its.imported("completed")));
        calls.add("GET /imports/{id}/original", (call, its) -> call.at(its.imported("completed")));
        calls.add("POST /imports/{id}/preview", (call, its) -> call.at(its.imported("uploaded")));
        calls.add("POST /imports/{id}/start", (call, its) -> call.at(its.imported("uploaded")));
        calls.add(
                "POST /imports/{id}/stop",
                (call, its) -> call.at(its.imported("completed")).mayConflict());
    }

    private static Call tus(Call call) {
        return call.header("Tus-Resumable", "1.0.0");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
