package io.artifactor.it.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives of all sorts, made in memory, and places in them to patch. */
final class Zips {

    /** Offsets in an entry's header in the central directory. */
    static final int FLAGS = 8;

    static final int SIZE = 24;
    static final int NAME = 46;

    /** Offsets in an entry's own header. */
    static final int LOCAL_PACKED_SIZE = 18;

    static final int LOCAL_SIZE = 22;
    static final int LOCAL_NAME = 30;

    private static final byte[] LOCAL = {'P', 'K', 3, 4};
    private static final byte[] CENTRAL = {'P', 'K', 1, 2};
    private static final byte[] END = {'P', 'K', 5, 6};

    private Zips() {}

    /** An entry and what is in it. */
    record Entry(ZipArchiveEntry header, byte[] content) {}

    static Entry file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Entry file(String name, byte[] content) {
        return new Entry(new ZipArchiveEntry(name), content);
    }

    /** An entry whose bytes stand in the archive as they are. */
    static Entry stored(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        Entry entry = file(name, bytes);
        entry.header().setMethod(ZipArchiveEntry.STORED);
        entry.header().setSize(bytes.length);
        entry.header().setCrc(checksum.getValue());
        return entry;
    }

    static Entry symlink(String name, String target) {
        return special(name, UnixStat.LINK_FLAG | 0777, target);
    }

    static Entry special(String name, int unixMode, String content) {
        Entry entry = file(name, content);
        entry.header().setUnixMode(unixMode);
        return entry;
    }

    static byte[] of(Entry... entries) {
        return of(Arrays.asList(entries));
    }

    static byte[] of(List<Entry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setUseZip64(Zip64Mode.AsNeeded);
            for (Entry entry : entries) {
                zip.putArchiveEntry(entry.header());
                zip.write(entry.content());
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** So many entries over the bytes of the only one, whose name begins with a digit. */
    static byte[] overlapping(byte[] zip, int times) {
        int start = firstCentral(zip);
        int end = end(zip);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(zip, 0, start);
        for (int i = 0; i < times; i++) {
            byte[] header = Arrays.copyOfRange(zip, start, end);
            header[NAME] = (byte) ('0' + i);
            out.writeBytes(header);
        }
        byte[] record = Arrays.copyOfRange(zip, end, zip.length);
        record[8] = (byte) times;
        record[10] = (byte) times;
        out.writeBytes(patched(record, 12, (end - start) * times));
        return out.toByteArray();
    }

    /** Where the packed bytes of the last entry begin. */
    static int lastContent(byte[] zip) {
        int local = lastLocal(zip);
        int name = (zip[local + 26] & 0xff) | (zip[local + 27] & 0xff) << 8;
        int extra = (zip[local + 28] & 0xff) | (zip[local + 29] & 0xff) << 8;
        return local + LOCAL_NAME + name + extra;
    }

    /** Where the first entry's header in the central directory begins. */
    static int firstCentral(byte[] zip) {
        byte[] end = Arrays.copyOfRange(zip, end(zip), zip.length);
        return (end[16] & 0xff)
                | (end[17] & 0xff) << 8
                | (end[18] & 0xff) << 16
                | (end[19] & 0xff) << 24;
    }

    /** Where the last entry's header in the central directory begins. */
    static int lastCentral(byte[] zip) {
        return lastIndexOf(zip, CENTRAL);
    }

    static int lastLocal(byte[] zip) {
        return lastIndexOf(zip, LOCAL);
    }

    static int end(byte[] zip) {
        return lastIndexOf(zip, END);
    }

    /** Writes four bytes in the order of zips. */
    static byte[] patched(byte[] zip, int at, int value) {
        byte[] patched = zip.clone();
        for (int i = 0; i < 4; i++) {
            patched[at + i] = (byte) (value >>> 8 * i);
        }
        return patched;
    }

    private static int lastIndexOf(byte[] bytes, byte[] wanted) {
        for (int at = bytes.length - wanted.length; at >= 0; at--) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new IllegalStateException("not found");
    }
}
