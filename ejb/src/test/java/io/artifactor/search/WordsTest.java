package io.artifactor.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void identifiersAreFoundByTheirParts() {
        assertThat(Words.beside("parseHTTPRequest max_pool_size"))
                .isEqualTo("parse http request max pool size");
    }

    @Test
    void numbersAreTheirOwnPart() {
        assertThat(Words.beside("sha256Digest")).isEqualTo("sha 256 digest");
    }

    @Test
    void partsOfNamesFollowEachOtherAgain() {
        assertThat(Words.beside("getHttp postHttp")).isEqualTo("get http post http");
    }

    @Test
    void wordsThatAreLookedForAreTakenApartTheSameWay() {
        assertThat(Words.partsOf("parseHTTPRequest max_pool-size x2"))
                .containsExactly("parse", "http", "request", "max", "pool", "size", "x", "2");
    }

    @Test
    void accentsAreFolded() {
        assertThat(Words.beside("Crème brûlée")).isEqualTo("creme brulee");
    }

    @Test
    void plainWordsAreNotRepeated() {
        assertThat(Words.beside("nothing to add here")).isEmpty();
    }

    @Test
    void oneWordIsAddedOnce() {
        assertThat(Words.beside("maxSize maxSize maxCount")).isEqualTo("max size max count");
    }

    @Test
    void wordsOfAllScriptsAreRead() {
        assertThat(Words.beside("Ключ-Значение ключЗначение 値段Tag \uD835\uDC9C_x1"))
                .isEqualTo("ключ значение 値段 tag \uD835\uDC9C x 1");
    }

    @Test
    void capitalsAloneAreNoIdentifier() {
        assertThat(Words.beside("HTTP Http http X x 42")).isEmpty();
    }

    @Test
    void namesJoinedByDotsAreFoundByEachOfThem() {
        assertThat(Words.beside("list.forEach(io.Reader)"))
                .isEqualTo("list for each io reader foreach");
    }

    @Test
    void plainWordsHoldNothingButLettersAndDigits() {
        assertThat(Words.of("List<String> a_b=\u00C9t\u00E9/7, \u6771\u4EAC"))
                .containsExactly("list", "string", "a", "b", "ete", "7", "\u6771", "\u4EAC");
    }
}
