package io.artifactor.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private final Seal seal = Seal.derivedFrom(key(1));

    private static byte[] key(int filling) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filling);
        return key;
    }

    @Test
    void whatWasClosedIsOpenedAtItsPlace() {
        String sealed = seal.close("place", 42, "text with spaces, Ünïcode\n");

        assertThat(seal.open("place", sealed))
                .contains(new Seal.Opened(42, "text with spaces, Ünïcode\n"));
        assertThat(Seal.derivedFrom(key(1)).open("place", sealed)).isPresent();
    }

    @Test
    void nothingOpensElsewhereWithAnotherKeyTimeOrText() {
        String sealed = seal.close("place", 42, "role: user");

        assertThat(seal.open("another place", sealed)).isEmpty();
        assertThat(Seal.derivedFrom(key(2)).open("place", sealed)).isEmpty();
        assertThat(seal.open("place", sealed.replace(" 42 ", " 43 "))).isEmpty();
        assertThat(seal.open("place", sealed.replace("user", "admin"))).isEmpty();
        assertThat(seal.open("place 42", seal.close("place", 42, "42 x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "  ",
                "a b c",
                "x 1",
                "\u0000\uFFFF 9 9",
                "é 99999999999999999999 x"
            })
    void rubbishDoesNotOpen(String rubbish) {
        assertThat(seal.open("place", rubbish)).isEmpty();
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new Seal(new byte[16]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
