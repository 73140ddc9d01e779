package io.artifactor.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.storage.Sha256;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digests of content (RFC 9530) on its way in and out. */
class DigestsIT extends ServerTest {

    private static final byte[] CHAT =
            "# Chat\n\n## Human\n\nHi\n\n## Assistant\n\nHello\n".getBytes(UTF_8);
    private static final String RIGHT = "sha-256=:" + Sha256.ofContent(CHAT).base64() + ":";
    private static final String WRONG =
            "sha-256=:" + Sha256.ofContent(new byte[] {1}).base64() + ":";

    private final TestingUser user = newUser();

    private RequestSpecification sending(String header, String digest) {
        return as(user).contentType(ContentType.BINARY)
                .queryParam("fileName", "chat.md")
                .header(header, digest)
                .body(CHAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/artifacts/upload", "/imports"})
    void uploadsAreHeldAgainstTheirDigest(String path) {
        for (String header : new String[] {"Repr-Digest", "Content-Digest"}) {
            sending(header, RIGHT).post(path).then().statusCode(201);
            sending(header, "sha-512=:AAAA:, " + RIGHT).post(path).then().statusCode(201);
            sending(header, WRONG)
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("digest-mismatch"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/artifacts/upload", "/imports"})
    void aDigestThatCannotBeReadIsRefusedByName(String path) {
        sending("Repr-Digest", "sha-256=abc")
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.field", contains("Repr-Digest"));
    }

    @Test
    void anImportedFileComesBackWithItsDigest() {
        String id = sending("Repr-Digest", RIGHT).post("/imports").path("id");

        as(user).get("/imports/{id}/original", id).then().header("Repr-Digest", RIGHT);
    }
}
