package io.artifactor.it.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description the server gives is the one kept beside the code, and breaks nothing. */
class KeptDescriptionIT extends ServerTest {

    private static final Path KEPT = Path.of("..", "docs", "api", "openapi.json");
    private static final Path RELEASED = Path.of("..", "docs", "api", "released", "v1.json");
    private static final String UPDATE = "it.openapi.write";

    private static String served = "";

    @BeforeAll
    static void read() {
        served =
                KeptDescription.of(
                        given().baseUri(RunningServer.stack().url())
                                .get("/openapi?format=JSON")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString());
    }

    @Test
    void theKeptDescriptionIsTheServedOne() throws IOException {
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(KEPT.getParent());
            Files.writeString(KEPT, served);
        }

        assertThat(served)
                .as(
                        "docs/api/openapi.json must be what the server describes; run this test"
                                + " with -D%s=true, and look at what changed",
                        UPDATE)
                .isEqualTo(Files.readString(KEPT));
    }

    @Test
    void nothingIsTakenAwayThatWasReleased() throws IOException {

        assertThat(
                        BreakingChanges.between(
                                Description.parse(Files.readString(RELEASED)),
                                Description.parse(served),
                                LocalDate.now(Clock.systemUTC())))
                .as("What breaks programs made for docs/api/released/v1.json")
                .isEmpty();
    }
}
