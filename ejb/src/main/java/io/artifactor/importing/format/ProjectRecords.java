package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.importing.format.ElementJson.Malformed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Claude's projects: every document of a project, and its instructions, as a file of its own. */
final class ProjectRecords implements RecordSource {

    private final InputStream in;
    private final LongSupplier bytesRead;
    private final ElementSplitter splitter;
    private final ElementReader reader;
    private final Deque<ImportedRecord> waiting = new ArrayDeque<>();

    ProjectRecords(InputStream in, LongSupplier bytesRead, ReadingOptions options, String fileName)
            throws IOException {
        this.in = in;
        this.bytesRead = bytesRead;
        this.splitter = new ElementSplitter(in, true, options.maxElementBytes());
        this.reader = new ElementReader(options, fileName);
    }

    @Override
    public Optional<ImportedRecord> next() throws IOException {
        while (waiting.isEmpty()) {
            Optional<RawElement> element = splitter.next();
            if (element.isEmpty()) {
                return Optional.empty();
            }
            project(element.get());
        }
        return Optional.of(waiting.remove());
    }

    @Override
    public long bytesRead() {
        return bytesRead.getAsLong();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void project(RawElement element) {
        JsonNode project;
        try {
            project = element.flaw() == null ? ElementJson.parse(element) : null;
        } catch (Malformed e) {
            project = null;
        }
        if (project == null || !project.isObject() || Fields.filled(project, "uuid") == null) {
            waiting.add(reader.read(element));
            return;
        }
        String id = String.valueOf(Fields.text(project, "uuid"));
        String name = Fields.filled(project, "name");
        String folder = step(name == null ? "Project" : name);
        file("project-instructions:" + id, folder + "/instructions.md", project, "prompt_template");
        int place = 0;
        for (JsonNode document : Fields.list(project, "docs")) {
            String own = Fields.filled(document, "uuid");
            String file = Fields.filled(document, "filename", "file_name");
            String key = "project-doc:" + (own != null ? own : id + ":" + place);
            String path = folder + "/" + step(file == null ? "document-" + place : file);
            file(key, path, document, "content");
            place++;
        }
        if (waiting.isEmpty()) {
            waiting.add(
                    new SkippedRecord(
                            "project:" + id,
                            folder,
                            "empty-project",
                            "The project holds no documents and no instructions."));
        }
    }

    private void file(String key, String path, JsonNode node, String field) {
        String content = Fields.filled(node, field);
        if (content == null) {
            return;
        }
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Instant time = created(node);
        waiting.add(
                new ImportedFile(
                        key, path, bytes.length, time, () -> new ByteArrayInputStream(bytes)));
    }

    private static @Nullable Instant created(JsonNode node) {
        return Fields.time(node, "updated_at", "created_at");
    }

    /** A harmless step of a path. */
    private static String step(String name) {
        String shown =
                FileTitles.printable(FileTitles.lastStep(name)).replace('\uFFFD', '-').strip();
        return shown.isEmpty() || shown.chars().allMatch(c -> c == '.') ? "unnamed" : shown;
    }
}
