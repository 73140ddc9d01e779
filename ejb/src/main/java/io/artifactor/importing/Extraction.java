package io.artifactor.importing;

import io.artifactor.importing.format.ExportFormats;
import io.artifactor.importing.format.ExportReader;
import io.artifactor.importing.format.ImportedArtifact;
import io.artifactor.importing.format.ImportedConversation;
import io.artifactor.importing.format.ImportedRecord;
import io.artifactor.importing.format.ImportedVersion;
import io.artifactor.importing.format.ReadingOptions;
import io.artifactor.importing.format.UnreadableExport;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.StorageSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what artifacts are in something pasted, and keeps nothing of it: text, a page or JSON, read
 * by the same readers as imports. Holds no transaction and no lock. Safe for all threads.
 */
@ApplicationScoped
public class Extraction {

    /** Of what is pasted, in bytes; larger things are imports. */
    public static final long LIMIT = 10L << 20;

    private static final int MOST_ARTIFACTS = 500;
    private static final long MOST_TEXT = 20L << 20;

    @Inject private StorageSettings storage;

    /**
     * Reads the content to its end.
     *
     * @throws Problem {@code TOO_LARGE}, {@code INVALID_INPUT} if it is empty, {@code
     *     UNREADABLE_IMPORT} if it is JSON nobody knows, or an archive
     */
    public Extract read(InputStream content, String fileName, ImportOptions options) {
        try {
            Path folder = Files.createDirectories(storage.data().resolve("importing"));
            Path file = Files.createTempFile(folder, "pasted-", ".part");
            try {
                receive(content, file);
                return extract(file, Storable.title(fileName, "pasted"), options);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (UnreadableExport e) {
            throw ExportFile.refusal(e);
        } catch (IOException e) {
            throw ExportFile.unavailable(e);
        }
    }

    private static void receive(InputStream content, Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = content.readNBytes((int) LIMIT + 1);
        } catch (IOException e) {
            throw new Problem(ProblemCode.INVALID_INPUT, "The body broke off; send it again.", e);
        }
        if (bytes.length == 0) {
            throw Problem.invalid("body", "is empty, expected what to look through.");
        }
        if (bytes.length > LIMIT) {
            throw new Problem(
                    ProblemCode.TOO_LARGE,
                    "At most %,d bytes are looked through at once; import larger files."
                            .formatted(LIMIT));
        }
        Files.write(file, bytes);
    }

    private static Extract extract(Path file, String name, ImportOptions options)
            throws IOException {
        ReadingOptions reading =
                ReadingOptions.defaults()
                        .withCodeBlocks(options.codeBlockMinLines(), options.codeBlockMinChars());
        String format = ExportFormats.detect(file, name, reading).format();
        Collected collected = new Collected();
        try (ExportReader reader = ExportFormats.open(file, name, reading, 0)) {
            Optional<ImportedRecord> next = reader.next();
            while (next.isPresent() && !collected.isFull()) {
                if (next.get() instanceof ImportedConversation conversation) {
                    conversation.artifacts().forEach(it -> collected.add(conversation, it));
                }
                next = reader.next();
            }
        }
        return new Extract(format, collected.found, collected.isFull());
    }

    /** What was found so far, up to what an answer can hold. Used by one thread. */
    private static final class Collected {

        private final List<Extract.Found> found = new ArrayList<>();
        private long text;

        boolean isFull() {
            return found.size() >= MOST_ARTIFACTS || text > MOST_TEXT;
        }

        void add(ImportedConversation conversation, ImportedArtifact artifact) {
            if (isFull()) {
                return;
            }
            ImportedVersion[] current = new ImportedVersion[1];
            artifact.replay(version -> {
                if (current[0] == null || version.key().equals(artifact.currentVersionKey())) {
                    current[0] = version;
                }
            });
            if (current[0] != null) {
                text += current[0].content().length();
                found.add(found(conversation, artifact, current[0]));
            }
        }

        private static Extract.Found found(
                ImportedConversation conversation,
                ImportedArtifact artifact,
                ImportedVersion current) {
            return new Extract.Found(
                    artifact.title(),
                    artifact.kind(),
                    artifact.language(),
                    artifact.mediaType(),
                    artifact.fileName(),
                    artifact.versionCount(),
                    conversation.title(),
                    current.content());
        }
    }
}
