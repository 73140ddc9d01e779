package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.apache.commons.codec.binary.Base32;

/**
 * A second factor that waits for its first code, as an app for one-time codes takes it.
 *
 * @param username whose it is, by which the app tells several apart
 * @param secret in base32, for who types it
 */
public record FactorDraft(String username, String secret) {

    private static final String ISSUER = "Artifactor";

    static FactorDraft of(String username, byte[] secret) {
        return new FactorDraft(username, new Base32().encodeToString(secret));
    }

    /** What the picture says, in the form all apps read. */
    public String uri() {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(
                        ISSUER,
                        URLEncoder.encode(username, UTF_8).replace("+", "%20"),
                        secret,
                        ISSUER,
                        OneTimeCodes.DIGITS,
                        OneTimeCodes.STEP.toSeconds());
    }

    /** The same as a picture. */
    public String picture() {
        return QrCode.svg(uri());
    }

    @Override
    public String toString() {
        return "FactorDraft[" + username + "]";
    }
}
