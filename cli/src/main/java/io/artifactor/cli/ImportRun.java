package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;

/** Takes one file through upload, preview, question, import and report. */
final class ImportRun {

    private final ArtifactorClient client;
    private final Terminal terminal;
    private final ImportWishes wishes;
    private final ImportWatch watch;
    private final ImportReport report;

    ImportRun(ArtifactorClient client, Surroundings surroundings, ImportWishes wishes) {
        this.client = client;
        this.terminal = surroundings.terminal();
        this.wishes = wishes;
        this.watch = new ImportWatch(client, surroundings, wishes.patience());
        this.report = new ImportReport(client, terminal);
    }

    /**
     * Imports a file or folder.
     *
     * @return the import as the server last described it
     * @throws IOException when the file cannot be read
     */
    JsonNode of(Path path) throws IOException {
        boolean previewing = wishes.previewOnly() || wishes.ask();
        JsonNode accepted = upload(path, previewing);
        String id = Json.text(accepted, "id");
        if (previewing) {
            JsonNode previewed = watch.until(id, "Preview", "previewed");
            boolean readable = Json.text(previewed, "state").equals("previewed");
            boolean goOn = readable && !wishes.previewOnly() && agreed(previewed);
            if (!goOn) {
                tell(() -> report.preview(previewed));
                return previewed;
            }
            watch.patiently(() -> client.post("/imports/" + id + "/start"));
        }
        if (!wishes.follow()) {
            tell(() -> report.accepted(accepted));
            return accepted;
        }
        terminal.note("Following import %s; it goes on at the server if this ends.".formatted(id));
        JsonNode done = watch.until(id, "Import", "completed");
        tell(() -> report.finished(done));
        return done;
    }

    private JsonNode upload(Path path, boolean previewing) throws IOException {
        try (ImportSource source = ImportSource.of(path, terminal);
                Progress progress = Progress.of(terminal, "Upload")) {
            Upload upload = new Upload(source.file(), progress);
            Query query =
                    wishes.options()
                            .with("fileName", source.name())
                            .with("start", !previewing)
                            .with("preview", previewing);
            JsonNode accepted = client.upload("/imports", query, upload);
            String stored = Json.text(accepted, "sha256");
            if (!stored.isEmpty() && !stored.equalsIgnoreCase(upload.sha256())) {
                throw new Failure(
                        ExitCode.FAILED,
                        "The server received something else than was sent (import %s); try again"
                                .formatted(Json.text(accepted, "id")));
            }
            return accepted;
        }
    }

    private boolean agreed(JsonNode previewed) {
        if (!wishes.ask()) {
            return true;
        }
        terminal.line(report.sentence(previewed));
        return terminal.confirm("Import this?");
    }

    private void tell(Runnable words) {
        if (!wishes.quiet()) {
            words.run();
        }
    }
}
