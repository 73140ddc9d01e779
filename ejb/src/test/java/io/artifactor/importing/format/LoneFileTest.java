package io.artifactor.importing.format;

import static io.artifactor.importing.format.TestingExport.contents;
import static io.artifactor.importing.format.TestingExport.keys;
import static io.artifactor.importing.format.TestingExport.read;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoneFileTest {

    private static final String ONE = "{\"uuid\":\"1\",\"name\":\"Ünï 🎉\",\"chat_messages\":[]}";
    private static final String TWO = "{\"uuid\":\"2\",\"name\":\"n\",\"chat_messages\":[]}";

    @Test
    void conversationsAreFoundInAllTheirLayouts() {
        for (String json :
                List.of(
                        "[" + ONE + "," + TWO + "]",
                        "{\"exported\":{\"conversations\":\"[\"},\"conversations\":["
                                + ONE
                                + ","
                                + TWO
                                + "],\"x\":1}",
                        ONE + "\n" + TWO + "\n",
                        ONE.replace(",", ",\n") + "\n" + TWO,
                        "\uFEFF[" + ONE + "," + TWO + "]")) {
            assertThat(read("any.bin", json))
                    .as(json)
                    .extracting(ImportedRecord::key)
                    .containsExactly("claude:1", "claude:2");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wideTextIsBroughtIntoUtf8(boolean little) {
        Charset wide = little ? UTF_16LE : UTF_16BE;
        for (String mark : List.of("", "\uFEFF")) {
            List<ImportedRecord> records = read("c.json", (mark + "[" + ONE + "]").getBytes(wide));
            assertThat(records).extracting(ImportedRecord::title).containsExactly("Ünï 🎉");
        }
    }

    @Test
    void textThatIsNotUtf8IsAnUnreadableElementOnly() {
        byte[] latin =
                ("[" + ONE.replace(" 🎉", "") + "," + TWO + "]")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        List<ImportedRecord> records = read("c.json", latin);
        assertThat(records).hasSize(2);
        assertThat(((UnreadableRecord) records.getFirst()).code()).isEqualTo("not-utf8");
        assertThat(records.getLast().key()).isEqualTo("claude:2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"uuid\":\"9\",\"name\":\"Nine\",\"uuid\":\"8\"} | duplicate-key",
                "{\"uuid\":\"9\",\"name\":\"Nine\",\"x\":\"\\q\"} | malformed-json",
                "{\"uuid\":\"9\",\"name\":\"Nine\" \"x\":1} | malformed-json",
                "{\"uuid\":\"9\",\"name\":\"Nine\",\"x\":01} | malformed-json",
                "null | not-a-conversation",
                "17 | not-a-conversation",
                "\"text\" | not-a-conversation",
                "[] | not-a-conversation",
                "{} | not-a-conversation",
                "{\"title\":\"Nine\"} | not-a-conversation"
            })
    void malformedElementIsNamedAndTheOthersArrive(String bad, String code) {
        List<ImportedRecord> records = read("c.json", "[" + ONE + "," + bad + "," + TWO + "]");
        assertThat(records).hasSize(3);
        assertThat(records.get(1)).isInstanceOf(UnreadableRecord.class);
        UnreadableRecord unreadable = (UnreadableRecord) records.get(1);
        assertThat(unreadable.code()).isEqualTo(code);
        int offset = 1 + ONE.getBytes(UTF_8).length + 1;
        assertThat(unreadable.reason()).contains("Element 2 of c.json, at byte " + offset);
        if (bad.contains("Nine")) {
            assertThat(unreadable.title()).isEqualTo("Nine");
        }
    }

    @Test
    void nestingBombIsUnreadable() {
        String bomb =
                "{\"uuid\":\"9\",\"name\":\"n\",\"x\":"
                        + "[".repeat(100_000)
                        + "]".repeat(100_000)
                        + "}";
        List<ImportedRecord> records = read("c.json", "[" + ONE + "," + bomb + "," + TWO + "]");
        assertThat(((UnreadableRecord) records.get(1)).code()).isEqualTo("too-deep");
        assertThat(records).hasSize(3);
    }

    @Test
    void placeOfTheFaultIsCountedFromTheBeginningOfTheFile() {
        UnreadableRecord found =
                (UnreadableRecord)
                        read("c.json", "[" + TWO + ",{\"uuid\":\"9\",\"name\":\"\\q\"}]").get(1);
        int fault = TWO.length() + 2 + "{\"uuid\":\"9\",\"name\":\"\\".length();
        assertThat(found.reason()).contains("seen at byte " + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"invalid\":\"no\"} | unknown-format",
                "[1,2] | unknown-format",
                "{\"messages\":{\"hello\":\"Hallo\"}} | unknown-format",
                "[] | empty-export",
                "'' | empty-file"
            })
    void jsonThatHoldsNoChatIsRefused(String json, String code) {
        assertThatThrownBy(() -> read("c.json", json))
                .isInstanceOfSatisfying(
                        UnreadableExport.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void looserDialectsAreRead() {
        var named =
                TestingExport.conversation(
                        "{\"conversations\":[{\"uuid\":\"u\",\"title\":\"T\",\"messages\":[{\"role\":\"user\",\"content\":\"q\"}]}]}");
        assertThat(named.key()).isEqualTo("claude:u");
        assertThat(named.messages().getFirst().text()).isEqualTo("q");

        var bare =
                TestingExport.conversation(
                        "[{\"role\":\"user\",\"content\":\"q\"},{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"a\"}]}]");
        assertThat(bare.messages())
                .extracting(ImportedMessage::sender)
                .containsExactly(Sender.HUMAN, Sender.ASSISTANT);
        assertThat(bare.source()).isEqualTo("api");

        var script =
                TestingExport.conversation(
                        "{\"meta\":{\"title\":\"S\",\"exported_at\":\"2024-01-01T00:00:00Z\"},\"chats\":[{\"index\":0,\"type\":\"prompt\","
                                + "\"message\":[{\"type\":\"p\",\"data\":\"q\"}]},{\"index\":1,\"type\":\"response\",\"message\":[{\"type\":\"pre\","
                                + "\"language\":\"python\",\"data\":\""
                                + "print('a long enough line')\\n".repeat(10)
                                + "\"}]}]}");
        assertThat(script.title()).isEqualTo("S");
        assertThat(keys(script)).containsExactly("code:message-1:0");
    }

    @Test
    void artifactsOfTheOlderToolAreRead() {
        var old =
                TestingExport.conversation(
                        "{\"artifacts\":[{\"id\":\"a\",\"title\":\"T\",\"content\":\"x\",\"type\":\"code\",\"language\":\"c++\"},"
                                + "{\"id\":\"a\",\"title\":\"T\",\"content\":\"y\",\"type\":\"code\"},{\"title\":\"\",\"content\":\"{}\","
                                + "\"type\":\"application/json\",\"filename\":\"config.json\"}]}");
        assertThat(contents(old, "artifact:a")).containsExactly("x", "y");
        assertThat(old.artifacts().getLast().fileName()).isEqualTo("config.json");
    }

    @Test
    void derivedIdentityStaysWhileTheConversationGrows() {
        String start = "[{\"role\":\"user\",\"content\":\"q\"}";
        var small = TestingExport.conversation(start + "]");
        var grown =
                TestingExport.conversation(start + ",{\"role\":\"assistant\",\"content\":\"a\"}]");
        assertThat(grown.key()).isEqualTo(small.key());
        assertThat(grown.fingerprint()).isNotEqualTo(small.fingerprint());
    }

    @Test
    void markdownDumpIsAConversation() {
        String dump =
                "# My talk\n\n**human** - 2024-10-24 21:15:18 UTC\n\nMake it\n\n**assistant** - 2024-10-24 21:16:00 UTC\n\n"
                        + "Sure\n<antArtifact identifier=\"p\" type=\"text/html\" title=\"Page\">\n<p>hi</p>\n</antArtifact>\n"
                        + "```\n**human**\n```\n";
        assertThat(TestingExport.detect("dump.md", dump.getBytes(UTF_8)).format())
                .isEqualTo("chat-text/1");
        var talk = conversation("dump.md", dump);
        assertThat(talk.title()).isEqualTo("My talk");
        assertThat(talk.messages())
                .extracting(ImportedMessage::sender)
                .containsExactly(Sender.SYSTEM, Sender.HUMAN, Sender.ASSISTANT);
        assertThat(talk.messages().getLast().sentAt()).isEqualTo("2024-10-24T21:16:00Z");
        assertThat(contents(talk, "artifact:p")).containsExactly("<p>hi</p>");
    }

    @Test
    void markedArtifactsOfPastedTextAreFound() {
        var talk =
                conversation(
                        "paste.txt",
                        "Intro\n=== ARTIFACT: My Page ===\n<html>\n```js\nx\n```\n</html>\n\n=== ARTIFACT: notes.md ===\n# N\n");
        assertThat(keys(talk)).containsExactly("artifact:marked_1", "artifact:marked_2");
        assertThat(contents(talk, "artifact:marked_1"))
                .containsExactly("<html>\n```js\nx\n```\n</html>");
        assertThat(talk.artifacts().getLast().mediaType()).isEqualTo("text/markdown");
    }

    @Test
    void pastedTextWithFencesIsAChatButADocumentIsNot() {
        String text = "See\n```python\n" + "print('a long enough line')\n".repeat(10) + "```\n";
        assertThat(keys(conversation("paste.txt", text))).containsExactly("code:message-0:0");
        assertThat(read("README.md", text).getFirst()).isInstanceOf(ImportedFile.class);
    }

    @Test
    void dataInTheScriptOfAPageIsRead() {
        String page =
                "<html><script>\nvar jsonData = [{\"title\":\"t\",\"id\":\"a\",\"mapping\":{}}];\nvar x = [1];</script>";
        assertThat(read("chat.html", page))
                .extracting(ImportedRecord::key)
                .containsExactly("chatgpt:a");
    }

    @Test
    void anythingElseIsAFile() {
        assertThat(
                        read("photo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2})
                                .getFirst()
                                .key())
                .isEqualTo("file:photo.png");
        assertThat(read("a.html", "<p>hi</p>").getFirst()).isInstanceOf(ImportedFile.class);
    }

    @Test
    void readingGoesOnBehindWhatWasReadBefore() {
        byte[] json = ("[" + ONE + ",null," + TWO + "]").getBytes(UTF_8);
        for (int skip = 0; skip < 5; skip++) {
            assertThat(read("c.json", json, ReadingOptions.defaults(), skip))
                    .hasSize(Math.max(0, 3 - skip));
        }
    }

    private static ImportedConversation conversation(String name, String text) {
        return (ImportedConversation) read(name, text).getFirst();
    }
}
