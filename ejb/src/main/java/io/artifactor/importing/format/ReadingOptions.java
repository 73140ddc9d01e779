package io.artifactor.importing.format;

/**
 * What becomes an artifact, and how much is taken from one file.
 *
 * @param codeBlockMinLines a fenced code block of at least so many lines becomes an artifact
 * @param codeBlockMinChars and of at least so many characters
 * @param maxElementBytes one conversation
 * @param maxEntries entries of an archive
 * @param maxEntryBytes one unpacked file
 * @param maxTotalBytes all unpacked files together
 * @param maxRatio unpacked to packed bytes of one entry, once it is larger than a megabyte
 */
public record ReadingOptions(
        int codeBlockMinLines,
        int codeBlockMinChars,
        int maxElementBytes,
        int maxEntries,
        long maxEntryBytes,
        long maxTotalBytes,
        int maxRatio) {

    private static final int MIB = 1 << 20;

    public ReadingOptions {
        if (codeBlockMinLines < 1 || codeBlockMinChars < 1) {
            throw new IllegalArgumentException("A code block has at least one line and character.");
        }
    }

    public static ReadingOptions defaults() {
        return new ReadingOptions(5, 200, 64 * MIB, 50_000, 100L * MIB, 16L * 1024 * MIB, 200);
    }

    public ReadingOptions withCodeBlocks(int minLines, int minChars) {
        return new ReadingOptions(
                minLines,
                minChars,
                maxElementBytes,
                maxEntries,
                maxEntryBytes,
                maxTotalBytes,
                maxRatio);
    }
}
