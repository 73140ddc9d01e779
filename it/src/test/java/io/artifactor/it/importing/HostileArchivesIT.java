package io.artifactor.it.importing;

import static io.artifactor.it.importing.Zips.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Archives made to do harm are refused or contained, each with a reason that has a name. */
class HostileArchivesIT extends HostileUploads {

    @Test
    void namesThatLeadElsewhereAreLeftOut() {
        List<String> names =
                List.of(
                        "../" + marker,
                        "a/../../../../../../../../../../../../../.." + outside + "/" + marker,
                        "..\\" + marker,
                        outside + "/" + marker,
                        "//" + marker,
                        "\\\\server\\share\\" + marker,
                        "C:\\" + marker,
                        "c:" + marker,
                        "~/" + marker,
                        ".. /" + marker,
                        marker + "\u0000.txt",
                        marker + "\n.txt",
                        marker + "\u202Etxt.exe",
                        "a/".repeat(2_000) + marker);
        List<Zips.Entry> entries = new ArrayList<>();
        names.forEach(name -> entries.add(file(name, "evil")));
        entries.add(file("good.txt", "good"));

        JsonNode run = completed(user, "x.zip", Zips.of(entries));

        assertThat(reasons(user, run))
                .hasSize(names.size() + 1)
                .startsWith(Collections.nCopies(names.size(), "unsafe-name").toArray(String[]::new))
                .endsWith("ok");
        assertThat(titles()).containsExactly("good.txt");
    }

    @Test
    void namesInNoEncodingAreContained() {
        byte[] zip = Zips.of(file("good.txt", "good"), file("bytes.txt", "content"));
        zip[Zips.lastCentral(zip) + Zips.NAME] = (byte) 0xff;
        zip[Zips.lastCentral(zip) + Zips.NAME + 1] = (byte) 0xc0;
        zip[Zips.lastLocal(zip) + Zips.LOCAL_NAME] = (byte) 0xff;
        zip[Zips.lastLocal(zip) + Zips.LOCAL_NAME + 1] = (byte) 0xc0;

        JsonNode run = completed(user, "x.zip", zip);

        assertThat(ledger(user, run)).hasSize(2);
        assertThat(titles()).contains("good.txt");
    }

    @Test
    void linksAndDevicesAreLeftOut() {
        byte[] zip =
                Zips.of(
                        Zips.symlink("link.txt", "/etc/passwd"),
                        Zips.symlink("folder", outside.toString()),
                        file("folder/" + marker, "evil"),
                        Zips.symlink("conversations.json", "/etc/passwd"),
                        Zips.special("device", 0020000 | 0666, ""));

        JsonNode run = completed(user, "x.zip", zip);

        assertThat(reasons(user, run))
                .containsExactly("symlink", "symlink", "ok", "symlink", "special-file");
        assertThat(titles()).containsExactly(marker);
    }

    @Test
    void bombsAreStoppedAndTheRestArrives() {
        byte[] zeros = new byte[40 << 20];
        byte[] spaces = new byte[40 << 20];
        Arrays.fill(spaces, (byte) ' ');
        byte[] zip =
                Zips.of(
                        file("bomb.txt", zeros),
                        file("conversations.json", spaces),
                        file("good.txt", "good"));

        JsonNode run = completed(user, "x.zip", zip);

        assertThat(reasons(user, run)).containsExactly("zip-bomb", "zip-bomb", "ok");
        assertThat(counts(run)).containsEntry("unreadable", 2L);
        assertThat(titles()).containsExactly("good.txt");
    }

    @Test
    void filesLargerThanAllowedAreLeftOut() {
        // Compresses by less than what makes a bomb.
        byte[] block = new byte[1 << 10];
        byte[] large = new byte[101 << 20];
        Random random = new Random(1);
        for (int at = 0; at < large.length; at += block.length) {
            if (at % (16 << 10) == 0) {
                random.nextBytes(block);
            }
            System.arraycopy(block, 0, large, at, block.length);
        }
        byte[] zip = Zips.of(file("large.bin", large), file("good.txt", "good"));

        JsonNode run = completed(user, "x.zip", zip);

        assertThat(reasons(user, run)).containsExactly("too-large", "ok");
        assertThat(titles()).containsExactly("good.txt");

        int central = Zips.firstCentral(zip);
        JsonNode lied = completed(user, "y.zip", Zips.patched(zip, central + Zips.SIZE, 5));
        assertThat(reasons(user, lied)).containsExactly("too-large", "ok");
        assertThat(titles()).containsExactly("good.txt", "good.txt");
    }

    @Test
    void entriesOverTheSameBytesAreRefused() {
        byte[] content = new byte[300_000];
        new Random(2).nextBytes(content);
        byte[] zip = Zips.of(file("0.bin", content));

        mustBeRefused("x.zip", Zips.overlapping(zip, 10), "overlapping-entries");
        assertThat(reasonsOf("x.zip", Zips.overlapping(zip, 1))).containsExactly("ok");
    }

    @Test
    void archivesInArchivesStayFiles() {
        byte[] bomb = Zips.of(file("0.txt", new byte[40 << 20]));
        byte[] nest = bomb;
        for (int depth = 0; depth < 3; depth++) {
            nest = Zips.of(file("1.zip", nest), file("2.zip", nest), file("3.zip", nest));
        }

        JsonNode run = completed(user, "nest.zip", nest);

        assertThat(counts(run)).containsEntry("artifacts", 3L).containsEntry("added", 3L);
        assertThat(all(user, "/artifacts"))
                .extracting(artifact -> artifact.get("kind").asText())
                .containsOnly("archive");
    }

    @Test
    void aHundredThousandEntriesAreRefused() {
        List<Zips.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            entries.add(Zips.stored(i + ".txt", ""));
        }
        byte[] zip = Zips.of(entries);

        mustBeRefused("x.zip", zip, "too-many-entries");

        // What the archive says of the number of its entries is not believed.
        byte[] modest = zip.clone();
        for (int field : new int[] {8, 10}) {
            modest[Zips.end(zip) + field] = 1;
            modest[Zips.end(zip) + field + 1] = 0;
        }
        mustBeRefused("x.zip", modest, "too-many-entries");
    }

    @Test
    void sizesInTheDirectoryThatAreNotTrueAreSeen() {
        byte[] zip = Zips.of(file("good.txt", "good"), Zips.stored("lie.txt", "hello world"));
        int central = Zips.lastCentral(zip);

        assertThat(reasonsOf("smaller.zip", Zips.patched(zip, central + Zips.SIZE, 4)))
                .containsExactly("ok", "size-mismatch");
        assertThat(reasonsOf("larger.zip", Zips.patched(zip, central + Zips.SIZE, 4_000)))
                .containsExactly("ok", "size-mismatch");
        assertThat(reasonsOf("huge.zip", Zips.patched(zip, central + Zips.SIZE, 0x7ffffff0)))
                .containsExactly("ok", "too-large");
        assertThat(titles()).containsOnly("good.txt");
    }

    @Test
    void sizesInTheLocalHeaderAreNotBelieved() {
        byte[] zip = Zips.of(file("good.txt", "good"), Zips.stored("true.txt", "hello world"));
        int local = Zips.lastLocal(zip);
        byte[] lied = Zips.patched(zip, local + Zips.LOCAL_SIZE, 0x7ffffff0);
        lied = Zips.patched(lied, local + Zips.LOCAL_PACKED_SIZE, 0x7ffffff0);

        assertThat(reasonsOf("x.zip", lied)).containsExactly("ok", "ok");
        assertThat(all(user, "/artifacts"))
                .extracting(artifact -> artifact.get("size").asLong())
                .containsExactlyInAnyOrder(4L, 11L);
    }

    @Test
    void aLyingSizeOfAnExportIsReported() {
        byte[] zip = Zips.of(Zips.stored("conversations.json", CHAT.formatted(UUID.randomUUID())));
        byte[] lied = Zips.patched(zip, Zips.lastCentral(zip) + Zips.SIZE, 10);

        assertThat(reasonsOf("x.zip", lied)).endsWith("size-mismatch");
    }

    @Test
    void secondEntriesOfANameAreLeftOut() {
        byte[] zip =
                Zips.of(
                        file("a.txt", "first"),
                        file("./a.txt", "second"),
                        file("b//c.txt", "third"),
                        file("b\\c.txt", "fourth"),
                        file("a.txt", "fifth"));

        assertThat(reasonsOf("x.zip", zip))
                .containsExactly("ok", "duplicate-name", "ok", "duplicate-name", "duplicate-name");
        assertThat(titles()).containsExactlyInAnyOrder("a.txt", "c.txt");
    }

    @Test
    void encryptedEntriesAreLeftOut() {
        byte[] zip = Zips.of(file("good.txt", "good"), file("secret.txt", "hello"));
        zip[Zips.lastCentral(zip) + Zips.FLAGS] |= 1;

        assertThat(reasonsOf("x.zip", zip)).containsExactly("ok", "encrypted");
    }
}
