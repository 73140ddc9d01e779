package io.artifactor.importing.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damage of any sort ends in records or in a refusal, never in another failure, and it ends. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
class FuzzTest {

    private static final int ROUNDS = Integer.getInteger("artifactor.fuzz.rounds", 1_500);
    private static final String CLAUDE =
            "[{\"uuid\":\"1\",\"name\":\"One\",\"chat_messages\":[{\"uuid\":\"m\",\"sender\":\"assistant\",\"content\":"
                    + "[{\"type\":\"tool_use\",\"name\":\"artifacts\",\"input\":{\"command\":\"create\",\"id\":\"a\",\"content\":\"x\"}},"
                    + "{\"type\":\"text\",\"text\":\"<antArtifact identifier=\\\"b\\\">\\n```js\\nx\\n```</antArtifact>\"}]},"
                    + "{\"uuid\":\"n\",\"parent_message_uuid\":\"m\",\"sender\":\"assistant\",\"content\":[{\"type\":\"tool_use\","
                    + "\"name\":\"artifacts\",\"input\":{\"command\":\"update\",\"id\":\"a\",\"old_str\":\"x\",\"new_str\":\"y\"}}]}]},"
                    + "{\"uuid\":\"2\",\"name\":\"Two\",\"chat_messages\":[{\"uuid\":\"k\",\"attachments\":[{\"extracted_content\":\"t\"}]}]}]";
    private static final String CHATGPT =
            "[{\"title\":\"T\",\"current_node\":\"b\",\"id\":\"c\",\"mapping\":{\"a\":{\"message\":{\"author\":{\"role\":\"assistant\"},"
                    + "\"recipient\":\"canmore.create_textdoc\",\"content\":{\"content_type\":\"code\",\"text\":\"{\\\"name\\\":\\\"D\\\","
                    + "\\\"content\\\":\\\"x\\\"}\"}}},\"b\":{\"parent\":\"a\",\"message\":{\"author\":{\"role\":\"tool\",\"name\":"
                    + "\"canmore.create_textdoc\"},\"content\":{\"parts\":[\"textdoc_id: 'd'\"]}}}}}]";

    @Test
    void damagedJsonIsSurvived() {
        Random random = new Random(20_241_121);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = (random.nextBoolean() ? CLAUDE : CHATGPT).getBytes(UTF_8);
            survive("c.json", damaged(bytes, random));
        }
    }

    @Test
    void damagedArchivesAreSurvived() {
        Random random = new Random(42);
        byte[] zip =
                ArchiveTest.zip(
                        ArchiveTest.file("conversations.json", CLAUDE),
                        ArchiveTest.file("a.txt", "hello"),
                        ArchiveTest.file("projects.json", "[{\"uuid\":\"p\",\"docs\":[]}]"));
        for (int round = 0; round < ROUNDS; round++) {
            survive("c.zip.bin", damaged(zip.clone(), random));
        }
    }

    @Test
    void anyBytesAreSurvived() {
        Random random = new Random(7);
        String letters = "{}[]\",:\\ \nabutx019-.<>`~*#=\u0000é";
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(300);
            for (int i = 0; i < length; i++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            survive("x", text.toString().getBytes(UTF_8));
        }
    }

    @Test
    void undamagedFilesAreReadWhole() {
        assertThat(TestingExport.read("c.json", CLAUDE))
                .hasOnlyElementsOfType(ImportedConversation.class);
        assertThat(TestingExport.read("c.json", CHATGPT))
                .hasOnlyElementsOfType(ImportedConversation.class);
    }

    private static void survive(String name, byte[] bytes) {
        try {
            List<ImportedRecord> records = TestingExport.read(name, bytes);
            for (ImportedRecord record : records) {
                assertThat(record.title()).isNotEmpty();
                if (record instanceof ImportedConversation talk) {
                    talk.artifacts().forEach(FuzzTest::replay);
                }
            }
        } catch (UnreadableExport e) {
            assertThat(e.code()).isNotEmpty();
        }
    }

    private static void replay(ImportedArtifact artifact) {
        int[] count = new int[1];
        artifact.replay(version -> count[0]++);
        assertThat(count[0]).isEqualTo(artifact.versionCount());
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] marks = "{}[]\",:\\x\u0000".getBytes(UTF_8);
        int times = 1 + random.nextInt(4);
        byte[] damaged = bytes;
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(5)) {
                case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> damaged[at] = marks[random.nextInt(marks.length)];
                case 2 -> damaged = java.util.Arrays.copyOf(damaged, Math.max(1, at));
                case 3 -> damaged = without(damaged, at, 1 + random.nextInt(20));
                default -> damaged[at] = (byte) random.nextInt(256);
            }
        }
        return damaged;
    }

    private static byte[] without(byte[] bytes, int at, int count) {
        int cut = Math.min(count, bytes.length - at);
        byte[] rest = new byte[Math.max(1, bytes.length - cut)];
        System.arraycopy(bytes, 0, rest, 0, Math.min(at, rest.length));
        int tail = bytes.length - at - cut;
        System.arraycopy(bytes, at + cut, rest, Math.min(at, rest.length - tail), tail);
        return rest;
    }
}
