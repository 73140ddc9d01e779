package io.artifactor.importing.format;

import io.artifactor.importing.format.JsonShape.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an archive in their order: chats are read, ordinary files handed on, all else
 * named with the reason why it was left out. Folders are nothing by themselves.
 */
final class ArchiveRecords implements RecordSource {

    static final int HEAD = 1 << 18;
    private static final Set<String> REPEATED =
            Set.of(
                    "chat.html",
                    "message_feedback.json",
                    "shared_conversations.json",
                    "model_comparisons.json",
                    "user.json",
                    "users.json",
                    "login_history.json");

    private final Archive archive;
    private final ReadingOptions options;
    private final boolean official;
    private final Iterator<ZipArchiveEntry> entries;
    private final Set<String> paths = new HashSet<>();

    private @Nullable RecordSource current;
    private @Nullable ZipArchiveEntry entry;
    private long passed;
    private long passedUnpacked;

    /**
     * @param official whether a vendor made the archive, so that what belongs to its account is
     *     known and left out
     */
    ArchiveRecords(Archive archive, ReadingOptions options, boolean official) {
        this.archive = archive;
        this.options = options;
        this.official = official;
        this.entries = archive.entries().iterator();
    }

    @Override
    public Optional<ImportedRecord> next() throws IOException {
        while (true) {
            RecordSource source = current;
            if (source != null) {
                Optional<ImportedRecord> next = guarded(source);
                if (next.isPresent()) {
                    return next;
                }
                finish();
            }
            if (!entries.hasNext()) {
                return Optional.empty();
            }
            ZipArchiveEntry found = entries.next();
            entry = found;
            if (!found.isDirectory()) {
                current = opened(found);
            }
        }
    }

    @Override
    public boolean skip() throws IOException {
        if (current instanceof JsonRecords records) {
            try {
                if (records.skip()) {
                    return true;
                }
            } catch (RefusedContent e) {
                finish();
                return true;
            }
            finish();
        }
        return next().isPresent();
    }

    @Override
    public long bytesRead() {
        RecordSource source = current;
        return passed + (source == null ? 0 : source.bytesRead());
    }

    @Override
    public long unpackedBytes() {
        RecordSource source = current;
        return passedUnpacked + (source == null ? 0 : source.unpackedBytes());
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
        archive.close();
    }

    /** Damage ends the entry, not the archive. */
    private Optional<ImportedRecord> guarded(RecordSource source) throws IOException {
        try {
            return source.next();
        } catch (RefusedContent e) {
            String name = entry == null ? "" : entry.getName();
            finish();
            return Optional.of(unreadable(name, e));
        }
    }

    private void finish() throws IOException {
        if (current != null) {
            passedUnpacked += current.unpackedBytes();
            current.close();
            current = null;
        }
        if (entry != null) {
            passed += Math.max(0, entry.getCompressedSize());
            entry = null;
        }
    }

    private RecordSource opened(ZipArchiveEntry found) throws IOException {
        String path = EntryNames.path(found.getName());
        ImportedRecord refusal = refusal(found, path);
        if (refusal != null || path == null) {
            return new OneRecord(refusal == null ? unsafe(found) : refusal, 0);
        }
        if (isJson(path)) {
            try {
                return json(found, path);
            } catch (RefusedContent e) {
                return new OneRecord(unreadable(found.getName(), e), 0);
            } catch (UnreadableExport e) {
                // Not an encoding chats are written in; as a file it is as good as any.
                return new OneRecord(file(found, path), 0);
            }
        }
        return new OneRecord(file(found, path), 0);
    }

    private @Nullable ImportedRecord refusal(ZipArchiveEntry found, @Nullable String path) {
        if (path == null) {
            return unsafe(found);
        }
        if (found.isUnixSymlink()) {
            return skipped(found, "symlink", "It is a link to elsewhere, and not followed.");
        }
        int type = found.getUnixMode() & 0170000;
        if (type != 0 && type != 0100000) {
            return skipped(found, "special-file", "It is no ordinary file.");
        }
        if (found.getGeneralPurposeBit().usesEncryption()) {
            return skipped(found, "encrypted", "It is encrypted. Pack it without a password.");
        }
        if (!archive.canRead(found)) {
            return skipped(found, "unsupported-compression", "It is packed in an unknown way.");
        }
        if (EntryNames.isOfSystem(path)) {
            return skipped(found, "system-file", "An operating system left it there.");
        }
        if (!paths.add(path)) {
            return skipped(found, "duplicate-name", "An entry of this name came before.");
        }
        if (official && REPEATED.contains(FileTitles.lastStep(path))) {
            return skipped(
                    found, "account-data", "It is about the account, or repeats conversations.");
        }
        if (!isJson(path) && found.getSize() > options.maxEntryBytes()) {
            return skipped(
                    found,
                    "too-large",
                    "It is larger than the " + options.maxEntryBytes() + " bytes allowed.");
        }
        return null;
    }

    private RecordSource json(ZipArchiveEntry found, String path) throws IOException {
        EntryStream in = archive.read(found, options.maxTotalBytes());
        CountingStream unpacked = new CountingStream(in);
        InputStream text = TextStreams.utf8(unpacked);
        byte[] head = text.readNBytes(HEAD);
        JsonShape shape = JsonShape.of(head);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), text);
        String name = FileTitles.printable(path);
        if (shape != null && shape.content().isChat()) {
            return new JsonRecords(whole, () -> packedBytes(found, unpacked), shape, options, name);
        }
        if (shape != null && official && shape.content() == Content.PROJECTS) {
            return new ProjectRecords(whole, () -> packedBytes(found, unpacked), options, name);
        }
        in.close();
        if (shape != null && official && shape.content() == Content.ACCOUNT) {
            return new OneRecord(skipped(found, "account-data", "It is about the account."), 0);
        }
        if (shape != null && official && shape.content() == Content.EMPTY) {
            return new OneRecord(skipped(found, "empty-list", "It is an empty list."), 0);
        }
        return new OneRecord(file(found, path), 0);
    }

    /** How far the packed bytes of the entry were read, by its share of unpacked ones. */
    private static long packedBytes(ZipArchiveEntry found, CountingStream unpacked) {
        long size = Math.max(1, found.getSize());
        double share = Math.min(1.0, unpacked.count() / (double) size);
        return (long) (share * Math.max(0, found.getCompressedSize()));
    }

    private ImportedFile file(ZipArchiveEntry found, String path) {
        Instant modified = found.getTime() <= 0 ? null : Instant.ofEpochMilli(found.getTime());
        return new ImportedFile(
                "file:" + path,
                path,
                found.getSize(),
                modified,
                () -> archive.read(found, options.maxEntryBytes()));
    }

    private static boolean isJson(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson");
    }

    private static SkippedRecord unsafe(ZipArchiveEntry found) {
        return skipped(
                found,
                "unsafe-name",
                "Its name leads elsewhere, is too long, or holds characters that cannot be shown.");
    }

    private static SkippedRecord skipped(ZipArchiveEntry found, String code, String reason) {
        String name = FileTitles.printable(found.getName());
        return new SkippedRecord("entry:" + name, name, code, reason);
    }

    private static UnreadableRecord unreadable(String entryName, RefusedContent e) {
        String name = FileTitles.printable(entryName);
        return new UnreadableRecord("entry:" + name, name, e.code(), name + ": " + e.getMessage());
    }
}
