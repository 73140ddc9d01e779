package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of passwords that others lost, as Have I Been Pwned gives it out: lines of a SHA-1 hash, a
 * colon and a count, ordered by hash, tens of gigabytes. It is searched where it lies: some forty
 * short reads, nothing kept in memory, nothing sent anywhere. It may be exchanged while the product
 * runs, by renaming another over it. Safe for all threads.
 */
final class BreachedFile {

    private static final int LONGEST_LINE = 80;
    private static final int BLOCK = 4_096;
    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]{40})(?::[0-9]{1,19})?\r?");
    private static final Pattern NTLM_LINE = Pattern.compile("[0-9A-Fa-f]{32}(?::[0-9]{1,19})?\r?");
    private static final String BEFORE_ALL = "";
    private static final String AFTER_ALL = "~";

    private final Path path;

    BreachedFile(Path path) {
        this.path = path;
    }

    /**
     * Whether the password, spelt just so, is in the file.
     *
     * @throws IOException if the file cannot be read, or if what was read of it is no such list
     */
    boolean contains(String password) throws IOException {
        String wanted = hash(password);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long low = 0;
            long high = file.size();
            String before = BEFORE_ALL;
            String after = AFTER_ALL;
            while (high - low > BLOCK) {
                Line line = lineBehind(file, low + (high - low) / 2);
                requireOrder(before, line, after);
                int order = line.hash().compareTo(wanted);
                if (order == 0) {
                    return true;
                }
                if (order < 0) {
                    low = line.start();
                    before = line.hash();
                } else {
                    high = line.start();
                    after = line.hash();
                }
            }
            return isBetween(file, low, high, wanted);
        }
    }

    /**
     * Looks whether this is such a list: its beginning, its end, and lines at even distances.
     *
     * @throws IOException saying what is wrong
     */
    void check(int lines) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IOException("there is no such file");
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = file.size();
            if (size == 0) {
                throw new IOException("it is empty");
            }
            Line previous = first(file);
            for (int i = 1; i < lines; i++) {
                long position = size / lines * i;
                if (position > previous.start() && size - position > 2 * LONGEST_LINE) {
                    Line next = lineBehind(file, position);
                    requireOrder(previous.hash(), next, AFTER_ALL);
                    previous = next;
                }
            }
            Line last = last(file, size);
            if (last.start() > previous.start()) {
                requireOrder(previous.hash(), last, AFTER_ALL);
            }
        }
    }

    private static Line first(FileChannel file) throws IOException {
        String text = text(file, 0, LONGEST_LINE);
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        if (NTLM_LINE.matcher(first).matches()) {
            throw new IOException("its hashes are those of NTLM; the list with SHA-1 is needed");
        }
        return line(first, 0);
    }

    private static Line last(FileChannel file, long size) throws IOException {
        long from = Math.max(0, size - LONGEST_LINE);
        String text = text(file, from, LONGEST_LINE).stripTrailing();
        int begin = text.lastIndexOf('\n') + 1;
        return line(text.substring(begin), from + begin);
    }

    /** The first line that begins behind the position. */
    private static Line lineBehind(FileChannel file, long position) throws IOException {
        String text = text(file, position, 2 * LONGEST_LINE);
        int begin = text.indexOf('\n') + 1;
        int end = text.indexOf('\n', begin);
        if (begin == 0) {
            throw damaged(position);
        }
        return line(text.substring(begin, end < 0 ? text.length() : end), position + begin);
    }

    private static boolean isBetween(FileChannel file, long low, long high, String wanted)
            throws IOException {
        boolean found = false;
        String previous = BEFORE_ALL;
        long start = low;
        for (String text : text(file, low, (int) (high - low)).stripTrailing().split("\n")) {
            Line line = line(text, start);
            requireOrder(previous, line, AFTER_ALL);
            found |= line.hash().equals(wanted);
            previous = line.hash();
            start += text.length() + 1;
        }
        return found;
    }

    private static void requireOrder(String before, Line line, String after) throws IOException {
        if (before.compareTo(line.hash()) > 0 || line.hash().compareTo(after) > 0) {
            throw new IOException(
                    "the line at byte %d is not in order; the list ordered by hash is needed"
                            .formatted(line.start()));
        }
    }

    private static Line line(String text, long start) throws IOException {
        Matcher matcher = LINE.matcher(text);
        if (!matcher.matches()) {
            throw damaged(start);
        }
        return new Line(start, matcher.group(1).toUpperCase(Locale.ROOT));
    }

    private static IOException damaged(long position) {
        return new IOException(
                "at byte %d there is no line of a SHA-1 hash, a colon and a count"
                        .formatted(position));
    }

    private static String text(FileChannel file, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        int read = 0;
        // A file may be read in pieces.
        while (buffer.hasRemaining() && read >= 0) {
            read = file.read(buffer, position + buffer.position());
        }
        return new String(buffer.array(), 0, buffer.position(), ISO_8859_1);
    }

    private static String hash(String password) {
        try {
            // By this the list is ordered; it protects nothing here.
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-1", e);
        }
    }

    private record Line(long start, String hash) {}
}
