package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadIT extends Library {

    private static final String SHA256 =
            "84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882";
    private static final String TAG = "\"" + SHA256 + "\"";
    private static final String DIGEST = "sha-256=:hNiYd/DUBB77a/kaFvAkjy/Vc+avBcGflr7bn4gveII=:";

    private final TestingUser user = newUser();
    private final String id = add(user, "Digits", "0123456789");

    private Response download(Map<String, String> headers) {
        return as(user).headers(headers).get("/artifacts/{id}/content", id);
    }

    @Test
    void theWholeComesWithItsTagAndDigest() {
        download(Map.of())
                .then()
                .statusCode(200)
                .header("ETag", equalTo(TAG))
                .header("Repr-Digest", equalTo(DIGEST))
                .header("Content-Length", equalTo("10"))
                .header("Accept-Ranges", equalTo("bytes"))
                .header("Content-Type", startsWith("text/plain"))
                .body(equalTo("0123456789"));
    }

    @Test
    void noBrowserRunsWhatIsDownloaded() {
        String page = add(user, Map.of("title", "P", "fileName", "p.html", "content", "<script>"));
        for (boolean inline : new boolean[] {true, false}) {
            Response answer =
                    as(user).queryParam("inline", inline).get("/artifacts/{id}/content", page);
            answer.then()
                    .header("Content-Disposition", startsWith("attachment;"))
                    .header("Content-Security-Policy", containsString("sandbox"));
            assertThat(answer.headers().getValues("X-Content-Type-Options"))
                    .containsExactly("nosniff");
        }
    }

    @Test
    void harmlessContentIsShownWhenAskedFor() {
        download(Map.of()).then().header("Content-Disposition", startsWith("attachment;"));
        as(user).queryParam("inline", true)
                .get("/artifacts/{id}/content", id)
                .then()
                .header("Content-Disposition", startsWith("inline;"))
                .header("Content-Security-Policy", containsString("sandbox"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"; filename=\"evil.exe", "naïve 📦.txt", "%2e%2e.txt", "a;b'c.txt"})
    void aHostileNameStaysAName(String name) {
        String named = add(user, Map.of("title", "T", "fileName", name));

        assertThat(as(user).get("/artifacts/{id}/content", named).header("Content-Disposition"))
                .matches(
                        "attachment; filename=\"[ -~&&[^\"\\\\%;]]*\"; filename\\*=UTF-8''[!-~&&[^\";]]*");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, bytes 0-0/10",
        "bytes=2-4, 234, bytes 2-4/10",
        "bytes=7-, 789, bytes 7-9/10",
        "bytes=-2, 89, bytes 8-9/10",
        "bytes=5-500, 56789, bytes 5-9/10",
        "bytes=-500, 0123456789, bytes 0-9/10",
    })
    void aPartComesAlone(String range, String part, String place) {
        download(Map.of("Range", range))
                .then()
                .statusCode(206)
                .header("Content-Range", equalTo(place))
                .header("Content-Length", equalTo(String.valueOf(part.length())))
                .header("ETag", equalTo(TAG))
                .header("Repr-Digest", equalTo(DIGEST))
                .body(equalTo(part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,3-4", "bytes=4-2", "bytes=x-y", "lines=1-2", "bytes="})
    void aRangeThatIsNotOneGivesTheWhole(String range) {
        download(Map.of("Range", range))
                .then()
                .statusCode(200)
                .header("Content-Range", nullValue())
                .body(equalTo("0123456789"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=999999999999999999-"})
    void aRangeBehindTheEndIsAProblem(String range) {
        download(Map.of("Range", range))
                .then()
                .statusCode(416)
                .contentType("application/problem+json")
                .header("Content-Range", equalTo("bytes */10"))
                .body("code", equalTo("range-not-satisfiable"));
    }

    @Test
    void whoHasTheContentIsToldSo() {
        for (String known : new String[] {TAG, "W/" + TAG, "\"x\", " + TAG, "*"}) {
            download(Map.of("If-None-Match", known))
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(TAG))
                    .body(emptyString());
        }
        download(Map.of("If-None-Match", "\"x\"")).then().statusCode(200);
    }

    @Test
    void aDownloadIsContinuedOnlyWithTheSameContent() {
        download(Map.of("Range", "bytes=5-", "If-Range", TAG)).then().statusCode(206);
        download(Map.of("Range", "bytes=5-", "If-Range", "\"old\""))
                .then()
                .statusCode(200)
                .body(equalTo("0123456789"));
        download(Map.of("Range", "bytes=5-", "If-Range", "Sat, 21 Nov 2026 08:00:00 GMT"))
                .then()
                .statusCode(200);
    }

    @Test
    void theHeadSaysAllButTheContent() {
        as(user).head("/artifacts/{id}/content", id)
                .then()
                .statusCode(200)
                .header("Content-Length", equalTo("10"))
                .header("ETag", equalTo(TAG))
                .header("Repr-Digest", equalTo(DIGEST))
                .body(emptyString());
    }

    @Test
    void emptyContentIsDownloadedAndHasNoParts() {
        String empty = add(user, "Empty", "");
        RequestSpecification request = as(user);

        request.get("/artifacts/{id}/content", empty)
                .then()
                .statusCode(200)
                .header("Content-Length", equalTo("0"))
                .body(emptyString());
        as(user).header("Range", "bytes=0-")
                .get("/artifacts/{id}/content", empty)
                .then()
                .statusCode(416);
    }

    @Test
    void aVersionIsDownloadedInPartsToo() {
        replace(user, id, "abc");
        String first = as(user).get("/artifacts/{id}/versions", id).path("items[1].id");

        as(user).header("Range", "bytes=3-5")
                .get("/artifacts/{id}/versions/{v}/content", id, first)
                .then()
                .statusCode(206)
                .header("ETag", equalTo(TAG))
                .body(equalTo("345"));
    }
}
