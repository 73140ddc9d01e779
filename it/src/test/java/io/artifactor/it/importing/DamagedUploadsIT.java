package io.artifactor.it.importing;

import static io.artifactor.it.importing.Zips.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files that are damaged, cut off or no exports at all are refused or reported. */
class DamagedUploadsIT extends HostileUploads {

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
}
