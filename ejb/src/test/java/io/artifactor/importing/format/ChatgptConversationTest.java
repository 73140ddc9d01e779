package io.artifactor.importing.format;

import static io.artifactor.importing.format.TestingExport.artifact;
import static io.artifactor.importing.format.TestingExport.codes;
import static io.artifactor.importing.format.TestingExport.contents;
import static io.artifactor.importing.format.TestingExport.keys;
import static io.artifactor.importing.format.TestingExport.quoted;
import static io.artifactor.importing.format.TestingExport.versions;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChatgptConversationTest {

    private static ImportedConversation chat(String current, String... nodes) {
        return TestingExport.conversation(
                "[{\"title\":\"Talk\",\"create_time\":1700000000.5,\"conversation_id\":\"c\",\"current_node\":\""
                        + current
                        + "\",\"mapping\":{"
                        + String.join(",", nodes)
                        + "}}]");
    }

    private static String node(String id, @Nullable String parent, String message) {
        String above = parent == null ? "null" : quoted(parent);
        return quoted(id)
                + ":{\"id\":"
                + quoted(id)
                + ",\"parent\":"
                + above
                + ",\"children\":[],\"message\":"
                + message
                + "}";
    }

    private static String says(String role, String text) {
        return "{\"author\":{\"role\":\""
                + role
                + "\"},\"content\":{\"content_type\":\"text\",\"parts\":["
                + quoted(text)
                + "]},\"recipient\":\"all\"}";
    }

    private static String orders(String tool, String input) {
        return "{\"author\":{\"role\":\"assistant\"},\"recipient\":\"canmore."
                + tool
                + "\",\"content\":{\"content_type\":\"code\",\"language\":\"json\",\"text\":"
                + quoted(input)
                + "}}";
    }

    private static String answers(String tool, String text) {
        return "{\"author\":{\"role\":\"tool\",\"name\":\"canmore."
                + tool
                + "\"},\"recipient\":\"all\",\"content\":{\"content_type\":\"text\",\"parts\":["
                + quoted(text)
                + "]}}";
    }

    private static String made(String id) {
        return answers(
                "create_textdoc",
                "Successfully created text document 'D' with textdoc_id: '" + id + "'");
    }

    private static final String CREATE =
            orders(
                    "create_textdoc",
                    "{\"name\":\"D\",\"type\":\"code/python\",\"content\":\"a = 1\\nb = 2\"}");

    private static String changes(String pattern, String replacement, boolean multiple) {
        return orders(
                "update_textdoc",
                "{\"updates\":[{\"pattern\":"
                        + quoted(pattern)
                        + ",\"multiple\":"
                        + multiple
                        + ",\"replacement\":"
                        + quoted(replacement)
                        + "}]}");
    }

    @Test
    void activePathLeadsFromTheCurrentNodeToTheRoot() {
        var talk =
                chat(
                        "c",
                        node("r", null, "null"),
                        node("a", "r", says("user", "hello")),
                        node("b", "a", says("assistant", "first")),
                        node("c", "a", says("assistant", "second")));
        assertThat(talk.source()).isEqualTo("chatgpt");
        assertThat(talk.sourceId()).isEqualTo("c");
        assertThat(talk.createdAt()).isEqualTo(Instant.parse("2023-11-14T22:13:20.5Z"));
        assertThat(talk.messages().stream().map(ImportedMessage::onActivePath))
                .containsExactly(true, false, true);
        assertThat(talk.messages().getFirst().parentSourceId()).isNull();
        assertThat(talk.messages().getLast().parentSourceId()).isEqualTo("a");
    }

    @Test
    void danglingParentsAndMissingCurrentNodeAreSurvived() {
        var talk =
                chat(
                        "nowhere",
                        node("a", "lost", says("user", "hello")),
                        node("b", "a", says("assistant", "there")));
        assertThat(talk.messages().stream().map(ImportedMessage::onActivePath))
                .containsExactly(true, true);
    }

    @Test
    void emptyAndNullTreesAreConversationsWithoutMessages() {
        assertThat(chat("x").messages()).isEmpty();
        var nothing =
                TestingExport.conversation("[{\"title\":\"t\",\"id\":\"c\",\"mapping\":null}]");
        assertThat(codes(nothing)).containsExactly("no-messages");
    }

    @Test
    void hiddenMessagesAreMarked() {
        String hidden = says("system", "x").replaceFirst("\\{", "{\"weight\":0,");
        assertThat(chat("a", node("a", null, hidden)).messages().getFirst().hidden()).isTrue();
    }

    @Test
    void canvasIsReplayedUnderTheNameItsAnswerGives() {
        var talk =
                chat(
                        "u2",
                        node("m", null, CREATE),
                        node("t", "m", made("doc1")),
                        node("u", "t", changes(".*", "c = 3\\d", false)),
                        node("t2", "u", answers("update_textdoc", "Successfully updated")),
                        node("u2", "t2", changes("c = (\\d)", "d = \\1", false)));
        assertThat(keys(talk)).containsExactly("canvas:doc1");
        assertThat(contents(talk, "canvas:doc1"))
                .containsExactly("a = 1\nb = 2", "c = 3\\d", "d = 3\\d");
        assertThat(artifact(talk, "canvas:doc1").language()).isEqualTo("python");
        assertThat(artifact(talk, "canvas:doc1").title()).isEqualTo("D");
    }

    @Test
    void documentNamedInMetadataOrInTheOrderIsFound() {
        String answer =
                "{\"author\":{\"role\":\"tool\",\"name\":\"canmore.create_textdoc\"},\"content\":{\"content_type\":"
                        + "\"text\",\"parts\":[\"ok\"]},\"metadata\":{\"canvas\":{\"textdoc_id\":\"doc2\"}}}";
        var talk =
                chat(
                        "u",
                        node("m", null, CREATE),
                        node("t", "m", answer),
                        node(
                                "u",
                                "t",
                                orders(
                                        "update_textdoc",
                                        "{\"textdoc_id\":\"doc2\",\"regex\":\"b = \\\\d\",\"content\":\"b = 9\"}")));
        assertThat(contents(talk, "canvas:doc2")).containsExactly("a = 1\nb = 2", "a = 1\nb = 9");
    }

    @Test
    void olderAnswersSayTheDocumentAsJson() {
        var talk =
                chat(
                        "t",
                        node("m", null, CREATE),
                        node(
                                "t",
                                "m",
                                answers(
                                        "create_textdoc",
                                        "{\"result\":\"ok\",\"textdoc_id\":\"doc3\"}")));
        assertThat(keys(talk)).containsExactly("canvas:doc3");
    }

    @Test
    void patternWithoutMatchIsABrokenVersion() {
        var talk =
                chat(
                        "u",
                        node("m", null, CREATE),
                        node("t", "m", made("d")),
                        node("u", "t", changes("zebra", "x", true)));
        assertThat(versions(talk, "canvas:d").getLast().problem()).contains("does not match");
        assertThat(contents(talk, "canvas:d").getLast()).isEqualTo("a = 1\nb = 2");
    }

    @Test
    void orderThatIsCutOffIsNoted() {
        var talk =
                chat(
                        "m",
                        node(
                                "m",
                                null,
                                orders("create_textdoc", "{\"name\":\"D\",\"content\":\"hal")));
        assertThat(talk.artifacts()).isEmpty();
        assertThat(codes(talk)).containsExactly("malformed-tool-input");
    }

    @Test
    void documentsOfTheUserAreKept() {
        String message =
                says("user", "mine")
                        .replaceFirst(
                                "\\{",
                                "{\"metadata\":{\"canvas\":{\"user_created_textdocs\":[{\"title\":\"My\",\"type\":\"document\","
                                        + "\"content\":\"# Hi\"}]}},");
        var talk = chat("a", node("a", null, message));
        assertThat(keys(talk)).containsExactly("canvas:a:user:0");
        assertThat(artifact(talk, "canvas:a:user:0").mediaType()).isEqualTo("text/markdown");
    }

    @Test
    void regeneratedDocumentsAreBranches() {
        var talk =
                chat(
                        "u2",
                        node("m", null, CREATE),
                        node("t", "m", made("d")),
                        node("u1", "t", changes("a = 1", "a = left", false)),
                        node("u2", "t", changes("a = 1", "a = right", false)));
        assertThat(contents(talk, "canvas:d"))
                .containsExactly("a = 1\nb = 2", "a = right\nb = 2", "a = left\nb = 2");
    }

    @Test
    void unknownContentIsKeptRaw() {
        String message =
                "{\"author\":{\"role\":\"assistant\"},\"content\":{\"content_type\":\"smell\",\"rose\":1}}";
        var talk = chat("a", node("a", null, message));
        assertThat(talk.messages().getFirst().unknownJson()).contains("rose");
        assertThat(codes(talk)).containsExactly("unknown-block");
    }
}
