package io.artifactor.it.workspace;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests about uploads in pieces. */
final class Pieces extends ServerTest {

    /** The type of a piece. */
    static final String TYPE = "application/offset+octet-stream";

    /** Says it without a charset, which it has none of. */
    private static final RestAssuredConfig AS_IT_IS =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs(TYPE, ContentType.BINARY)
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private Pieces() {}

    static RequestSpecification by(TestingUser user) {
        return as(user).config(AS_IT_IS).header("Tus-Resumable", "1.0.0");
    }

    /** Begins an upload of which there is something to say. */
    static RequestSpecification beginning(TestingUser user, int length, Map<String, String> said) {
        return by(user).header("Upload-Length", length)
                .header(
                        "Upload-Metadata",
                        said.entrySet().stream()
                                .map(it -> it.getKey() + " " + base64(it.getValue()))
                                .collect(Collectors.joining(",")));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
