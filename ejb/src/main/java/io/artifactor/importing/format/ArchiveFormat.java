package io.artifactor.importing.format;

import io.artifactor.importing.format.JsonShape.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Finds out what an archive is, by the beginnings of the JSON documents in it. */
final class ArchiveFormat {

    private static final int MAX_LOOKED_AT = 200;

    private ArchiveFormat() {}

    /**
     * What an archive is.
     *
     * @param official whether a vendor's export is in it
     */
    record Kind(Detection detection, boolean official) {}

    /** Whether the file begins as a zip does. */
    static boolean isArchive(Path file, String fileName) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        boolean zip =
                head.length == 4
                        && head[0] == 'P'
                        && head[1] == 'K'
                        && (head[2] == 3 && head[3] == 4
                                || head[2] == 5 && head[3] == 6
                                || head[2] == 7 && head[3] == 8);
        if (!zip && fileName.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new UnreadableExport(
                    "not-a-zip",
                    "The file is called " + FileTitles.printable(fileName) + " but is no zip.");
        }
        return zip;
    }

    static Kind detect(Path file, ReadingOptions options) throws IOException {
        try (Archive archive = Archive.open(file, options)) {
            return kind(archive);
        }
    }

    static RecordSource open(Path file, ReadingOptions options) throws IOException {
        Archive archive = Archive.open(file, options);
        try {
            return new ArchiveRecords(archive, options, kind(archive).official());
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static Kind kind(Archive archive) throws IOException {
        List<ZipArchiveEntry> entries = archive.entries();
        if (entries.stream().allMatch(ZipArchiveEntry::isDirectory)) {
            throw new UnreadableExport("empty-archive", "There is no file in the archive.");
        }
        List<ZipArchiveEntry> documents =
                entries.stream()
                        .filter(entry -> isJson(entry) && archive.canRead(entry))
                        .sorted(Comparator.comparing(entry -> !isConversations(entry)))
                        .limit(MAX_LOOKED_AT)
                        .toList();
        Optional<Content> best = Optional.empty();
        for (ZipArchiveEntry document : documents) {
            Optional<Content> content = content(archive, document);
            if (content.filter(Content::isChat).isPresent()) {
                return kind(content.get());
            }
            best = best.isPresent() ? best : content.filter(it -> it == Content.PROJECTS);
        }
        return best.map(ArchiveFormat::kind)
                .orElse(new Kind(new Detection("files/1", "An archive of files"), false));
    }

    private static Kind kind(Content content) {
        boolean official = content != Content.MESSAGES && content != Content.ARTIFACTS;
        Detection detection = new Detection(content.format, content.description + " in an archive");
        return new Kind(detection, official);
    }

    private static Optional<Content> content(Archive archive, ZipArchiveEntry entry)
            throws IOException {
        try (InputStream in = archive.read(entry, Long.MAX_VALUE)) {
            byte[] head = TextStreams.utf8(in).readNBytes(ArchiveRecords.HEAD);
            return Optional.ofNullable(JsonShape.of(head)).map(JsonShape::content);
        } catch (RefusedContent | UnreadableExport e) {
            return Optional.empty();
        }
    }

    private static boolean isJson(ZipArchiveEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return (name.endsWith(".json") || name.endsWith(".jsonl")) && !entry.isUnixSymlink();
    }

    private static boolean isConversations(ZipArchiveEntry entry) {
        return FileTitles.lastStep(entry.getName()).startsWith("conversations");
    }
}
