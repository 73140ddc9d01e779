package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class RowSealTest {

    private static final byte[] SHARED = new byte[32];
    private static final byte[] TEXT = "a secret of somebody".getBytes(UTF_8);

    static {
        for (int i = 0; i < SHARED.length; i++) {
            SHARED[i] = (byte) (i + 1);
        }
    }

    private final RowSeal seal = new RowSeal(SHARED, RowSeal.SECOND_FACTORS);

    @Test
    void whatIsClosedOpensUnderItsName() {
        byte[] sealed = seal.close("ada", TEXT);

        assertThat(seal.open("ada", sealed)).isEqualTo(TEXT);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void theSameIsClosedDifferentlyEachTime() {
        assertThat(seal.close("ada", TEXT)).isNotEqualTo(seal.close("ada", TEXT));
    }

    @Test
    void itOpensForNobodyElseForNothingElseAndWithNoOtherKey() {
        byte[] sealed = seal.close("ada", TEXT);

        assertThatThrownBy(() -> seal.open("bob", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new RowSeal(SHARED, RowSeal.SIGNING_KEYS).open("ada", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () -> new RowSeal(new byte[32], RowSeal.SECOND_FACTORS).open("ada", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasChangedOrCutDoesNotOpen() {
        byte[] sealed = seal.close("ada", TEXT);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> seal.open("ada", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open("ada", new byte[3]))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Made by the first version: a change of how keys are derived would lock servers out. */
    @Test
    void signingKeysThatWereClosedLongAgoStillOpen() {
        byte[] sealed =
                Base64.getDecoder()
                        .decode(
                                "ZGVmZ2hpamtsbW5vQdsawVvf6gcUc2wCrcHsyrp1IhtttXuWq7WAXr8vLGg+5TuIL6w=");

        assertThat(new RowSeal(SHARED, RowSeal.SIGNING_KEYS).open("a-key", sealed))
                .asString(UTF_8)
                .isEqualTo("what was closed before");
    }
}
