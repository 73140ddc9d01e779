package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists artifacts or conversations, those changed last first. */
@Command(
        name = "ls",
        description = {
            "List artifacts, or conversations; those changed last come first.",
            "On a terminal the columns are aligned; in a pipe they are tab-separated and uncut."
        },
        footer = {
            "  artifactor ls",
            "  artifactor ls --kind code --language python --limit 50",
            "  artifactor ls --folder Algorithms --tag sorting",
            "  artifactor ls --conversations --all --json"
        })
final class LsCommand extends ServerCommand {

    @Option(
            names = "--kind",
            completionCandidates = Kinds.class,
            description = "Only this kind: ${COMPLETION-CANDIDATES}.")
    private @Nullable String kind;

    @Option(names = "--language", description = "Only this language, such as python.")
    private @Nullable String language;

    @Option(names = "--source", description = "Only from here, such as claude or chatgpt.")
    private @Nullable String source;

    @Option(
            names = "--conversation",
            paramLabel = "ID",
            description = "Only what came from this conversation.")
    private @Nullable UUID conversation;

    @Option(
            names = "--folder",
            paramLabel = "PATH",
            description = "Only in this folder or below; / for what lies in none.")
    private @Nullable String folder;

    @Option(names = "--tag", description = "Only with this tag; several times, with all of them.")
    private List<String> tags = List.of();

    @Option(names = "--category", paramLabel = "NAME", description = "Only of this category.")
    private @Nullable String category;

    @Option(names = "--favourite", description = "Only your favourites.")
    private boolean favourite;

    @Option(names = "--conversations", description = "List conversations instead of artifacts.")
    private boolean conversations;

    @Mixin private final ListOptions list = new ListOptions();

    LsCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        if (conversations && isAboutArtifacts()) {
            throw Failure.usage("Of the filters, --conversations goes with --source only");
        }
        if (conversations) {
            Query query = Query.none().with("source", source);
            list("/conversations", query)
                    .print(
                            new Table(
                                    terminal(),
                                    "ID",
                                    "SOURCE",
                                    "MESSAGES",
                                    "ARTIFACTS",
                                    "UPDATED",
                                    "TITLE"),
                            LsCommand::addConversation);
        } else {
            list("/artifacts", artifacts())
                    .print(
                            new Table(
                                    terminal(),
                                    "ID",
                                    "KIND",
                                    "LANGUAGE",
                                    "VERSIONS",
                                    "SIZE",
                                    "UPDATED",
                                    "TITLE"),
                            LsCommand::addArtifact);
        }
        return ExitCode.OK;
    }

    private Listing list(String path, Query query) {
        return new Listing(this, new Pages(artifactor().client(), path, query, list.most()));
    }

    private boolean isAboutArtifacts() {
        return kind != null
                || language != null
                || conversation != null
                || folder != null
                || category != null
                || favourite
                || !tags.isEmpty();
    }

    private Query artifacts() {
        Places places = new Places(artifactor().client(), artifactor().destination().workspace());
        Query placed =
                Query.none()
                        .with("kind", kind)
                        .with("language", language)
                        .with("source", source)
                        .with("conversation", conversation)
                        .withEach("tag", tags);
        if (folder != null) {
            String id = places.folder(folder).orElse(Places.TOP);
            placed = placed.with("folder", id);
            placed = placed.with("recursive", id.equals(Places.TOP) ? null : true);
        }
        if (category != null) {
            placed = placed.with("category", places.category(category));
        }
        return placed.with("favourite", favourite ? true : null);
    }

    private static void addArtifact(Table table, JsonNode artifact) {
        table.add(
                Json.text(artifact, "id"),
                Json.text(artifact, "kind"),
                Json.text(artifact, "language"),
                Json.text(artifact, "versionCount"),
                table.size(Json.number(artifact, "size")),
                table.time(Json.text(artifact, "updatedAt")),
                Json.text(artifact, "title"));
    }

    private static void addConversation(Table table, JsonNode conversation) {
        table.add(
                Json.text(conversation, "id"),
                Json.text(conversation, "source"),
                Json.text(conversation, "messageCount"),
                Json.text(conversation, "artifactCount"),
                table.time(Json.text(conversation, "updatedAt")),
                Json.text(conversation, "title"));
    }
}
