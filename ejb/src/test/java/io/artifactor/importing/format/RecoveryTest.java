package io.artifactor.importing.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One damaged conversation costs itself, and a stop in the middle of a damaged file costs none. */
class RecoveryTest {

    private static final int ROUNDS = 500;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'uuid':'b','name':'open,'chat_messages':[{'uuid':'m','text':'t'}]}",
                "{'uuid':'b','name':'n','chat_messages':[{'uuid':'m','text':'t}]}",
                "{'uuid':'b','name':'n','chat_messages':[{'uuid':'m','text':'t'}]",
                "{'uuid':'b','name':'n','chat_messages':[{'uuid':'m','text':'t'}",
                "{'uuid':'b','name':'n','chat_messages':[1}]}"
            })
    void theConversationBehindADamagedOneArrives(String damaged) {
        String list = String.join(",", talk("a"), json(damaged), talk("c"), talk("d"));
        List<ImportedRecord> records = TestingExport.read("conversations.json", "[" + list + "]");

        assertThat(arrived(records)).containsExactly("a", "c", "d");
        assertThat(records).hasAtLeastOneElementOfType(UnreadableRecord.class);
    }

    @Test
    void theLineBehindADamagedOneArrives() {
        String lines = talk("a") + "\n" + json("{'uuid':'b','name':'open") + "\n" + talk("c");
        List<ImportedRecord> records = TestingExport.read("chats.jsonl", lines);

        assertThat(arrived(records)).containsExactly("a", "c");
        assertThat(records).hasAtLeastOneElementOfType(UnreadableRecord.class);
    }

    @Test
    void whatIsLeftAfterAStopIsTheSameHoweverDamagedTheFile() {
        Random random = new Random(7);
        String list = "[" + String.join(",", talk("a"), talk("b"), talk("c"), talk("d")) + "]";
        int compared = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = list.getBytes(UTF_8);
            for (int i = random.nextInt(5); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] =
                        (byte) "[]{}\",:\\\n".charAt(random.nextInt(9));
            }
            try {
                List<String> all = titles(damaged, 0);
                int stop = random.nextInt(all.size() + 1);
                assertThat(titles(damaged, stop)).isEqualTo(all.subList(stop, all.size()));
                compared += stop > 0 ? 1 : 0;
            } catch (UnreadableExport e) {
                assertThat(e.code()).isNotEmpty();
            }
        }
        assertThat(compared).isGreaterThan(ROUNDS / 4);
    }

    private static List<String> titles(byte[] bytes, int skip) {
        return TestingExport.read("c.json", bytes, ReadingOptions.defaults(), skip).stream()
                .map(it -> it.key() + " " + it.title())
                .toList();
    }

    private static List<String> arrived(List<ImportedRecord> records) {
        return records.stream()
                .filter(ImportedConversation.class::isInstance)
                .map(it -> ((ImportedConversation) it).sourceId())
                .toList();
    }

    private static String talk(String id) {
        return json(
                "{'uuid':'" + id + "','name':'N','chat_messages':[{'uuid':'m','text':'hello'}]}");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
