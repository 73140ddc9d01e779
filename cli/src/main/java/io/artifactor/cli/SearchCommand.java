package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Full-text search over artifacts and conversations. */
@Command(
        name = "search",
        description = {
            "Search artifacts and conversations for words, best matches first.",
            "In a pipe: type, id, title and first snippet, tab-separated."
        },
        footer = {
            "  artifactor search dijkstra shortest path",
            "  artifactor search invoice --type conversation",
            "  artifactor search retry --kind code --language java --limit 5 --json"
        })
final class SearchCommand extends ServerCommand {

    @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What to look for.")
    private List<String> words = List.of();

    @Option(
            names = "--type",
            description = "Only these: artifact or conversation.",
            completionCandidates = Types.class)
    private @Nullable String type;

    @Option(
            names = "--kind",
            completionCandidates = Kinds.class,
            description = "Only this kind of artifact: ${COMPLETION-CANDIDATES}.")
    private @Nullable String kind;

    @Option(names = "--language", description = "Only this language, such as python.")
    private @Nullable String language;

    @Option(names = "--source", description = "Only from here, such as claude or chatgpt.")
    private @Nullable String source;

    @Mixin private final ListOptions list = new ListOptions();

    SearchCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        Query query =
                Query.none()
                        .with("q", String.join(" ", words))
                        .with("type", type)
                        .with("kind", kind)
                        .with("language", language)
                        .with("source", source);
        Pages pages = new Pages(artifactor().client(), "/search", query, list.most());
        if (json()) {
            terminal().json(pages::writeTo);
            return ExitCode.OK;
        }
        List<JsonNode> seen = new ArrayList<>(1);
        JsonNode last =
                pages.each(page -> {
                    if (seen.isEmpty()) {
                        seen.add(page);
                        warn(page);
                    }
                    page.path("items").forEach(this::print);
                });
        sumUp(last);
        return ExitCode.OK;
    }

    private void warn(JsonNode page) {
        if (Json.flag(page, "degraded")) {
            terminal()
                    .note(
                            "Note: the search index is away; this is a simpler search, with plainer ranking.");
        }
    }

    private void print(JsonNode hit) {
        if (terminal().screen().interactive()) {
            printForPeople(hit);
        } else {
            terminal()
                    .row(
                            List.of(
                                    Json.text(hit, "type"),
                                    Json.text(hit, "id"),
                                    Json.text(hit, "title"),
                                    text(snippets(hit).stream().findFirst().orElse(List.of()))));
        }
    }

    private void printForPeople(JsonNode hit) {
        List<String> facts = new ArrayList<>();
        for (String field : List.of("type", "kind", "language", "source")) {
            String fact = Json.text(hit, field);
            if (!fact.isEmpty()) {
                facts.add(fact);
            }
        }
        terminal().line(Span.strong(Json.text(hit, "title")));
        terminal().line("  %s  %s".formatted(Json.text(hit, "id"), String.join(" ", facts)));
        for (List<Span> snippet : snippets(hit)) {
            List<Span> line = new ArrayList<>(snippet);
            line.addFirst(Span.plain("    "));
            terminal().line(line);
        }
    }

    private static List<List<Span>> snippets(JsonNode hit) {
        List<List<Span>> snippets = new ArrayList<>();
        for (JsonNode snippet : hit.path("highlights").path("content")) {
            snippets.add(Highlight.spans(snippet.asText()));
        }
        return snippets;
    }

    private static String text(List<Span> spans) {
        return String.join("", spans.stream().map(Span::text).toList());
    }

    private void sumUp(JsonNode last) {
        String total = Json.text(last, "total");
        if (total.equals("0")) {
            terminal().note("Nothing found.");
        } else if (!Json.text(last, "next").isEmpty()) {
            terminal().note("%s found; there are more: see --limit and --all.".formatted(total));
        }
    }

    /** For completion. */
    static final class Types extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        Types() {
            super(List.of("artifact", "conversation"));
        }
    }
}
