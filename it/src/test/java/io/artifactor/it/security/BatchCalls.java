package io.artifactor.it.security;

import java.util.List;
import java.util.Map;

/** Many artifacts at once; here it is one of them, so that its outcome is that of the request. */
final class BatchCalls {

    private BatchCalls() {}

    static void in(Calls calls) {
        calls.add(
                "POST /artifacts/batch/categorise",
                (call, its) ->
                        call.json(
                                Map.of(
                                        "ids", List.of(its.artifact().id()),
                                        "categoryId", its.category())));
        calls.add("POST /artifacts/batch/delete", BatchCalls::ids);
        calls.add("POST /artifacts/batch/download", BatchCalls::ids);
        calls.add(
                "POST /artifacts/batch/restore",
                (call, its) -> call.json(Map.of("ids", List.of(its.trash()))));
        calls.add(
                "POST /artifacts/batch/move",
                (call, its) ->
                        call.json(
                                Map.of(
                                        "ids", List.of(its.artifact().id()),
                                        "folderId", its.folder())));
        calls.add(
                "POST /artifacts/batch/tag",
                (call, its) ->
                        call.json(
                                Map.of(
                                        "ids", List.of(its.artifact().id()),
                                        "add", List.of("draft"))));
        calls.add(
                "POST /artifacts/batch/visibility",
                (call, its) ->
                        call.json(
                                Map.of(
                                        "ids",
                                        List.of(its.artifact().id()),
                                        "visibility",
                                        "private")));
    }

    private static Call ids(Call call, Things its) {
        return call.json(Map.of("ids", List.of(its.artifact().id())));
    }
}
