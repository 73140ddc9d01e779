package io.artifactor.generator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what a reader has to find, as one line of JSON for every conversation, damaged element,
 * file and thing left out, and a last line with totals.
 *
 * <p>Versions have the branch and number they get when the file is imported for the first time: the
 * shown path is {@code main}; every side branch that changes a thing is a branch of that thing,
 * counted in the order of the export; a thing that is on no shown path begins with {@code main}.
 */
final class AnswerBook implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Writer out;
    private final Map<String, Long> totals = new LinkedHashMap<>();

    AnswerBook(GeneratorOptions options) throws IOException {
        this.out =
                options.answers() == null
                        ? Writer.nullWriter()
                        : new BufferedWriter(Files.newBufferedWriter(options.answers()));
        for (String name :
                List.of(
                        "conversations",
                        "messages",
                        "artifacts",
                        "versions",
                        "broken",
                        "unreadable",
                        "files",
                        "skipped")) {
            totals.put(name, 0L);
        }
    }

    void conversation(Story story) throws IOException {
        ObjectNode line = line("conversation");
        line.put("key", story.key).put("title", story.title).put("messages", story.messages());
        ArrayNode artifacts = line.putArray("artifacts");
        for (Map.Entry<String, List<Story.Version>> thing : story.things().entrySet()) {
            ObjectNode artifact = artifacts.addObject().put("key", thing.getKey());
            versions(artifact.putArray("versions"), thing.getValue());
            count("artifacts", 1);
        }
        count("conversations", 1);
        count("messages", story.messages());
        write(line);
    }

    private void versions(ArrayNode out, List<Story.Version> versions) {
        Map<Integer, String> names = new HashMap<>();
        Map<Integer, Integer> numbers = new HashMap<>();
        boolean shown = versions.stream().anyMatch(version -> version.line() == 0);
        int branches = 0;
        for (Story.Version version : versions) {
            int line = version.line();
            if (!names.containsKey(line)) {
                boolean main = line == 0 || (!shown && names.isEmpty());
                names.put(line, main ? "main" : "branch-" + ++branches);
            }
            out.addObject()
                    .put("branch", names.get(line))
                    .put("number", numbers.merge(line, 1, Integer::sum))
                    .put("sha256", version.sha256())
                    .put("broken", version.broken())
                    .put("message", version.message());
            count("versions", 1);
            count("broken", version.broken() ? 1 : 0);
        }
    }

    void unreadable(int index, String damage) throws IOException {
        count("unreadable", 1);
        write(line("unreadable").put("index", index).put("damage", damage));
    }

    void file(String key, String path, String content) throws IOException {
        count("files", 1);
        write(line("file").put("key", key).put("path", path).put("sha256", Story.sha256(content)));
    }

    void skipped(String key) throws IOException {
        count("skipped", 1);
        write(line("skipped").put("key", key));
    }

    @Override
    public void close() throws IOException {
        ObjectNode line = line("totals");
        totals.forEach(line::put);
        write(line);
        out.close();
    }

    private void count(String name, long more) {
        totals.merge(name, more, Long::sum);
    }

    private static ObjectNode line(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private void write(ObjectNode line) throws IOException {
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
    }
}
