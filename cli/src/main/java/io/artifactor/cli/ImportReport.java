package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Says what became of an import, and names every item that did not arrive whole. */
final class ImportReport {

    private static final long NAMED = 20;
    private static final List<String> OUTCOMES =
            List.of("added", "updated", "restored", "unchanged", "skipped", "broken", "unreadable");

    private final ArtifactorClient client;
    private final Terminal terminal;

    ImportReport(ArtifactorClient client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    /** The number of items that did not arrive whole. */
    static long incomplete(JsonNode done) {
        JsonNode counts = done.path("counts");
        return Json.number(counts, "broken") + Json.number(counts, "unreadable");
    }

    /** Such as "412 conversations, 96 artifacts, 3 unreadable". */
    String sentence(JsonNode previewed) {
        JsonNode counts = previewed.path("counts");
        List<String> parts = new ArrayList<>();
        parts.add(number(counts, "conversations", "conversation"));
        parts.add(number(counts, "artifacts", "artifact"));
        parts.add(Json.number(counts, "unreadable") + " unreadable");
        if (Json.number(counts, "broken") > 0) {
            parts.add(Json.number(counts, "broken") + " broken");
        }
        return String.join(", ", parts);
    }

    void preview(JsonNode previewed) {
        if (!Json.text(previewed, "state").equals("previewed")) {
            finished(previewed);
            return;
        }
        terminal.line(sentence(previewed));
        nameIncomplete(previewed);
        terminal.note("Nothing was imported.");
    }

    void accepted(JsonNode accepted) {
        terminal.line(Json.text(accepted, "id"));
        terminal.note("To see how it goes: artifactor imports " + Json.text(accepted, "id"));
    }

    void finished(JsonNode done) {
        JsonNode counts = done.path("counts");
        String format = Json.text(done, "format");
        terminal.line(
                Span.strong(Json.text(done, "fileName") + ": " + Json.text(done, "state")),
                Span.plain(format.isEmpty() ? "" : " (" + format + ")"));
        JsonNode problem = done.path("problem");
        if (!Json.text(problem, "detail").isEmpty()) {
            terminal.line(
                    "  %s [%s]"
                            .formatted(Json.text(problem, "detail"), Json.text(problem, "code")));
        }
        terminal.line(
                "  %s, %s, %s, %s"
                        .formatted(
                                number(counts, "conversations", "conversation"),
                                number(counts, "messages", "message"),
                                number(counts, "artifacts", "artifact"),
                                number(counts, "versions", "version")));
        terminal.line("  " + outcomes(counts));
        nameIncomplete(done);
    }

    private static String outcomes(JsonNode counts) {
        List<String> parts = new ArrayList<>();
        for (String outcome : OUTCOMES) {
            parts.add(Json.number(counts, outcome) + " " + outcome);
        }
        return String.join(", ", parts);
    }

    private void nameIncomplete(JsonNode done) {
        long expected = incomplete(done);
        if (expected == 0) {
            return;
        }
        String id = Json.text(done, "id");
        List<JsonNode> items = new ArrayList<>();
        for (String outcome : List.of("unreadable", "broken")) {
            long room = NAMED - items.size();
            if (room > 0) {
                Query query = Query.none().with("outcome", outcome);
                new Pages(client, "/imports/" + id + "/items", query, room)
                        .each(page -> page.path("items").forEach(items::add));
            }
        }
        terminal.note("Warning: %d did not arrive whole:".formatted(expected));
        items.forEach(item -> terminal.note("  " + sentenceOf(item)));
        if (expected > items.size()) {
            terminal.note(
                    "  and %d more; to see all: artifactor imports %s --items --all"
                            .formatted(expected - items.size(), id));
        }
    }

    /** One item of the ledger, with the reason it is there. */
    static String sentenceOf(JsonNode item) {
        String title = Json.text(item, "title");
        String named = title.isEmpty() ? Json.text(item, "key") : "\"" + title + "\"";
        StringBuilder sentence = new StringBuilder();
        sentence.append(Json.text(item, "outcome")).append(' ').append(Json.text(item, "kind"));
        sentence.append(' ').append(named);
        for (String field : List.of("reason", "detail")) {
            if (!Json.text(item, field).isEmpty()) {
                sentence.append(": ").append(Json.text(item, field));
            }
        }
        return sentence.toString();
    }

    private static String number(JsonNode counts, String field, String one) {
        long number = Json.number(counts, field);
        return number + " " + (number == 1 ? one : one + "s");
    }
}
