package io.artifactor.it.identity;

import static org.hamcrest.Matchers.hasSize;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stage of tests about second factors. */
abstract class FactorTest extends ServerTest {

    static final String OF_NAME = "(select id from app_user where username = ?)";

    /** Somebody with a second factor, and what they wrote down. */
    record Protected(TestingUser user, Authenticator phone, List<String> recoveryCodes) {}

    static Response post(TestingUser user, String path, Map<String, ?> body) {
        return as(user).contentType(ContentType.JSON).body(body).post("/auth/second-factor" + path);
    }

    static Response begin(TestingUser user) {
        return post(user, "", Map.of("password", user.password()));
    }

    static Protected protect(TestingUser user) throws SQLException {
        String secret = begin(user).then().statusCode(200).extract().path("secret");
        Authenticator phone = new Authenticator(secret);
        List<String> codes =
                post(user, "/confirmation", Map.of("code", phone.code()))
                        .then()
                        .statusCode(200)
                        .body("recoveryCodes", hasSize(10))
                        .extract()
                        .path("recoveryCodes");
        letTimePass(user);
        return new Protected(user, phone, codes);
    }

    /** As if the last code was given long ago. */
    static void letTimePass(TestingUser user) throws SQLException {
        Rows.execute(
                "update second_factor set last_step = 0 where user_id = " + OF_NAME,
                user.username());
    }

    static String id(TestingUser user) {
        return as(user).get("/auth/me").path("id");
    }

    static Response login(TestingUser user, @Nullable String code) {
        return login(user.username(), user.password(), code);
    }

    static Response login(String username, String password, @Nullable String code) {
        Map<String, String> body =
                new HashMap<>(Map.of("username", username, "password", password));
        if (code != null) {
            body.put("code", code);
        }
        return anonymous().contentType(ContentType.JSON).body(body).post("/auth/login");
    }

    static int me(String accessToken) {
        return anonymous()
                .header("Authorization", "Bearer " + accessToken)
                .get("/auth/me")
                .statusCode();
    }
}
