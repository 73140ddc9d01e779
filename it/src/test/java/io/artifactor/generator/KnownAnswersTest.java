package io.artifactor.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.importing.format.ExportFormats;
import io.artifactor.importing.format.ExportReader;
import io.artifactor.importing.format.ImportedArtifact;
import io.artifactor.importing.format.ImportedConversation;
import io.artifactor.importing.format.ImportedFile;
import io.artifactor.importing.format.ImportedMessage;
import io.artifactor.importing.format.ImportedRecord;
import io.artifactor.importing.format.ImportedVersion;
import io.artifactor.importing.format.ReadingOptions;
import io.artifactor.importing.format.SkippedRecord;
import io.artifactor.importing.format.UnreadableRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the readers find in generated exports is what the generator knows it wrote. */
class KnownAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "claude, json, 1, 0", "claude, zip, 2, 0", "claude, json, 3, 7", "claude, zip, 4, 5",
        "chatgpt, json, 1, 0", "chatgpt, zip, 2, 0", "chatgpt, json, 3, 7", "chatgpt, zip, 4, 5"
    })
    void readersFindWhatWasWritten(String vendor, String ending, long seed, int malformedEvery)
            throws IOException {
        GeneratorOptions options =
                options(vendor + "." + ending, vendor, seed, 120, malformedEvery, false);
        ExportGenerator.generate(options);
        compare(found(options.out()), known(options));
    }

    @ParameterizedTest
    @CsvSource({"claude, 5", "chatgpt, 5"})
    void grownExportsHoldAllThatWasThereBefore(String vendor, long seed) throws IOException {
        GeneratorOptions small = options("small.json", vendor, seed, 60, 0, false);
        GeneratorOptions grown = options("grown.json", vendor, seed, 90, 0, true);
        ExportGenerator.generate(small);
        ExportGenerator.generate(grown);
        compare(found(grown.out()), known(grown));
        Set<String> before = versionsOf(small);
        Set<String> after = versionsOf(grown);
        assertThat(before.stream().filter(version -> !after.contains(version))).isEmpty();
        assertThat(after).hasSizeGreaterThan(before.size());
    }

    @Test
    void sameSeedGivesTheSameBytes() throws IOException {
        GeneratorOptions one = options("one.zip", "claude", 9, 20, 3, false);
        GeneratorOptions two = options("two.zip", "claude", 9, 20, 3, false);
        ExportGenerator.generate(one);
        ExportGenerator.generate(two);
        assertThat(one.out()).hasSameBinaryContentAs(two.out());
    }

    @Test
    void everySortOfThingIsWritten() throws IOException {
        GeneratorOptions options = options("all.json", "claude", 1, 200, 0, false);
        ExportGenerator.generate(options);
        String all = String.join("\n", known(options));
        assertThat(all)
                .contains(
                        "artifact:tag-",
                        "artifact:made-",
                        "file:/mnt/user-data/outputs/",
                        "file:/home/claude/",
                        "code:",
                        "attachment:",
                        "branch-1",
                        " broken");
    }

    /** One by one: a difference in a list of hundreds is hard to see. */
    private static void compare(List<String> found, List<String> known) {
        for (int i = 0; i < Math.min(found.size(), known.size()); i++) {
            assertThat(found.get(i)).as("record " + i).isEqualTo(known.get(i));
        }
        assertThat(found).hasSameSizeAs(known);
    }

    private GeneratorOptions options(
            String name, String vendor, long seed, int conversations, int every, boolean grown) {
        return new GeneratorOptions(
                seed,
                conversations,
                0,
                vendor.equals("chatgpt"),
                every,
                grown,
                folder.resolve(name),
                folder.resolve(name + ".answers"));
    }

    private static List<String> known(GeneratorOptions options) throws IOException {
        List<String> known = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(String.valueOf(options.answers())))) {
            JsonNode answer = JSON.readTree(line);
            switch (answer.get("type").asText()) {
                case "conversation" -> known.add(conversation(answer));
                case "unreadable" -> known.add("unreadable");
                case "file" ->
                        known.add(answer.get("key").asText() + " " + answer.get("sha256").asText());
                case "skipped" -> known.add("skipped " + answer.get("key").asText());
                default -> assertThat(answer.get("type").asText()).isEqualTo("totals");
            }
        }
        return known;
    }

    private static Set<String> versionsOf(GeneratorOptions options) throws IOException {
        Set<String> versions = new HashSet<>();
        for (String conversation : known(options)) {
            String key = conversation.substring(0, conversation.indexOf(' '));
            conversation.lines().skip(1).forEach(line -> versions.add(key + line));
        }
        return versions;
    }

    private static String conversation(JsonNode answer) {
        Map<String, List<String>> things = new TreeMap<>();
        for (JsonNode artifact : answer.get("artifacts")) {
            List<String> versions = new ArrayList<>();
            for (JsonNode version : artifact.get("versions")) {
                versions.add(
                        version(
                                version.get("branch").asText(),
                                version.get("number").asInt(),
                                version.get("sha256").asText(),
                                version.get("broken").asBoolean(),
                                version.get("message").asText()));
            }
            things.put(artifact.get("key").asText(), versions);
        }
        return shown(
                answer.get("key").asText(),
                answer.get("title").asText(),
                answer.get("messages").asInt(),
                things);
    }

    private static List<String> found(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        String name = String.valueOf(file.getFileName());
        try (ExportReader reader = ExportFormats.open(file, name, ReadingOptions.defaults(), 0)) {
            Optional<ImportedRecord> next = reader.next();
            while (next.isPresent()) {
                found.add(
                        switch (next.get()) {
                            case ImportedConversation conversation -> conversation(conversation);
                            case UnreadableRecord unreadable -> "unreadable";
                            case ImportedFile content -> content.key() + " " + digest(content);
                            case SkippedRecord skipped -> "skipped " + skipped.key();
                        });
                next = reader.next();
            }
        }
        return found;
    }

    private static String digest(ImportedFile file) throws IOException {
        try (InputStream in = file.content().open()) {
            return Story.sha256(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String conversation(ImportedConversation conversation) {
        Set<String> active = new HashSet<>();
        for (ImportedMessage message : conversation.messages()) {
            if (message.onActivePath()) {
                active.add(message.sourceId());
            }
        }
        Map<String, List<String>> things = new TreeMap<>();
        for (ImportedArtifact artifact : conversation.artifacts()) {
            things.put(artifact.key(), new Lines(active).of(artifact));
        }
        int messages = conversation.messages().size();
        return shown(conversation.key(), conversation.title(), messages, things);
    }

    /** Puts versions on branches by what is said of their parents. */
    private static final class Lines {

        private final Set<String> active;
        private final Map<String, String> branches = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Set<String> continued = new HashSet<>();
        private final Set<String> shownBefore = new HashSet<>();
        private final List<String> lines = new ArrayList<>();

        Lines(Set<String> active) {
            this.active = active;
        }

        List<String> of(ImportedArtifact artifact) {
            artifact.replay(this::add);
            assertThat(lines).hasSize(artifact.versionCount());
            return lines;
        }

        private void add(ImportedVersion version) {
            String message = String.valueOf(version.messageSourceId());
            String parent = String.valueOf(version.parentKey());
            boolean shown = active.contains(message);
            boolean mine = shown || !shownBefore.contains(parent);
            if (shown) {
                shownBefore.add(version.key());
            }
            String branch = mine && continued.add(parent) ? branches.get(parent) : null;
            if (branch == null) {
                long names = branches.values().stream().distinct().count();
                branch = names == 0 ? "main" : "branch-" + names;
            }
            branches.put(version.key(), branch);
            lines.add(
                    version(
                            branch,
                            numbers.merge(branch, 1, Integer::sum),
                            Story.sha256(version.content()),
                            version.problem() != null,
                            message));
        }
    }

    private static String version(
            String branch, int number, String digest, boolean broken, String message) {
        return branch + " " + number + " " + digest + (broken ? " broken" : "") + " in " + message;
    }

    private static String shown(
            String key, String title, int messages, Map<String, List<String>> things) {
        StringBuilder shown = new StringBuilder(key + " " + title + " " + messages);
        things.forEach((thing, versions) ->
                versions.stream()
                        .sorted()
                        .forEach(version ->
                                shown.append('\n').append(thing).append(' ').append(version)));
        return shown.toString();
    }
}
