package io.artifactor.importing.format;

import static io.artifactor.importing.format.TestingExport.answer;
import static io.artifactor.importing.format.TestingExport.artifact;
import static io.artifactor.importing.format.TestingExport.call;
import static io.artifactor.importing.format.TestingExport.claude;
import static io.artifactor.importing.format.TestingExport.codes;
import static io.artifactor.importing.format.TestingExport.contents;
import static io.artifactor.importing.format.TestingExport.keys;
import static io.artifactor.importing.format.TestingExport.quoted;
import static io.artifactor.importing.format.TestingExport.text;
import static io.artifactor.importing.format.TestingExport.versions;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClaudeConversationTest {

    private static final String CREATE =
            call(
                    "artifacts",
                    "{\"command\":\"create\",\"id\":\"a\",\"title\":\"Sum\",\"type\":"
                            + "\"application/vnd.ant.code\",\"language\":\"python\",\"content\":\"one two\"}");

    private static String update(String old, String replacement) {
        return call(
                "artifacts",
                "{\"command\":\"update\",\"id\":\"a\",\"old_str\":"
                        + quoted(old)
                        + ",\"new_str\":"
                        + quoted(replacement)
                        + "}");
    }

    private static String result(String name, boolean error) {
        return "{\"type\":\"tool_result\",\"name\":\""
                + name
                + "\",\"is_error\":"
                + error
                + ",\"content\":[{\"type\":\"text\",\"text\":\"why not\"}]}";
    }

    @Test
    void createUpdateAndRewriteMakeThreeVersions() {
        var talk =
                claude(
                        answer("m1", CREATE)
                                + ","
                                + answer("m2", text("ok") + "," + update("two", "three"))
                                + ","
                                + answer(
                                        "m3",
                                        call(
                                                "artifacts",
                                                "{\"command\":\"rewrite\",\"id\":\"a\",\"content\":\"all new\"}")));
        assertThat(contents(talk, "artifact:a")).containsExactly("one two", "one three", "all new");
        assertThat(versions(talk, "artifact:a"))
                .extracting(ImportedVersion::key)
                .containsExactly("m1:0", "m2:1", "m3:0");
        assertThat(versions(talk, "artifact:a"))
                .extracting(ImportedVersion::parentKey)
                .containsExactly(null, "m1:0", "m2:1");
        var artifact = artifact(talk, "artifact:a");
        assertThat(artifact.title()).isEqualTo("Sum");
        assertThat(artifact.language()).isEqualTo("python");
        assertThat(artifact.fileName()).isEqualTo("Sum.py");
        assertThat(artifact.kind()).isEqualTo("code");
        assertThat(artifact.currentVersionKey()).isEqualTo("m3:0");
    }

    @Test
    void updateThatMatchesNothingOrTwiceIsBrokenAndChangesNothing() {
        var talk =
                claude(
                        answer("m1", CREATE)
                                + ","
                                + answer("m2", update("zebra", "x"))
                                + ","
                                + answer("m3", update("o", "x"))
                                + ","
                                + answer("m4", update("one", "1")));
        assertThat(contents(talk, "artifact:a"))
                .containsExactly("one two", "one two", "one two", "1 two");
        assertThat(versions(talk, "artifact:a").stream().map(it -> it.problem() != null))
                .containsExactly(false, true, true, false);
    }

    @Test
    void whatTheChatRefusedIsNotApplied() {
        var talk =
                claude(
                        answer("m1", CREATE + "," + result("artifacts", false))
                                + ","
                                + answer(
                                        "m2",
                                        update("two", "2") + "," + result("artifacts", true)));
        assertThat(contents(talk, "artifact:a")).containsExactly("one two");
        assertThat(codes(talk)).containsExactly("refused-by-vendor");
    }

    @Test
    void resultsArePairedByIdBeforeOrder() {
        String first = CREATE.replaceFirst("\\{", "{\"id\":\"t1\",");
        String second = update("two", "2").replaceFirst("\\{", "{\"id\":\"t2\",");
        String fails = result("artifacts", true).replaceFirst("\\{", "{\"tool_use_id\":\"t2\",");
        String works = result("artifacts", false).replaceFirst("\\{", "{\"tool_use_id\":\"t1\",");
        var talk = claude(answer("m1", first + "," + second + "," + fails + "," + works));
        assertThat(contents(talk, "artifact:a")).containsExactly("one two");
    }

    @Test
    void resultBelongsToTheCallBeforeItAndManyToManyInTheirOrder() {
        String works = result("artifacts", false);
        String fails = result("artifacts", true);
        String one = update("one", "1");
        String two = update("two", "2");
        assertThat(
                        contents(
                                claude(answer("m", CREATE + "," + one + "," + two + "," + fails)),
                                "artifact:a"))
                .containsExactly("one two", "1 two");
        assertThat(
                        contents(
                                claude(
                                        answer(
                                                "m",
                                                CREATE + "," + works + "," + one + "," + two + ","
                                                        + fails + "," + works)),
                                "artifact:a"))
                .containsExactly("one two", "one 2");
    }

    @Test
    void updateOfSomethingUnknownIsNoted() {
        var talk = claude(answer("m1", update("a", "b")));
        assertThat(talk.artifacts()).isEmpty();
        assertThat(codes(talk)).containsExactly("update-without-create");
    }

    @Test
    void siblingBranchesShareTheirPastAndKnowNothingOfEachOther() {
        String root = "00000000-0000-4000-8000-000000000000";
        var talk =
                claude(
                        answer("m1", root, CREATE)
                                + ","
                                + answer("m2", "m1", update("two", "left"))
                                + ","
                                + answer("m3", "m1", update("two", "right"))
                                + ","
                                + answer("m4", "m3", update("right", "right!")));
        assertThat(contents(talk, "artifact:a"))
                .containsExactly("one two", "one right", "one right!", "one left");
        assertThat(versions(talk, "artifact:a"))
                .extracting(ImportedVersion::parentKey)
                .containsExactly(null, "m1:0", "m3:0", "m1:0");
        assertThat(talk.messages().stream().map(ImportedMessage::onActivePath))
                .containsExactly(true, false, true, true);
        assertThat(artifact(talk, "artifact:a").currentVersionKey()).isEqualTo("m4:0");
    }

    @Test
    void sameIdMadeInTwoBranchesHasNoCommonPast() {
        var talk =
                claude(
                        answer("m0", text("hello"))
                                + ","
                                + answer("m1", "m0", CREATE)
                                + ","
                                + answer("m2", "m0", CREATE.replace("one two", "other")));
        assertThat(versions(talk, "artifact:a"))
                .extracting(ImportedVersion::parentKey)
                .containsExactly(null, null);
        assertThat(contents(talk, "artifact:a")).containsExactly("other", "one two");
    }

    @Test
    void theNamedLeafDecidesWhichPathIsShown() {
        var talk =
                TestingExport.conversation(
                        "{\"uuid\":\"c\",\"name\":\"n\",\"current_leaf_message_uuid\":\"m1\",\"chat_messages\":["
                                + answer("m0", text("hello"))
                                + ","
                                + answer("m1", "m0", CREATE)
                                + ","
                                + answer("m2", "m0", CREATE.replace("one two", "other"))
                                + "]}");
        assertThat(talk.messages().stream().map(ImportedMessage::onActivePath))
                .containsExactly(true, true, false);
        assertThat(artifact(talk, "artifact:a").currentVersionKey()).isEqualTo("m1:0");
    }

    @Test
    void parentLinksInACircleEndSomewhere() {
        var talk =
                claude(
                        answer("m1", "m3", CREATE)
                                + ","
                                + answer("m2", "m1", update("two", "2"))
                                + ","
                                + answer("m3", "m2", update("one", "1")));
        assertThat(contents(talk, "artifact:a")).containsExactly("one two", "one 2", "1 2");
    }

    @Test
    void tagsInTextAreArtifactsAndThoughtsAreNotRead() {
        var talk =
                claude(
                        answer(
                                "m1",
                                text(
                                        "Hi <antThinking>secret</antThinking>\n<antArtifact title='A > B'"
                                                + " identifier=\"page\" type=\"text/html\">\n<p>1</p>\n</antArtifact>\nbye"
                                                + " <antartifact identifier=\"page\" type=\"text/html\">\n<p>2</p>\n"
                                                + "</ANTARTIFACT>")));
        assertThat(contents(talk, "artifact:page")).containsExactly("<p>1</p>", "<p>2</p>");
        assertThat(artifact(talk, "artifact:page").title()).isEqualTo("A > B");
        String read = talk.messages().getFirst().text();
        assertThat(read).contains("Hi", "bye", "A > B").doesNotContain("secret", "<p>");
    }

    @Test
    void tagThatWasCutOffKeepsWhatThereIsAndSaysSo() {
        var talk =
                claude(
                        answer(
                                "m1",
                                text(
                                        "<antArtifact identifier=\"x\" type=\"text/html\">\n<p>half")));
        assertThat(contents(talk, "artifact:x")).containsExactly("<p>half");
        assertThat(versions(talk, "artifact:x").getFirst().problem()).contains("cut off");
        assertThat(codes(talk)).containsExactly("cut-off");
    }

    @Test
    void fenceAroundTheWholeBodyOfATagIsNoPartOfIt() {
        var talk =
                claude(
                        answer(
                                "m1",
                                text(
                                        "<antArtifact identifier=\"x\" type=\"application/vnd.ant.code\">\n"
                                                + "```python\nprint(1)\n```\n</antArtifact>")));
        assertThat(contents(talk, "artifact:x")).containsExactly("print(1)");
    }

    @Test
    void fenceWithNothingInItIsTheBody() {
        var talk =
                claude(
                        answer(
                                "m1",
                                text(
                                        "<antArtifact identifier=\"x\" type=\"text/html\">```js\n```</antArtifact>")));
        assertThat(contents(talk, "artifact:x")).containsExactly("```js\n```");
    }

    @Test
    void presentedFilesBecomeArtifactsAndDraftsAreLeftOut() {
        String outputs = "/mnt/user-data/outputs/a.py";
        var talk =
                claude(
                        answer(
                                "m1",
                                call(
                                                "create_file",
                                                "{\"path\":\""
                                                        + outputs
                                                        + "\",\"file_text\":\"x = 1\"}")
                                        + ","
                                        + call(
                                                "create_file",
                                                "{\"path\":\"/home/claude/t.py\",\"file_text\":\"t\"}")
                                        + ","
                                        + call(
                                                "str_replace",
                                                "{\"path\":\""
                                                        + outputs
                                                        + "\",\"old_str\":\"1\",\"new_str\":\"2\"}")
                                        + ","
                                        + call(
                                                "present_files",
                                                "{\"filepaths\":[\""
                                                        + outputs
                                                        + "\",\"/mnt/user-data/outputs/d.pptx\"]}")));
        assertThat(keys(talk)).containsExactly("file:" + outputs);
        assertThat(contents(talk, "file:" + outputs)).containsExactly("x = 1", "x = 2");
        assertThat(artifact(talk, "file:" + outputs).fileName()).isEqualTo("a.py");
        assertThat(codes(talk)).containsExactlyInAnyOrder("content-missing", "draft-left-out");
    }

    @Test
    void draftsAreKeptWhereNothingElseIs() {
        var talk =
                claude(
                        answer(
                                "m1",
                                call(
                                        "create_file",
                                        "{\"path\":\"/home/claude/t.py\",\"file_text\":\"t\"}")));
        assertThat(keys(talk)).containsExactly("file:/home/claude/t.py");
    }

    @Test
    void draftStandsInForAFileThatACommandCopied() {
        var talk =
                claude(
                        answer(
                                "m1",
                                call(
                                                "create_file",
                                                "{\"path\":\"/home/claude/t.py\",\"file_text\":\"t\"}")
                                        + ","
                                        + call(
                                                "present_files",
                                                "{\"filepaths\":[\"/mnt/user-data/outputs/t.py\"]}")));
        assertThat(keys(talk)).containsExactly("file:/home/claude/t.py");
        assertThat(codes(talk)).containsExactly("content-missing");
    }

    @Test
    void codeOfToolsAndFencesIsCountedByMessage() {
        String fence = "```js\n" + "let someVariable = 12345;\n".repeat(10) + "```\n";
        var talk =
                claude(
                        answer(
                                "m1",
                                text("# Small\n```\nx\n```\n# Large one\n" + fence)
                                        + ","
                                        + call("repl", "{\"code\":\"1+1\"}")
                                        + ","
                                        + call(
                                                "show_widget",
                                                "{\"title\":\"W\",\"widget_code\":\"<b>\"}")));
        assertThat(keys(talk)).containsExactly("code:m1:1", "code:m1:2", "code:m1:3");
        assertThat(artifact(talk, "code:m1:1").title()).isEqualTo("Large one");
        assertThat(artifact(talk, "code:m1:3").kind()).isEqualTo("web");
    }

    @Test
    void fencesOfPeopleAreNoArtifacts() {
        String fence = "```js\\n" + "let someVariable = 12345;\\n".repeat(10) + "```";
        var talk =
                claude(
                        "{\"uuid\":\"m\",\"sender\":\"human\",\"content\":[{\"type\":\"text\",\"text\":\""
                                + fence
                                + "\"}]}");
        assertThat(talk.artifacts()).isEmpty();
    }

    @Test
    void attachedTextIsKeptAndUploadsWithoutBytesAreNoted() {
        var talk =
                claude(
                        "{\"uuid\":\"m\",\"sender\":\"human\",\"text\":\"see\",\"attachments\":[{\"file_name\":"
                                + "\"a.csv\",\"file_type\":\"text/csv\",\"extracted_content\":\"a,b\"},"
                                + "{\"file_name\":\"empty.txt\"}],\"files\":[{\"file_name\":\"a.csv\"},"
                                + "{\"file_name\":\"p.png\"}]}");
        assertThat(keys(talk)).containsExactly("attachment:m:0");
        assertThat(artifact(talk, "attachment:m:0").kind()).isEqualTo("data");
        assertThat(contents(talk, "attachment:m:0")).containsExactly("a,b");
        assertThat(codes(talk)).containsExactly("content-missing", "content-missing");
    }

    @Test
    void flattenedTextIsOnlyReadWhereThereIsNothingElse() {
        String flat = "```\\nThis block is not supported on your current device yet.\\n```";
        var talk =
                claude(
                        answer("m1", CREATE).replaceFirst(",", ",\"text\":\"" + flat + "\",")
                                + ",{\"uuid\":\"m2\",\"sender\":\"assistant\",\"text\":\"only this\"}");
        assertThat(talk.messages().getFirst().text()).isEqualTo("[Artifact: Sum]");
        assertThat(talk.messages().getLast().text()).isEqualTo("only this");
    }

    @Test
    void unknownBlocksAreKeptRawAndCounted() {
        var talk = claude(answer("m1", "{\"type\":\"hologram\",\"x\":1}," + text("t")));
        assertThat(talk.messages().getFirst().unknownJson())
                .isEqualTo("[{\"type\":\"hologram\",\"x\":1}]");
        assertThat(talk.notes())
                .extracting(ImportNote::detail)
                .first()
                .asString()
                .contains("hologram");
    }

    @Test
    void nullsAndWrongTypesAmongMessagesAreSurvived() {
        var talk =
                claude(
                        "null,7,\"x\",{},{\"uuid\":5,\"sender\":null,\"content\":7},"
                                + "{\"content\":[null,3,{\"type\":5},{\"type\":\"tool_use\",\"input\":\"s\"}]}");
        assertThat(talk.messages()).hasSize(3);
    }

    @Test
    void twoMessagesWithOneIdAreToldApart() {
        var talk = claude(answer("m", CREATE) + "," + answer("m", update("two", "2")));
        assertThat(talk.messages().stream().map(ImportedMessage::sourceId)).doesNotHaveDuplicates();
        assertThat(contents(talk, "artifact:a")).containsExactly("one two", "one 2");
    }

    @Test
    void timesAreReadInAllTheirShapes() {
        assertThat(Fields.moment("2024-10-29T15:59:38.340028+00:00"))
                .isEqualTo(Instant.parse("2024-10-29T15:59:38.340028Z"));
        assertThat(Fields.moment("2024-10-24 21:15:18 UTC"))
                .isEqualTo(Instant.parse("2024-10-24T21:15:18Z"));
        assertThat(Fields.moment("2024-10-24T21:15:18"))
                .isEqualTo(Instant.parse("2024-10-24T21:15:18Z"));
        assertThat(Fields.moment("2024-10-24")).isEqualTo(Instant.parse("2024-10-24T00:00:00Z"));
        assertThat(Fields.moment("yesterday evening")).isNull();
    }

    @Test
    void titleOfAnUnnamedConversationIsItsFirstQuestion() {
        var talk =
                TestingExport.conversation(
                        "{\"uuid\":\"c\",\"name\":\"\",\"chat_messages\":[{\"sender\":\"human\",\"text\":\"How?\\nWell\"}]}");
        assertThat(talk.title()).isEqualTo("How?");
    }

    @Test
    void fingerprintChangesWithBytesAndOptions() {
        String json = "{\"uuid\":\"c\",\"name\":\"n\",\"chat_messages\":[]}";
        var one = TestingExport.conversation(json);
        assertThat(TestingExport.conversation(json).fingerprint()).isEqualTo(one.fingerprint());
        assertThat(TestingExport.conversation(json.replace("\"n\"", "\"m\"")).fingerprint())
                .isNotEqualTo(one.fingerprint());
        var other =
                TestingExport.read(
                        "c.json",
                        json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        ReadingOptions.defaults().withCodeBlocks(1, 1),
                        0);
        assertThat(((ImportedConversation) other.getFirst()).fingerprint())
                .isNotEqualTo(one.fingerprint());
    }

    @Test
    void aThousandUpdatesOfALargeTextDoNotAddUp() {
        StringBuilder messages = new StringBuilder();
        String large = "x".repeat(1 << 20);
        messages.append(answer("m0", CREATE.replace("one two", large + " at 0")));
        for (int i = 1; i <= 1000; i++) {
            String id = "m" + i;
            messages.append(',')
                    .append(answer(id, "m" + (i - 1), update("at " + (i - 1), "at " + i)));
            if (i % 10 == 0) {
                String side = update("at " + (i - 1), "beside");
                messages.append(',').append(answer("s" + i, "m" + (i - 1), side));
            }
        }
        var talk =
                claude(messages.append(',').append(answer("end", "m1000", text("."))).toString());
        int[] count = new int[2];
        artifact(talk, "artifact:a")
                .replay(version -> {
                    count[0]++;
                    count[1] += version.problem() == null ? 0 : 1;
                });
        assertThat(count).containsExactly(1101, 0);
        assertThat(artifact(talk, "artifact:a").versionCount()).isEqualTo(1101);
    }
}
