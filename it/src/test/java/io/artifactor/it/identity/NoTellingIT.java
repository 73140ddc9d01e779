package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who guesses a name learns from no answer whether somebody has it. */
class NoTellingIT extends ServerTest {

    /** Of each account, fewer than make the next wait. */
    private static final int EACH = 8;

    private static final int ACCOUNTS = 2;

    /** A check of a password takes many times as long as all the rest. */
    private static final double ALIKE = 2;

    private static Response login(String username, String password) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/auth/login");
    }

    private static long nanos(String username, String password) {
        long start = System.nanoTime();
        login(username, password).then().statusCode(401);
        return System.nanoTime() - start;
    }

    private static double median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    private static String nobody() {
        return "nobody-" + System.nanoTime();
    }

    private static TestingUser deactivated() {
        TestingUser user = newUser();
        String id = as(user).get("/auth/me").path("id");
        as(administrator()).header("If-Match", "*").delete("/users/" + id).then().statusCode(204);
        return user;
    }

    private static Set<String> headers(Response answer) {
        Set<String> names = new TreeSet<>();
        for (Header header : answer.headers()) {
            names.add(header.getName());
        }
        return names;
    }

    @Test
    void aNameNobodyHasTakesTheSameWork() {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        List<Long> inactive = new ArrayList<>();
        List<Long> impossible = new ArrayList<>();
        for (int account = 0; account < ACCOUNTS; account++) {
            TestingUser user = newUser();
            TestingUser gone = deactivated();
            // In turn, so that whatever else the machine does slows all alike.
            for (int i = 0; i < EACH; i++) {
                known.add(nanos(user.username(), "a wrong password"));
                unknown.add(nanos(nobody(), "a wrong password"));
                inactive.add(nanos(gone.username(), gone.password()));
                impossible.add(nanos("no such name " + i + account, "a wrong password"));
            }
        }

        double usual = median(known);
        for (List<Long> others : List.of(unknown, inactive, impossible)) {
            assertThat(median(others)).isBetween(usual / ALIKE, usual * ALIKE);
        }
    }

    @Test
    void theAnswersDifferInNothing() {
        TestingUser user = newUser();
        TestingUser gone = deactivated();
        Response wrong = login(user.username(), "a wrong password");

        for (Response other :
                List.of(
                        login(nobody(), "a wrong password"),
                        login(gone.username(), gone.password()),
                        login("no such name", "a wrong password"))) {
            assertThat(other.statusCode()).isEqualTo(wrong.statusCode());
            assertThat(headers(other)).isEqualTo(headers(wrong));
            assertThat(said(other)).isEqualTo(said(wrong));
        }
    }

    /** Without what names the request. */
    private static Map<String, Object> said(Response answer) {
        Map<String, Object> document = answer.jsonPath().getMap("$");
        document.remove("requestId");
        return document;
    }
}
