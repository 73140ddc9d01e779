package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.RunningServer;
import io.artifactor.launcher.Part;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The server is killed while many uploads are on their way, each broken off somewhere else: they go
 * on where that was acknowledged, and nothing is left of them but artifacts. {@code
 * -Dit.upload.kills=5} is fifty places.
 */
class KilledUploadsIT extends InPieces {

    private static final int KILLS = Integer.getInteger("it.upload.kills", 2);
    private static final int UPLOADS = 10;
    private static final int SIZE = 20_000_000;

    private final Random random = new Random(5);

    /** Each upload sends a window of it, so no two are the same. */
    private final byte[] all = bytes(SIZE + UPLOADS);

    private final List<Broken> uploads =
            IntStream.range(0, UPLOADS)
                    .mapToObj(i -> new Broken(i, tus.begun(SIZE, "large" + i + ".bin")))
                    .toList();

    @Test
    void killedServersGoOnWhereTheyAcknowledged() throws IOException {
        for (int kill = 0; kill < KILLS; kill++) {
            for (Broken upload : uploads) {
                upload.awaitTheRightToWrite();
            }
            for (Broken upload : uploads) {
                upload.sendSome();
            }
            RunningServer.stack().kill(Part.SERVER);
            for (Broken upload : uploads) {
                upload.socket.close();
            }
            RunningServer.stack().start(Part.SERVER);
            for (Broken upload : uploads) {
                upload.look();
            }
        }
        Set<String> digests = new HashSet<>();
        for (Broken upload : uploads) {
            upload.awaitTheRightToWrite();
            assertThat(tus.append(upload.location, upload.offset, upload.bytes(SIZE)).statusCode())
                    .isEqualTo(204);
            assertThat(partOf(upload.location)).isEqualTo(-1);
            digests.add(sha256(Arrays.copyOfRange(all, upload.index, upload.index + SIZE)));
        }

        assertThat(count()).isEqualTo(UPLOADS);
        assertThat(list(user, Map.of("size", UPLOADS)).<List<String>>path("items.sha256"))
                .containsExactlyInAnyOrderElementsOf(digests);
    }

    private final class Broken {
        private final int index;
        private final String location;
        private long offset;
        private long end;
        private Socket socket = new Socket();

        Broken(int index, String location) {
            this.index = index;
            this.location = location;
        }

        /** A killed server keeps others from writing for some seconds. */
        void awaitTheRightToWrite() {
            await("the right to write")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> tus.append(location, offset, new byte[0]).statusCode() == 204);
        }

        /** Sends until some of it is on the disk; the rest was announced and never comes. */
        void sendSome() throws IOException {
            // Behind what an earlier kill left in the file: only then is it seen to grow.
            long before = Math.max(offset, partOf(location));
            end = Math.min(SIZE - 1, before + 1 + random.nextInt(SIZE / KILLS));
            socket = tus.sendPart(location, offset, bytes(end), SIZE - offset);
            await("some of it on the disk").until(() -> partOf(location) > before);
        }

        /** What was acknowledged is there, and no more than was sent. */
        void look() {
            long now = tus.offset(location);
            assertThat(now).as(location).isBetween(offset, end);
            offset = now;
        }

        /** From where it goes on to there. */
        byte[] bytes(long until) {
            return Arrays.copyOfRange(all, index + (int) offset, index + (int) until);
        }
    }
}
