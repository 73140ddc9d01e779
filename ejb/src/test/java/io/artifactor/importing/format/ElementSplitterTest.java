package io.artifactor.importing.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementSplitterTest {

    private static final int MAX = 1 << 20;

    @Test
    void cutsAListIntoItsElements() {
        assertThat(split("[{\"a\":1,\"b\":2}, {\"a\":\"}],\\\"\",\"b\":[]} ,null,7,\"x\"]"))
                .containsExactly(
                        "{\"a\":1,\"b\":2}", "{\"a\":\"}],\\\"\",\"b\":[]}", "null", "7", "\"x\"");
    }

    @Test
    void emptyListHasNoElements() {
        assertThat(split(" [ ] ")).isEmpty();
    }

    @Test
    void missingCommaBetweenElementsLosesNone() {
        assertThat(split("[{\"a\":1}{\"a\":2}]")).containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void valuesInARowNeedNoBrackets() {
        assertThat(splitRow("{\"a\":1}\n{\"a\":2}\n\n{\"a\":3}"))
                .containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A bracket is missing at the end of the message, of the list, of everything.
                "{\"uuid\":\"2\",\"name\":\"n\",\"chat_messages\":[{\"uuid\":\"m\",\"text\":\"t\"]}",
                "{\"uuid\":\"2\",\"name\":\"n\",\"chat_messages\":[{\"uuid\":\"m\",\"text\":\"t\"}}",
                "{\"uuid\":\"2\",\"name\":\"n\",\"chat_messages\":[{\"uuid\":\"m\",\"text\":\"t\"}]",
                "{\"uuid\":\"2\",\"name\":\"n\",\"chat_messages\":[{\"uuid\":\"m\",\"text\":\"t\"",
                "{\"uuid\":\"2\",\"name\":\"n\",\"chat_messages\":[",
                // A bracket too many, in the middle and at the end.
                "{\"uuid\":\"2\",\"name\":\"n\",\"account\":{\"uuid\":\"a\"}},\"chat_messages\":[]}",
                "{\"uuid\":\"2\",\"name\":\"n\",\"chat_messages\":[{\"uuid\":\"m\"}}]}",
                "{\"uuid\":\"2\",\"name\":\"n\",\"chat_messages\":[]}}",
                // A quote is missing or too many.
                "{\"uuid\":\"2\",\"name\":\"n\",\"last\":\"cut here",
                "{\"uuid\":\"2\",\"name\":\"n\",\"text\":\"cut here }, \"chat_messages\":[]}",
                "{\"uuid\":\"2\",\"name\":\"n,\"chat_messages\":[{\"uuid\":\"m\",\"text\":\"Say it\"}]}",
                "{\"uuid\":\"2\",\"name\":\"a \"quoted\" word\",\"chat_messages\":[]}",
                // Things that are not JSON.
                "{\"uuid\":\"2\",\"name\":\"n\",\"score\":NaN}",
                "{\"uuid\":\"2\",\"name\":\"n\",'x':1}",
                "garbage",
                "}",
            })
    void badElementDoesNotTakeTheOthersWithIt(String bad) {
        String first = "{\"uuid\":\"1\",\"name\":\"n\",\"chat_messages\":[]}";
        List<String> good = new ArrayList<>();
        StringBuilder file = new StringBuilder("[").append(first).append(",\n").append(bad);
        for (int i = 3; i < 20; i++) {
            String element = "{\"uuid\":\"" + i + "\",\"name\":\"n\",\"chat_messages\":[]}";
            good.add(element);
            file.append(",\n").append(element);
        }
        List<String> found = split(file.append("]").toString());
        assertThat(found).startsWith(first).containsAll(good);
        assertThat(found).hasSize(good.size() + 2);
    }

    @Test
    void truncatedFileKeepsWhatCameBefore() {
        List<RawElement> found =
                elements("[{\"uuid\":\"1\",\"name\":\"a\"},{\"uuid\":\"2\",\"na", MAX);
        assertThat(found).hasSize(2);
        assertThat(found.getFirst().flaw()).isNull();
        assertThat(found.getLast().flaw()).extracting(RawElement.Flaw::code).isEqualTo("truncated");
    }

    @Test
    void listThatIsNeverClosedIsSaid() {
        List<RawElement> found = elements("[{\"uuid\":\"1\",\"name\":\"a\"},", MAX);
        assertThat(found).hasSize(2);
        assertThat(found.getLast().flaw()).extracting(RawElement.Flaw::code).isEqualTo("truncated");
    }

    @Test
    void tooLargeElementIsPassedOver() {
        String large = "{\"uuid\":\"2\",\"name\":\"" + "x".repeat(3 * MAX) + "\"}";
        List<RawElement> found =
                elements(
                        "[{\"uuid\":\"1\",\"name\":\"a\"},"
                                + large
                                + ",{\"uuid\":\"3\",\"name\":\"c\"}]",
                        MAX);
        assertThat(found).hasSize(3);
        assertThat(found.get(1).flaw()).extracting(RawElement.Flaw::code).isEqualTo("too-large");
        assertThat(found.get(2).flaw()).isNull();
        assertThat(found.get(2).offset()).isEqualTo(25 + large.length() + 1);
    }

    @Test
    void elementsOfAnySizeArriveWhole() {
        StringBuilder file = new StringBuilder("[");
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int size = (i * 7919) % 300_000;
            sizes.add(size);
            file.append(i == 0 ? "" : ",").append("{\"uuid\":\"u\",\"name\":\"");
            file.append("y".repeat(size)).append("\"}");
        }
        List<String> found = split(file.append(']').toString());
        assertThat(found.stream().map(it -> it.length() - 22).toList()).isEqualTo(sizes);
    }

    @Test
    void everyElementBrokenTakesNoLongerThanItShould() {
        StringBuilder file = new StringBuilder("[");
        for (int i = 0; i < 20_000; i++) {
            file.append("{\"uuid\":\"")
                    .append(i)
                    .append("\",\"name\":\"n\",\"chat_messages\":[{},");
        }
        assertThat(elements(file.toString(), MAX)).hasSizeGreaterThan(19_000);
    }

    private static List<String> split(String json) {
        return elements(json, MAX).stream().map(it -> it.beginning(MAX)).toList();
    }

    private static List<RawElement> elements(String json, int max) {
        return elements(json, true, max);
    }

    private static List<String> splitRow(String json) {
        return elements(json, false, MAX).stream().map(it -> it.beginning(MAX)).toList();
    }

    private static List<RawElement> elements(String json, boolean bracketed, int max) {
        try {
            ElementSplitter splitter =
                    new ElementSplitter(
                            new ByteArrayInputStream(json.getBytes(UTF_8)), bracketed, max);
            List<RawElement> found = new ArrayList<>();
            Optional<RawElement> next = splitter.next();
            while (next.isPresent()) {
                found.add(copy(next.get()));
                next = splitter.next();
            }
            return found;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static RawElement copy(RawElement it) {
        byte[] own = new byte[it.length()];
        System.arraycopy(it.bytes(), it.from(), own, 0, it.length());
        return new RawElement(it.index(), it.offset(), own, 0, own.length, it.flaw());
    }
}
