package io.artifactor.worker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.io.input.BoundedInputStream;

/** What is in an archive, without unpacking it. */
final class ArchiveListing implements Maker {

    private static final int MOST_ENTRIES = 1000;
    private static final int LONGEST_NAME = 1000;
    private static final long MOST_UNPACKED = 512L * 1024 * 1024;
    private static final int MOST_KILOBYTES_OF_MEMORY = 32 * 1024;

    private final List<Map<String, Object>> entries = new ArrayList<>();
    private boolean more;

    @Override
    public Answer make(Job job) throws IOException {
        if (isZip(job)) {
            listZip(job);
        } else {
            listTar(job);
        }
        return Json.answer(Map.of("entries", entries, "more", more));
    }

    private static boolean isZip(Job job) throws IOException {
        try (InputStream in = Files.newInputStream(job.file())) {
            byte[] mark = in.readNBytes(2);
            return mark.length == 2 && mark[0] == 'P' && mark[1] == 'K';
        }
    }

    private void listZip(Job job) throws IOException {
        try (ZipFile zip =
                ZipFile.builder().setPath(job.file()).setIgnoreLocalFileHeader(true).get()) {
            Enumeration<ZipArchiveEntry> all = zip.getEntries();
            while (all.hasMoreElements() && add(all.nextElement())) {}
        }
    }

    /** Its entries stand between the contents, so that those have to be read over. */
    private void listTar(Job job) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(job.file()));
                InputStream unpacked = limited(unpacked(in));
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            ArchiveEntry entry = tar.getNextEntry();
            if (entry == null) {
                throw new Refused(Refused.UNSUPPORTED);
            }
            while (entry != null && add(entry)) {
                entry = tar.getNextEntry();
            }
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        try {
            String name = CompressorStreamFactory.detect(in);
            return new BufferedInputStream(
                    new CompressorStreamFactory(false, MOST_KILOBYTES_OF_MEMORY)
                            .createCompressorInputStream(name, in));
        } catch (CompressorException notCompressed) {
            return in;
        }
    }

    private static InputStream limited(InputStream in) throws IOException {
        return BoundedInputStream.builder().setInputStream(in).setMaxCount(MOST_UNPACKED).get();
    }

    private boolean add(ArchiveEntry entry) {
        if (entries.size() == MOST_ENTRIES) {
            more = true;
            return false;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        String name = entry.getName();
        line.put("name", name.substring(0, Math.min(name.length(), LONGEST_NAME)));
        line.put("directory", entry.isDirectory());
        line.put("size", Math.max(0, entry.getSize()));
        Date modified = entry.getLastModifiedDate();
        if (modified != null) {
            line.put("modifiedAt", Instant.ofEpochMilli(modified.getTime()).toString());
        }
        return entries.add(line);
    }
}
