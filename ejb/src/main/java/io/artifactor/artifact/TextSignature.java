package io.artifactor.artifact;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.MinHashVersion;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text's MinHash over its sequences of three words: the share of components two signatures have
 * in common estimates the share of such sequences two texts have in common (Jaccard), to about 3 %.
 * Signatures are kept in tables, so neither the hashes nor the numbers here may change without all
 * of them being made anew.
 */
final class TextSignature {

    /** From which similarity on two texts are nearly alike. */
    static final double NEAR = 0.85;

    static final int BANDS = 16;
    private static final int COMPONENTS = 128;
    private static final int BITS = 16;
    private static final int PER_BAND = COMPONENTS / BANDS;
    private static final int SHINGLE = 3;
    private static final int FEWEST_WORDS = 12;
    private static final int MOST_WORDS = 200_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]++");
    private static final Hasher64 HASH = Hashing.komihash5_0();
    private static final SimilarityHashPolicy POLICY =
            SimilarityHashing.minHash(COMPONENTS, BITS, MinHashVersion.V1);

    private final byte[] bytes;

    private TextSignature(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One that was kept. */
    static TextSignature kept(byte[] bytes) {
        return new TextSignature(bytes.clone());
    }

    /** Of a text; empty if it has too few words to be like another by more than chance. */
    static Optional<TextSignature> of(String text) {
        List<String> words = words(text);
        if (words.size() < FEWEST_WORDS) {
            return Optional.empty();
        }
        ElementHashProvider shingles =
                ElementHashProvider.ofFunction(
                        i -> HASH.hashCharsToLong(String.join(" ", words.subList(i, i + SHINGLE))),
                        words.size() - SHINGLE + 1);
        return Optional.of(new TextSignature(POLICY.createHasher().compute(shingles)));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (words.size() < MOST_WORDS && matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    double similarity(TextSignature other) {
        return POLICY.getFractionOfEqualComponents(bytes, other.bytes);
    }

    /**
     * Texts that are nearly alike have at least one of these in common, at the same place, in more
     * than 99 of 100 cases; texts that are half alike in 6.
     */
    long[] bands() {
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            var hash = HASH.hashStream();
            for (int i = 0; i < PER_BAND; i++) {
                hash.putLong(POLICY.getComponent(bytes, band * PER_BAND + i));
            }
            bands[band] = hash.getAsLong();
        }
        return bands;
    }
}
