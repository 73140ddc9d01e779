package io.artifactor.it.syslog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.launcher.Part;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every line of the audit log leaves the machine, in order, whatever becomes of either side. */
class SyslogIT extends ServerTest {

    private static final Pattern MESSAGE =
            Pattern.compile(
                    "<(?<priority>108|110)>1 (?<time>\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)"
                            + " [\\x21-\\x7e]{1,255} artifactor - (?<action>[a-z-]{1,32}) -"
                            + " (?<json>\\{[\\x20-\\x7e]*})");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);

    @AfterEach
    void itIsThereForOthers() {
        RunningServer.syslog().comeBack();
    }

    private static JsonNode told(String message) {
        Matcher parts = MESSAGE.matcher(message);
        assertThat(parts.matches()).as(message).isTrue();
        try {
            JsonNode told = JSON.readTree(parts.group("json"));
            if (told.has("action")) {
                assertThat(told.path("action").asText()).startsWith(parts.group("action"));
            }
            return told;
        } catch (JsonProcessingException e) {
            throw new AssertionError(message, e);
        }
    }

    /** Of all lines about the subject, in the order in which they arrived. */
    private static List<JsonNode> arrived(String subject) {
        return RunningServer.syslog().messages().stream()
                .filter(it -> it.contains('"' + subject + '"'))
                .map(SyslogIT::told)
                .toList();
    }

    private static String subjectOf(TestingUser user) {
        return "user:" + as(user).get("/auth/me").path("id");
    }

    private static List<String> newTokens(TestingUser user, int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        as(user).contentType(ContentType.JSON)
                                .body(Map.of("name", "number " + number, "scopes", Set.of("read")))
                                .post("/auth/tokens")
                                .then()
                                .statusCode(201)
                                .extract()
                                .<String>path("token"))
                .toList();
    }

    private static List<Long> numbers(TestingUser user) {
        List<Number> ids =
                as(administrator())
                        .queryParam("actor", subjectOf(user).substring("user:".length()))
                        .queryParam("action", "token-created")
                        .get("/audit")
                        .path("items.id");
        return ids.stream().map(Number::longValue).sorted().toList();
    }

    private static List<Long> arrivedNumbers(List<Long> of) {
        return RunningServer.syslog().messages().stream()
                .map(SyslogIT::told)
                .map(it -> it.path("id").asLong())
                .filter(of::contains)
                .toList();
    }

    private static String failure() {
        return as(administrator())
                .get("/health/detailed")
                .path("dependencies.find { it.name == 'audit-syslog' }.detail.failure");
    }

    private static String state() {
        return as(administrator())
                .get("/health/detailed")
                .path("dependencies.find { it.name == 'audit-syslog' }.state");
    }

    @Test
    void linesArriveInTheirOrderAsAnExportTellsThem() {
        TestingUser user = newUser();
        newTokens(user, 5);
        List<Long> written = numbers(user);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(arrivedNumbers(written)).isEqualTo(written));
        assertThat(written).hasSize(5);
        Map<String, Object> exported =
                as(administrator())
                        .queryParam("subject", subjectOf(user))
                        .get("/audit")
                        .path("items.find { it.action == 'user-created' }");
        JsonNode same =
                arrived(subjectOf(user)).stream()
                        .filter(it -> it.path("action").asText().equals("user-created"))
                        .findFirst()
                        .orElseThrow();
        for (String name : List.of("id", "at", "actorId", "actor", "action", "subject")) {
            assertThat(same.path(name).asText())
                    .as(name)
                    .isEqualTo(String.valueOf(exported.get(name)));
        }
        assertThat(state()).isEqualTo("up");
    }

    @Test
    void nothingIsLostWhileTheServerIsAway() {
        TestingUser user = newUser();
        RunningServer.syslog().close();
        newTokens(user, 5);
        List<Long> written = numbers(user);

        await().atMost(SOON).until(() -> "not-reached".equals(failure()));
        assertThat(state()).isEqualTo("degraded");
        given().baseUri(RunningServer.stack().url()).get("/health/ready").then().statusCode(200);
        assertThat(arrivedNumbers(written)).isEmpty();
        RunningServer.syslog().comeBack();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(arrivedNumbers(written)).isEqualTo(written));
        await().atMost(SOON).until(() -> state().equals("up"));
    }

    @Test
    void aCertificateNobodyVouchesForIsTalkedToByNobody() {
        TestingUser user = newUser();
        RunningServer.syslog().showAnotherCertificate();
        newTokens(user, 2);
        List<Long> written = numbers(user);

        await().atMost(SOON).until(() -> "certificate-not-trusted".equals(failure()));
        given().baseUri(RunningServer.stack().url()).get("/health/ready").then().statusCode(200);
        assertThat(arrivedNumbers(written)).isEmpty();
        RunningServer.syslog().comeBack();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(arrivedNumbers(written)).isEqualTo(written));
    }

    @Test
    void whatWasReadAndNotConfirmedComesAgain() {
        TestingUser user = newUser();
        RunningServer.syslog().forget();
        newTokens(user, 3);
        List<Long> written = numbers(user);

        await().atMost(SOON).until(() -> failure() != null);
        assertThat(arrivedNumbers(written)).isEmpty();
        RunningServer.syslog().comeBack();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(arrivedNumbers(written)).isEqualTo(written));
    }

    @Test
    void aKilledServerGoesOnWhereItWas() {
        TestingUser user = newUser();
        RunningServer.syslog().close();
        newTokens(user, 3);
        List<Long> written = numbers(user);

        RunningServer.stack().kill(Part.SERVER);
        RunningServer.syslog().comeBack();
        RunningServer.stack().start(Part.SERVER);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(arrivedNumbers(written)).isEqualTo(written));
        assertThat(gaps()).isEmpty();
    }

    /** Chain by chain, which places between the first and the last did not arrive. */
    private static List<String> gaps() {
        SortedMap<Integer, SortedSet<Long>> places = new TreeMap<>();
        for (String message : RunningServer.syslog().messages()) {
            JsonNode line = told(message);
            places.computeIfAbsent(line.path("chain").asInt(), none -> new TreeSet<>())
                    .add(line.path("position").asLong());
        }
        List<String> gaps = new ArrayList<>();
        places.forEach((chain, there) -> {
            for (long place = 1; place <= there.getLast(); place++) {
                if (!there.contains(place)) {
                    gaps.add(chain + "-" + place);
                }
            }
        });
        return gaps;
    }

    @Test
    void whoeverReceivesThemSeesThatNoneIsMissingAndCanProveIt() {
        TestingUser user = newUser();
        String subject = subjectOf(user);
        await().atMost(SOON).until(() -> !arrived(subject).isEmpty());

        assertThat(gaps()).isEmpty();
        String anchor = arrived(subject).getFirst().path("anchor").asText();
        boolean known =
                as(administrator())
                        .queryParam("anchor", anchor)
                        .get("/audit/verify")
                        .path("intact");
        String changed = anchor.substring(0, anchor.length() - 4) + "0000";
        List<String> reasons =
                as(administrator())
                        .queryParam("anchor", changed)
                        .get("/audit/verify")
                        .path("breaks.reason");
        assertThat(known).isTrue();
        assertThat(reasons).contains("anchor-missing");
    }

    @Test
    void noSecretIsTold() {
        TestingUser user = newUser();
        List<String> tokens = newTokens(user, 2);
        String guess = "a guess that is nobody's to read";
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("username", user.username(), "password", guess))
                .post("/auth/login")
                .then()
                .statusCode(401);

        await().atMost(SOON)
                .until(() ->
                        arrived(subjectOf(user)).stream()
                                .anyMatch(it ->
                                        it.path("action").asText().equals("sign-in-refused")));
        assertThat(RunningServer.syslog().messages())
                .noneMatch(it -> it.contains(user.password()))
                .noneMatch(it -> it.contains(guess))
                .noneMatch(it -> tokens.stream().anyMatch(it::contains))
                .noneMatch(it -> it.contains(RunningServer.ADMIN_PASSWORD));
    }
}
