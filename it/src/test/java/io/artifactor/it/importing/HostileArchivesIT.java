package io.artifactor.it.importing;

import static io.artifactor.it.importing.Zips.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives made to do harm are refused or contained, each with a reason that has a name. */
class HostileArchivesIT extends Imports {

    private static final String CHAT =
            "[{\"uuid\":\"%s\",\"name\":\"One\",\"chat_messages\":[{\"uuid\":\"m\",\"sender\":"
                    + "\"human\",\"text\":\"Hello\",\"content\":[]}]}]";

    private final TestingUser user = newUser();
    private final String marker = "evil-" + UUID.randomUUID();

    @TempDir private Path outside;

    /** Whatever came in, the server is well and wrote nothing where it should not. */
    @AfterEach
    void serverIsHealthyAndNothingIsWrittenElsewhere() throws IOException {
        RestAssured.given()
                .get(RunningServer.stack().url() + "/health/ready")
                .then()
                .statusCode(200);
        try (var left = Files.list(outside)) {
            assertThat(left).isEmpty();
        }
        Path around = RunningServer.stack().data().toAbsolutePath().getParent();
        assertThat(named(marker, around)).isEmpty();
    }

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

    @Test
    void damagedArchivesAreRefused() {
        byte[] zip = Zips.of(file("good.txt", "good".repeat(500)), file("b.txt", "b"));

        mustBeRefused("x.zip", Arrays.copyOf(zip, zip.length - 10), "damaged-zip");
        mustBeRefused("x.zip", Arrays.copyOf(zip, zip.length / 2), "damaged-zip");
        mustBeRefused("x.zip", Arrays.copyOf(zip, 4), "damaged-zip");
        mustBeRefused("x.zip", Zips.patched(zip, Zips.end(zip) + 16, 7), "damaged-zip");
        mustBeRefused("x.zip", Zips.of(), "empty-archive");
        mustBeRefused("x.zip", Zips.of(file("folder/", "")), "empty-archive");
    }

    @Test
    void packedBytesThatMakeNoSenseAreReportedAndTheRestArrives() {
        byte[] zip = Zips.of(file("good.txt", "good"), file("damaged.txt", "hello ".repeat(500)));
        int data = Zips.lastContent(zip);
        Arrays.fill(zip, data, data + 8, (byte) 0xff);

        assertThat(reasonsOf("x.zip", zip)).containsExactly("ok", "damaged-entry");
        assertThat(titles()).containsExactly("good.txt");
    }

    /** Each byte of the directory is broken once; any answer will do that is one. */
    @Test
    void everyBrokenByteOfTheDirectoryHasAnAnswer() {
        byte[] zip = Zips.of(file("a.txt", "a"), file("b.txt", "hello ".repeat(500)));
        List<String> ids = new ArrayList<>();
        for (int at = Zips.lastCentral(zip); at < zip.length; at++) {
            byte[] broken = zip.clone();
            broken[at] = (byte) (broken[at] == -1 ? 0 : -1);
            Response answer = upload(user, "broken-" + at + ".zip", broken, Map.of("start", true));
            if (answer.statusCode() == 201) {
                ids.add(idOf(answer));
            } else {
                mustBeRefusal(answer, "at " + at);
            }
        }
        assertThat(ids).isNotEmpty();
        for (String id : ids) {
            JsonNode run = over(user, id);
            boolean clear =
                    run.get("state").asText().equals("completed")
                            || run.at("/problem/code").asText().equals("unreadable-import");
            assertThat(clear).as(run.toString()).isTrue();
        }
    }

    @Test
    void rubbishIsRefusedOrKeptAsTheFileItIs() {
        byte[] rubbish = new byte[5_000];
        new Random(4).nextBytes(rubbish);
        mustBeRefused("x.zip", rubbish, "not-a-zip");
        byte[] begun = rubbish.clone();
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, begun, 0, 4);
        mustBeRefused("x.zip", begun, "damaged-zip");
        mustBeRefused("x.json", bytes("[]"), "empty-export");
        mustBeRefused("x.json", bytes("[1,2,3]"), "unknown-format");
        mustBeRefused("x.json", bytes("{\"a\":"), "unknown-format");

        JsonNode run = completed(user, "x.json", rubbish);

        assertThat(run.get("format").asText()).isEqualTo("file/1");
        assertThat(titles()).containsExactly("x.json");
    }

    @Test
    void anEmptyBodyIsRefused() {
        for (String name : List.of("x.zip", "x.json", "")) {
            upload(user, name, new byte[0], Map.of("start", true))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-input"))
                    .body("errors.field", hasItem("body"));
        }
        assertThat(all(user, "/imports")).isEmpty();
    }

    @Test
    void anExportThatWasCutOffIsReportedWhereItEnds() {
        String one = CHAT.formatted("one");
        String whole = one.substring(0, one.length() - 1) + "," + CHAT.substring(1);
        byte[] cut = bytes(whole.substring(0, whole.length() - 40));

        JsonNode run = completed(user, "conversations.json", cut);

        assertThat(counts(run)).containsEntry("conversations", 1L).containsEntry("unreadable", 1L);
        assertThat(all(user, "/conversations")).hasSize(1);
    }

    @Test
    void namesOfUploadsAreHarmless() {
        for (String name :
                List.of("../../" + marker, outside + "/" + marker, "a\u0000b", "a\nb: c", "")) {
            JsonNode run = completed(user, name, bytes("content of " + name));
            as(user).get("/imports/{id}/original", idOf(run)).then().statusCode(200);
        }
        String tooLong = "x".repeat(3_000) + ".txt";
        assertThat(upload(user, tooLong, bytes("x"), Map.of()).statusCode()).isIn(201, 400);
    }

    private List<String> reasonsOf(String fileName, byte[] zip) {
        return reasons(user, completed(user, fileName, zip));
    }

    private List<String> titles() {
        return all(user, "/artifacts").stream()
                .map(artifact -> artifact.get("title").asText())
                .toList();
    }

    private void mustBeRefused(String fileName, byte[] content, String reason) {
        Response answer = upload(user, fileName, content, Map.of("start", true));
        mustBeRefusal(answer, reason);
        answer.then().body("reason", equalTo(reason));
        assertThat(all(user, "/imports")).isEmpty();
    }

    private static void mustBeRefusal(Response answer, String of) {
        assertThat(answer.statusCode()).as(of + ": " + answer.asString()).isEqualTo(422);
        JsonNode problem = json(answer.asString());
        assertThat(problem.get("code").asText()).isEqualTo("unreadable-import");
        assertThat(problem.get("detail").asText()).hasSizeGreaterThan(15);
        assertThat(problem.get("reason").asText()).matches("[a-z]+(-[a-z]+)*");
    }

    /** Files of this name below the folder; what vanishes meanwhile is no matter. */
    private static List<Path> named(String name, Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (String.valueOf(file.getFileName()).contains(name)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path file, @Nullable IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }
}
