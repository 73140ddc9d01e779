package io.artifactor.it.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app for one-time codes on somebody's phone, written after RFC 6238 and not after ours. */
public final class Authenticator {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    private final byte[] secret;

    public Authenticator(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char letter : base32.toCharArray()) {
            held = (held << 5 | BASE32.indexOf(letter)) & 0xFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        secret = bytes.array();
    }

    /** What it keeps, in hexadecimal digits. */
    public String secretInHex() {
        return HexFormat.of().formatHex(secret);
    }

    /** What it shows now. */
    public String code() {
        return code(0);
    }

    /** What a phone shows whose clock is so many steps ahead. */
    public String code(int stepsAhead) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            long step = Instant.now().getEpochSecond() / STEP_SECONDS + stepsAhead;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xF, 4).getInt();
            return "%06d".formatted((number & 0x7FFF_FFFF) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seconds until it shows another. */
    static int secondsLeft() {
        return STEP_SECONDS - (int) (Instant.now().getEpochSecond() % STEP_SECONDS);
    }
}
