package io.artifactor.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir Path temporary;

    @Test
    void programsLinksAndPlainFilesArriveAsTheyWere() throws IOException {
        Path target = temporary.resolve("target");

        new Archive(archive("bin/program", "lib/plain")).unpackTo(target);

        assertThat(target.resolve("bin/program")).hasContent("content").isExecutable();
        assertThat(Files.isExecutable(target.resolve("lib/plain"))).isFalse();
        assertThat(Files.readSymbolicLink(target.resolve("link")))
                .isEqualTo(Path.of("bin/program"));
        assertThat(entries()).containsExactlyInAnyOrder("target", "archive.txz");
    }

    @Test
    void aTargetAnotherLauncherMadeMeanwhileIsKept() throws IOException {
        Path target = temporary.resolve("target");
        Path there = Files.writeString(Files.createDirectory(target).resolve("there"), "before");

        new Archive(archive("bin/program", "lib/plain")).unpackTo(target);

        assertThat(there).hasContent("before");
        assertThat(entries()).containsExactlyInAnyOrder("target", "archive.txz");
    }

    @Test
    void aNameThatLeavesTheTargetIsRefusedAndNothingStays() throws IOException {
        Archive archive = new Archive(archive("bin/program", "../outside"));

        assertThatThrownBy(() -> archive.unpackTo(temporary.resolve("target")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../outside");
        assertThat(entries()).containsExactly("archive.txz");
    }

    private Path archive(String program, String plain) throws IOException {
        Path file = temporary.resolve("archive.txz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(
                        new XZCompressorOutputStream(Files.newOutputStream(file)))) {
            put(tar, program, 0755);
            put(tar, plain, 0644);
            TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
            link.setLinkName(program);
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return file;
    }

    private static void put(TarArchiveOutputStream tar, String name, int mode) throws IOException {
        byte[] content = "content".getBytes(UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private Stream<String> entries() throws IOException {
        try (Stream<Path> found = Files.list(temporary)) {
            return found.map(path -> path.getFileName().toString()).toList().stream();
        }
    }
}
