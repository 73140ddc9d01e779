package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FactorDraftTest {

    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int MARGIN = 4;

    private final FactorDraft draft =
            FactorDraft.of("ada.lovelace", "12345678901234567890".getBytes(US_ASCII));

    @Test
    void theSecretIsInBase32AsInRfc4648() {
        assertThat(draft.secret()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void appsAreToldAllTheyNeed() {
        assertThat(draft.uri())
                .isEqualTo(
                        "otpauth://totp/Artifactor:ada.lovelace"
                                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                                + "&issuer=Artifactor&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void theLongestNameStillFitsIntoThePicture() throws FormatException, ChecksumException {
        FactorDraft longest = FactorDraft.of("a".repeat(64), OneTimeCodes.newSecret());

        assertThat(readFrom(longest.picture())).isEqualTo(longest.uri());
    }

    @Test
    void aCameraReadsTheSameFromThePicture() throws FormatException, ChecksumException {
        assertThat(readFrom(draft.picture())).isEqualTo(draft.uri());
        assertThat(draft.picture()).startsWith("<svg ").doesNotContain("style", "script");
    }

    @Test
    void nothingOfTheSecretIsInItsText() {
        assertThat(draft.toString()).doesNotContain(draft.secret());
    }

    private static String readFrom(String svg) throws FormatException, ChecksumException {
        Matcher size = SIZE.matcher(svg);
        assertThat(size.find()).isTrue();
        int modules = Integer.parseInt(size.group(1)) - 2 * MARGIN;
        boolean[][] image = new boolean[modules][modules];
        Matcher module = MODULE.matcher(svg);
        while (module.find()) {
            int x = Integer.parseInt(module.group(1)) - MARGIN;
            int y = Integer.parseInt(module.group(2)) - MARGIN;
            image[y][x] = true;
        }
        return new Decoder().decode(image).getText();
    }
}
