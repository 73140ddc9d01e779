package io.artifactor.importing.format;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One element as it stands in the file, not yet parsed.
 *
 * @param index from 0
 * @param offset of its first byte in the decoded stream
 * @param bytes shared with the splitter: valid until its next element
 * @param flaw what is wrong with it, if the splitter saw that already
 */
record RawElement(
        long index, long offset, byte[] bytes, int from, int length, @Nullable Flaw flaw) {

    /** Why an element cannot be read. */
    record Flaw(String code, String reason) {}

    /** Its beginning, for finding out what it was. */
    String beginning(int max) {
        return new String(bytes, from, Math.min(length, max), StandardCharsets.UTF_8);
    }
}
