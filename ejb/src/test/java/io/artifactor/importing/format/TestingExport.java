package io.artifactor.importing.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file with given content, read to its end. */
final class TestingExport {

    private TestingExport() {}

    static List<ImportedRecord> read(String name, String content) {
        return read(name, content.getBytes(UTF_8));
    }

    static List<ImportedRecord> read(String name, byte[] content) {
        return read(name, content, ReadingOptions.defaults(), 0);
    }

    static List<ImportedRecord> read(
            String name, byte[] content, ReadingOptions options, long skip) {
        return inFile(content, file -> read(file, name, options, skip));
    }

    static Detection detect(String name, byte[] content) {
        return inFile(content, file -> ExportFormats.detect(file, name, ReadingOptions.defaults()));
    }

    static List<ImportedRecord> read(Path file, String name, ReadingOptions options, long skip)
            throws IOException {
        List<ImportedRecord> records = new ArrayList<>();
        try (ExportReader reader = ExportFormats.open(file, name, options, skip)) {
            Optional<ImportedRecord> next = reader.next();
            while (next.isPresent()) {
                records.add(next.get());
                if (next.get() instanceof ImportedFile found) {
                    readFile(found, records);
                }
                next = reader.next();
            }
        }
        return records;
    }

    /** The one conversation of a single Claude conversation with these messages. */
    static ImportedConversation claude(String messages) {
        return conversation(
                "{\"uuid\":\"c\",\"name\":\"Talk\",\"chat_messages\":[" + messages + "]}");
    }

    static ImportedConversation conversation(String json) {
        List<ImportedRecord> records = read("conversations.json", json);
        if (records.size() == 1 && records.getFirst() instanceof ImportedConversation one) {
            return one;
        }
        throw new AssertionError("expected one conversation, found " + records);
    }

    /** An answer of Claude with these blocks, following the message before it. */
    static String answer(String id, String blocks) {
        return "{\"uuid\":\"" + id + "\",\"sender\":\"assistant\",\"content\":[" + blocks + "]}";
    }

    static String answer(String id, String parent, String blocks) {
        return answer(id, blocks).replaceFirst(",", ",\"parent_message_uuid\":\"" + parent + "\",");
    }

    static String call(String tool, String input) {
        return "{\"type\":\"tool_use\",\"name\":\"" + tool + "\",\"input\":" + input + "}";
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    static String text(String text) {
        return "{\"type\":\"text\",\"text\":" + quoted(text) + "}";
    }

    static ImportedArtifact artifact(ImportedConversation conversation, String key) {
        return conversation.artifacts().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not in " + keys(conversation)));
    }

    static List<String> keys(ImportedConversation conversation) {
        return conversation.artifacts().stream().map(ImportedArtifact::key).toList();
    }

    static List<ImportedVersion> versions(ImportedConversation conversation, String key) {
        List<ImportedVersion> versions = new ArrayList<>();
        artifact(conversation, key).replay(versions::add);
        return versions;
    }

    static List<String> contents(ImportedConversation conversation, String key) {
        return versions(conversation, key).stream().map(ImportedVersion::content).toList();
    }

    static List<String> codes(ImportedConversation conversation) {
        return conversation.notes().stream().map(ImportNote::code).toList();
    }

    private static void readFile(ImportedFile found, List<ImportedRecord> records)
            throws IOException {
        try (var in = found.content().open()) {
            in.readAllBytes();
        } catch (RefusedContent e) {
            records.removeLast();
            records.add(new UnreadableRecord(found.key(), found.path(), e.code(), "refused"));
        }
    }

    /** Something done with a file. */
    interface OnFile<T> {
        T apply(Path file) throws IOException;
    }

    static <T> T inFile(byte[] content, OnFile<T> use) {
        try {
            Path file = Files.createTempFile("export", ".bin");
            try {
                Files.write(file, content);
                return use.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
