package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** The stage of tests of uploads in pieces: somebody who sends them, and what is there of them. */
abstract class InPieces extends Library {

    final TestingUser user = lasting(newUser());
    final Tus tus = new Tus(user);

    final int count() {
        return list(user, Map.of("total", true)).path("total");
    }

    final String digestOfOnly() {
        assertThat(count()).isEqualTo(1);
        return list(user, Map.of()).path("items[0].sha256");
    }

    /** How many bytes of the upload lie on the disk; -1 if there is no file. */
    static long partOf(String upload) {
        Path file = part(upload);
        return Files.exists(file) ? file.toFile().length() : -1;
    }

    static Path part(String upload) {
        return RunningServer.stack().data().resolve("blobs/parts/" + idOf(upload) + ".part");
    }

    static String idOf(String upload) {
        return upload.substring(upload.lastIndexOf('/') + 1);
    }

    static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
