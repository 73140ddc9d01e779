package io.artifactor.importing.format;

import io.artifactor.importing.format.JsonShape.Content;
import io.artifactor.importing.format.JsonShape.Layout;
import io.artifactor.importing.format.TextConversation.Likeness;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file that is no archive, and what its beginning shows it to be. */
final class LoneFile {

    private static final int HEAD = 1 << 20;
    private static final String EMBEDDED = "jsonData";

    private final Path file;
    private final String fileName;
    private final ReadingOptions options;
    private final byte[] head;
    private final @Nullable JsonShape shape;
    private final @Nullable String text;
    private final boolean isPage;

    private LoneFile(Path file, String fileName, ReadingOptions options) throws IOException {
        this.file = file;
        this.fileName = FileTitles.printable(fileName);
        this.options = options;
        try (InputStream in = TextStreams.utf8(Files.newInputStream(file))) {
            this.head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw new UnreadableExport("empty-file", "The file is empty.");
        }
        JsonShape found = JsonShape.of(head);
        this.shape = found == null ? embedded() : found;
        this.text = shape == null ? conversationText() : null;
        this.isPage =
                shape == null
                        && text == null
                        && looksLikePage()
                        && Files.size(file) <= options.maxElementBytes()
                        && ClaudePage.isOne(new String(head, StandardCharsets.UTF_8));
    }

    /**
     * @throws UnreadableExport when it is empty, or JSON that holds no chat
     */
    static LoneFile look(Path file, String fileName, ReadingOptions options) throws IOException {
        LoneFile lone = new LoneFile(file, fileName, options);
        lone.checkShape();
        return lone;
    }

    Detection detection() {
        if (shape != null) {
            return new Detection(shape.content().format, shape.content().description);
        }
        if (isPage) {
            return new Detection(ClaudePage.FORMAT, "A saved page of claude.ai");
        }
        return text != null
                ? new Detection("chat-text/1", "A conversation as text")
                : new Detection("file/1", "An ordinary file");
    }

    RecordSource open() throws IOException {
        if (shape != null) {
            CountingStream in =
                    new CountingStream(new BufferedInputStream(Files.newInputStream(file)));
            try {
                InputStream utf8 = TextStreams.utf8(in);
                return shape.content() == Content.PROJECTS
                        ? new ProjectRecords(utf8, in::count, options, fileName)
                        : new JsonRecords(utf8, in::count, shape, options, fileName);
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        }
        long size = Files.size(file);
        if (text != null) {
            return new OneRecord(TextConversation.read(text, context(text)), size);
        }
        String page = isPage ? whole() : null;
        if (page != null) {
            return new OneRecord(ClaudePage.read(page, context(page)), size);
        }
        return new OneRecord(asFile(size), size);
    }

    private ElementContext context(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ElementContext.of(options, FileTitles.of(fileName), bytes, 0, bytes.length);
    }

    private @Nullable String whole() throws IOException {
        try (InputStream in = TextStreams.utf8(Files.newInputStream(file))) {
            return TextStreams.decode(in.readAllBytes());
        }
    }

    private ImportedFile asFile(long size) throws IOException {
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        String name = FileTitles.lastStep(fileName);
        return new ImportedFile(
                "file:" + name,
                name,
                size,
                modified,
                () -> new LimitedStream(Files.newInputStream(file), options.maxEntryBytes()));
    }

    private void checkShape() {
        if (shape == null || shape.content().isChat() || shape.content() == Content.PROJECTS) {
            return;
        }
        if (shape.content() == Content.EMPTY) {
            throw new UnreadableExport("empty-export", "The file is a list with nothing in it.");
        }
        Set<String> keys = KeyScan.of(head).at(shape.layout() == Layout.LIST ? "[]" : "");
        String found = keys.isEmpty() ? "no objects" : "the keys " + shown(keys);
        throw new UnreadableExport(
                "unknown-format",
                "The file is JSON but holds no conversations: expected chat_messages (Claude),"
                        + " mapping (ChatGPT) or messages, found "
                        + found
                        + ".");
    }

    private static String shown(Set<String> keys) {
        String all = String.join(", ", keys);
        return FileTitles.printable(all.length() > 150 ? all.substring(0, 150) + " …" : all);
    }

    /** ChatGPT's chat.html holds all conversations as data of its script. */
    private @Nullable JsonShape embedded() {
        String start = new String(head, StandardCharsets.UTF_8);
        int at = start.indexOf(EMBEDDED);
        int list = at < 0 ? -1 : start.indexOf('[', at);
        if (list < 0 || list - at > 40 || !start.substring(0, at).contains("<")) {
            return null;
        }
        JsonShape inner = JsonShape.of(start.substring(list).getBytes(StandardCharsets.UTF_8));
        return inner != null && inner.content().isChat()
                ? new JsonShape(inner.content(), Layout.EMBEDDED, EMBEDDED)
                : null;
    }

    private @Nullable String conversationText() throws IOException {
        if (Files.size(file) > options.maxElementBytes() || looksLikePage()) {
            return null;
        }
        String whole = whole();
        if (whole == null || whole.indexOf('\0') >= 0) {
            return null;
        }
        Likeness likeness = TextConversation.likeness(whole);
        boolean chat =
                switch (likeness) {
                    case DUMP, MARKED -> true;
                    // Documents in Markdown hold code as well: only a bare paste counts as a chat.
                    case FENCES -> isPaste();
                    case NONE -> false;
                };
        return chat ? whole : null;
    }

    private boolean looksLikePage() {
        String start = new String(head, 0, Math.min(head.length, 1000), StandardCharsets.UTF_8);
        return start.stripLeading().startsWith("<");
    }

    private boolean isPaste() {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".txt") || name.indexOf('.') < 0;
    }
}
