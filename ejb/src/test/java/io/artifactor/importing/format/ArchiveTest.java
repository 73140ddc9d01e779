package io.artifactor.importing.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final String CLAUDE =
            "[{\"uuid\":\"1\",\"name\":\"One\",\"chat_messages\":[]},{\"uuid\":\"2\",\"name\":\"Two\",\"chat_messages\":[]}]";

    @Test
    void exportIsReadAndItsAccountLeftOut() {
        byte[] zip =
                zip(
                        file(
                                "users.json",
                                "[{\"uuid\":\"u\",\"full_name\":\"A\",\"email_address\":\"a@b.c\"}]"),
                        file("conversations.json", CLAUDE),
                        file(
                                "projects.json",
                                "[{\"uuid\":\"p\",\"name\":\"P/../x\",\"prompt_template\":\"Be nice\",\"docs\":"
                                        + "[{\"uuid\":\"d\",\"filename\":\"../../n.md\",\"content\":\"# N\"}]},"
                                        + "{\"uuid\":\"q\",\"name\":\"Q\",\"docs\":[]}]"),
                        file("memories.json", "{\"conversations_memory\":\"likes tea\"}"));
        assertThat(TestingExport.detect("x.zip", zip).format()).isEqualTo("claude-export/1");
        assertThat(TestingExport.read("x.zip", zip))
                .extracting(ImportedRecord::key)
                .containsExactly(
                        "entry:users.json",
                        "claude:1",
                        "claude:2",
                        "project-instructions:p",
                        "project-doc:d",
                        "project:q",
                        "file:memories.json");
        ImportedFile document = (ImportedFile) TestingExport.read("x.zip", zip).get(4);
        assertThat(document.path()).isEqualTo("x/n.md");
    }

    @Test
    void numberedConversationsOfChatgptAreReadAndRepetitionsLeftOut() {
        String chats = "[{\"title\":\"t\",\"id\":\"%s\",\"mapping\":{}}]";
        byte[] zip =
                zip(
                        file("conversations-000.json", String.format(chats, "a")),
                        file("conversations-001.json", String.format(chats, "b")),
                        file("chat.html", "<html>var jsonData = []"),
                        file("user.json", "{\"id\":\"u\",\"email\":\"e\"}"),
                        file("file-1-photo.png", "png"));
        assertThat(TestingExport.read("x.zip", zip))
                .extracting(ImportedRecord::key)
                .containsExactly(
                        "chatgpt:a",
                        "chatgpt:b",
                        "entry:chat.html",
                        "entry:user.json",
                        "file:file-1-photo.png");
    }

    @Test
    void recordsAreAsHeavyAsTheyWereBeforeTheyWerePacked(@TempDir Path folder) throws IOException {
        String heavy = CLAUDE.replace("Two", "Two".repeat(100_000));
        byte[] zip = zip(file("conversations.json", heavy), file("b.txt", "b"));
        assertThat(zip).hasSizeLessThan(10_000);
        Path file = Files.write(folder.resolve("x.zip"), zip);
        try (ExportReader reader =
                ExportFormats.open(file, "x.zip", ReadingOptions.defaults(), 0)) {
            assertThat(reader.next()).isPresent();
            assertThat(reader.unpackedBytes()).isBetween(40L, 100L);
            assertThat(reader.next()).isPresent();
            assertThat(reader.unpackedBytes()).isBetween(300_000L, (long) heavy.length());
            assertThat(reader.next()).isPresent();
            assertThat(reader.unpackedBytes()).isBetween(300_000L, (long) heavy.length());
        }
    }

    @Test
    void readingGoesOnBehindWhatWasReadBefore() {
        byte[] zip =
                zip(file("a.txt", "a"), file("conversations.json", CLAUDE), file("b.txt", "b"));
        List<String> all = keys(TestingExport.read("x.zip", zip));
        for (int skip = 0; skip <= all.size() + 1; skip++) {
            List<ImportedRecord> rest =
                    TestingExport.read("x.zip", zip, ReadingOptions.defaults(), skip);
            assertThat(keys(rest)).isEqualTo(all.subList(Math.min(skip, all.size()), all.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "a/../../evil.txt",
                "..\\evil.txt",
                "/etc/passwd",
                "\\\\server\\share",
                "C:\\evil.txt",
                "c:evil",
                "~/.ssh/id",
                "a\u0000b.txt",
                "a\nb.txt",
                "a\u202Eb.txt",
                ".. /evil"
            })
    void namesThatLeadElsewhereAreNamedAndLeftOut(String name) {
        byte[] zip = zip(file("good.txt", "good"), file(name, "evil"));
        List<ImportedRecord> records = TestingExport.read("x.zip", zip);
        assertThat(records).hasSize(2);
        assertThat(records.getLast()).isInstanceOf(SkippedRecord.class);
        SkippedRecord skipped = (SkippedRecord) records.getLast();
        assertThat(skipped.code()).isEqualTo("unsafe-name");
        assertThat(skipped.title().codePoints().allMatch(FileTitles::isPrintable)).isTrue();
    }

    @Test
    void foldersAreNothingAndStepsAreTidied() {
        byte[] zip = zip(file("a/", ""), file("./a//b.txt", "b"), file("w\\c.txt", "c"));
        assertThat(keys(TestingExport.read("x.zip", zip)))
                .containsExactly("file:a/b.txt", "file:w/c.txt");
    }

    @Test
    void linksAndDevicesAreLeftOut() {
        ZipArchiveEntry link = new ZipArchiveEntry("link");
        link.setUnixMode(UnixStat.LINK_FLAG | 0777);
        ZipArchiveEntry device = new ZipArchiveEntry("device");
        device.setUnixMode(0020000 | 0666);
        byte[] zip = zip(new Entry(link, bytes("/etc/passwd")), new Entry(device, bytes("")));
        assertThat(codes(TestingExport.read("x.zip", zip)))
                .containsExactly("symlink", "special-file");
    }

    @Test
    void secondEntryOfANameIsLeftOut() {
        byte[] zip = zip(file("a.txt", "1"), file("./a.txt", "2"), file("__MACOSX/a.txt", "3"));
        assertThat(codes(TestingExport.read("x.zip", zip)))
                .containsExactly("ok", "duplicate-name", "system-file");
    }

    @Test
    void documentInAnEncodingNobodyWritesChatsInStaysAFile() {
        byte[] wide = "[{}]".getBytes(java.nio.charset.Charset.forName("UTF-32BE"));
        byte[] marked = new byte[wide.length + 4];
        marked[2] = (byte) 0xfe;
        marked[3] = (byte) 0xff;
        System.arraycopy(wide, 0, marked, 4, wide.length);
        byte[] zip = zip(new Entry(new ZipArchiveEntry("a.json"), marked), file("b.txt", "b"));
        assertThat(keys(TestingExport.read("x.zip", zip)))
                .containsExactly("file:a.json", "file:b.txt");
    }

    @Test
    void nestedArchivesStayFiles() {
        byte[] inner = zip(file("conversations.json", CLAUDE));
        byte[] zip = zip(new Entry(new ZipArchiveEntry("inner.zip"), inner));
        assertThat(keys(TestingExport.read("x.zip", zip))).containsExactly("file:inner.zip");
    }

    @Test
    void bombIsStoppedAndTheRestArrives() {
        byte[] zip =
                zip(
                        new Entry(new ZipArchiveEntry("bomb.txt"), new byte[40 << 20]),
                        new Entry(
                                new ZipArchiveEntry("conversations.json"),
                                bytes(
                                        "[{\"uuid\":\"1\",\"name\":\""
                                                + " ".repeat(40 << 20)
                                                + "\"}]")),
                        file("good.txt", "good"));
        assertThat(codes(TestingExport.read("x.zip", zip)))
                .containsExactly("zip-bomb", "zip-bomb", "ok");
    }

    @Test
    void allEntriesTogetherMayNotBeTooMuch() {
        ReadingOptions tight = new ReadingOptions(5, 200, 1 << 20, 100, 1 << 20, 2500, 200);
        String kilobyte = "abcdefgh".repeat(128);
        byte[] zip = zip(file("1", kilobyte), file("2", kilobyte), file("3", kilobyte));
        assertThat(codes(TestingExport.read("x.zip", zip, tight, 0)))
                .containsExactly("ok", "ok", "archive-too-large");
    }

    @Test
    void entryLargerThanAllowedIsLeftOut() {
        ReadingOptions tight = new ReadingOptions(5, 200, 1 << 20, 100, 10, 1 << 20, 200);
        assertThat(codes(TestingExport.read("x.zip", zip(file("1", "12345678901")), tight, 0)))
                .containsExactly("too-large");
    }

    @Test
    void tooManyEntriesAreRefusedAsAWhole() {
        Entry[] entries = new Entry[101];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = file("f" + i, "");
        }
        byte[] zip = zip(entries);
        ReadingOptions tight = new ReadingOptions(5, 200, 1 << 20, 100, 1 << 20, 1 << 20, 200);
        assertThatThrownBy(() -> TestingExport.read("x.zip", zip, tight, 0))
                .isInstanceOfSatisfying(
                        UnreadableExport.class,
                        e -> assertThat(e.code()).isEqualTo("too-many-entries"));
    }

    @Test
    void wrongSizesAndChecksumsAreSeen() {
        byte[] sized = zip(stored("a.txt", "hello"));
        // The size in the central directory, 24 bytes into its header.
        int header = lastIndexOf(sized, new byte[] {'P', 'K', 1, 2});
        sized[header + 24] = 4;
        assertThat(codes(TestingExport.read("x.zip", sized))).containsExactly("size-mismatch");

        byte[] summed = zip(stored("a.txt", "hello"));
        summed[lastIndexOf(summed, new byte[] {'P', 'K', 1, 2}) + 16] ^= 1;
        assertThat(codes(TestingExport.read("x.zip", summed))).containsExactly("damaged-entry");
    }

    @Test
    void morePackedBytesThanTheFileHasAreRefused() {
        byte[] zip = zip(stored("a.txt", "hello"), stored("b.txt", "hello"));
        // The packed size in the central directory, 20 bytes into its header.
        zip[lastIndexOf(zip, new byte[] {'P', 'K', 1, 2}) + 21] = 1;
        assertRefused("x.zip", zip, "overlapping-entries");
    }

    @Test
    void encryptedEntriesAreLeftOut() {
        byte[] zip = zip(file("a.txt", "hello"));
        zip[lastIndexOf(zip, new byte[] {'P', 'K', 1, 2}) + 8] |= 1;
        assertThat(codes(TestingExport.read("x.zip", zip))).containsExactly("encrypted");
    }

    @Test
    void damagedAndEmptyArchivesAreRefused() {
        byte[] zip = zip(file("a.txt", "hello"));
        assertRefused("x.zip", java.util.Arrays.copyOf(zip, zip.length - 10), "damaged-zip");
        assertRefused("x.zip", zip(), "empty-archive");
        assertRefused("x.zip", bytes("no zip at all"), "not-a-zip");
    }

    @Test
    void damagedConversationsDoNotTakeTheOthersWithThem() {
        byte[] zip = zip(file("conversations.json", CLAUDE.repeat(50)), file("b.txt", "b"));
        int data = 30 + "conversations.json".length() + 20;
        zip[data] ^= 0x55;
        zip[data + 1] ^= 0x55;
        List<String> codes = codes(TestingExport.read("x.zip", zip));
        assertThat(codes).contains("ok");
        assertThat(codes.getLast()).isEqualTo("ok");
    }

    private static void assertRefused(String name, byte[] content, String code) {
        assertThatThrownBy(() -> TestingExport.read(name, content))
                .isInstanceOfSatisfying(
                        UnreadableExport.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /** An entry and what is in it. */
    record Entry(ZipArchiveEntry entry, byte[] content) {}

    static Entry file(String name, String content) {
        return new Entry(new ZipArchiveEntry(name), bytes(content));
    }

    private static Entry stored(String name, String content) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        CRC32 checksum = new CRC32();
        checksum.update(bytes(content));
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setSize(content.length());
        entry.setCrc(checksum.getValue());
        return new Entry(entry, bytes(content));
    }

    static byte[] zip(Entry... entries) {
        try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel()) {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
                for (Entry entry : entries) {
                    zip.putArchiveEntry(entry.entry());
                    zip.write(entry.content());
                    zip.closeArchiveEntry();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(channel.array(), 0, (int) channel.size());
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> keys(List<ImportedRecord> records) {
        return records.stream().map(ImportedRecord::key).toList();
    }

    private static List<String> codes(List<ImportedRecord> records) {
        List<String> codes = new ArrayList<>();
        for (ImportedRecord record : records) {
            codes.add(
                    switch (record) {
                        case UnreadableRecord unreadable -> unreadable.code();
                        case SkippedRecord skipped -> skipped.code();
                        case ImportedFile file -> "ok";
                        case ImportedConversation conversation -> "ok";
                    });
        }
        return codes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static int lastIndexOf(byte[] bytes, byte[] wanted) {
        for (int at = bytes.length - wanted.length; at >= 0; at--) {
            if (java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("not found");
    }
}
