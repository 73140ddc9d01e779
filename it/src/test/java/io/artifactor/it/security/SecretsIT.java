package io.artifactor.it.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.artifactor.it.identity.Authenticator;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Sends secrets wherever somebody could send one, rightly and wrongly, and looks for them where
 * they must not be: in answers, in logs of all servers, in any row of the database.
 */
class SecretsIT extends ServerTest {

    private static final String TABLES =
            "select schemaname, tablename from pg_tables where schemaname in ('public', 'jbatch')";

    /** The message with which Open Liberty says that it has started. */
    private static final String STARTED = "CWWKF0011I";

    private static final String CONTROL = "the message that the server has started";

    /** Those sent, by what they are; kept to say which was found. */
    private final Map<String, String> planted = new LinkedHashMap<>();

    private final List<String> answers = new ArrayList<>();

    @Test
    void noSecretIsLeftAnywhere() throws IOException, SQLException {
        TestingUser user = newUser();
        plant("password of a user", user.password());
        plant("access token", user.token());
        signInWrongly(user);
        sendTokensThatAreNone();
        changePasswords(user);
        makeUsers();
        useTokens(user);
        useSecondFactor();
        breakRequests(user);
        plantOwnSecrets();
        assertThat(planted).hasSizeGreaterThanOrEqualTo(50);

        for (String answer : answers) {
            planted.forEach((what, secret) -> assertThat(answer).as(what).doesNotContain(secret));
        }
        assertThat(foundInLogs()).isEmpty();
        assertThat(foundInRows()).isEmpty();
    }

    private String plant(String what, String secret) {
        planted.put(what, secret);
        return secret;
    }

    private String password(String what) {
        return plant(what, "planted password " + UUID.randomUUID());
    }

    private void keep(Response answer) {
        answers.add(answer.headers() + "\n" + answer.asString());
    }

    private void signInWrongly(TestingUser user) {
        for (String path : List.of("/auth/login", "/auth/browser")) {
            keep(post(path, Map.of("username", user.username(), "password", password(path))));
            keep(post(path, Map.of("username", "nobody-there", "password", password(path + " 2"))));
            // Typed into the wrong field, as people do.
            keep(post(path, Map.of("username", password(path + " 3"), "password", "")));
            keep(post(path, Map.of("username", user.username(), "pasword", password(path + " 4"))));
            keep(
                    post(
                            path,
                            Map.of(
                                    "username",
                                    user.username(),
                                    "password",
                                    List.of(password(path + 5)))));
            keep(raw().body("{\"password\":\"" + password(path + " 6")).post(path));
            keep(raw().contentType("text/plain").body(password(path + " 7")).post(path));
            keep(raw().queryParam("password", password(path + " 8")).post(path));
        }
        keep(
                post(
                        "/auth/login",
                        Map.of(
                                "username",
                                user.username(),
                                "password",
                                user.password(),
                                "deviceToken",
                                password("device token"))));
    }

    private void sendTokensThatAreNone() {
        List<String> kinds =
                List.of("art_", "arr_", "arp_", "arb_", "arl_", "eyJhbGciOiJFUzI1NiJ9.");
        for (String kind : kinds) {
            String token = plant("unknown " + kind, kind + "planted-" + UUID.randomUUID());
            keep(raw().header("Authorization", "Bearer " + token).get("/auth/me"));
            keep(raw().header("Cookie", "artifactor=" + token).get("/auth/me"));
            keep(raw().queryParam("access_token", token).get("/artifacts"));
            keep(post("/auth/refresh", Map.of("refreshToken", token)));
            keep(post("/auth/logout", Map.of("refreshToken", token)));
            keep(post("/auth/realm-links/redeem", Map.of("token", token)));
            keep(
                    post(
                            "/auth/password-resets/redeem",
                            Map.of("token", token, "newPassword", password("reset by " + kind))));
        }
        keep(
                given().baseUri(RunningServer.stack().url())
                        .auth()
                        .preemptive()
                        .basic("admin", password("basic"))
                        .get("/api/v1/auth/me"));
        keep(raw().header("Authorization", "Digest " + password("digest")).get("/auth/me"));
        keep(raw().header("Authorization", "Bearer " + password("words")).get("/auth/me"));
        keep(raw().header("Proxy-Authorization", password("proxy")).get("/artifacts"));
        keep(raw().header("X-Api-Key", password("api key")).get("/artifacts"));
    }

    private void changePasswords(TestingUser user) {
        keep(
                signed(user)
                        .body(
                                Map.of(
                                        "currentPassword",
                                        password("not current"),
                                        "newPassword",
                                        password("new")))
                        .post("/auth/password"));
        keep(
                signed(user)
                        .body(Map.of("currentPassword", user.password(), "newPassword", "short"))
                        .post("/auth/password"));
        keep(
                signed(user)
                        .body(
                                Map.of(
                                        "currentPassword",
                                        user.password(),
                                        "newPassword",
                                        password("really new")))
                        .post("/auth/password"));
    }

    private void makeUsers() {
        TestingUser admin = administrator();
        String name = "planted-" + UUID.randomUUID().toString().substring(0, 8);
        String first = password("first");
        keep(
                signed(admin)
                        .body(Map.of("username", name, "password", first, "roles", List.of("user")))
                        .post("/users"));
        // The same name again fails in the database, beside the hash.
        keep(
                signed(admin)
                        .body(
                                Map.of(
                                        "username",
                                        name,
                                        "password",
                                        password("twice"),
                                        "roles",
                                        List.of("user")))
                        .post("/users"));
    }

    private void useTokens(TestingUser user) {
        Response login =
                post(
                        "/auth/login",
                        Map.of("username", user.username(), "password", planted.get("really new")));
        String refresh = plant("refresh token", login.path("refreshToken"));
        plant("second access token", login.path("accessToken"));
        plant("device token of a sign-in", login.path("deviceToken"));
        Response renewed = post("/auth/refresh", Map.of("refreshToken", refresh));
        plant("second refresh token", renewed.path("refreshToken"));
        // Spent: the whole family ends.
        keep(post("/auth/refresh", Map.of("refreshToken", refresh)));
        TestingUser again = signIn(user.username(), String.valueOf(planted.get("really new")));
        plant("third access token", again.token());
        String personal =
                plant(
                        "personal token",
                        signed(again)
                                .body(Map.of("name", "planted", "scopes", List.of("read")))
                                .post("/auth/tokens")
                                .path("token"));
        keep(raw().header("Authorization", "Bearer " + personal).get("/auth/me"));
        keep(
                raw().header("Authorization", "Bearer " + personal)
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/artifacts"));
        Response browser =
                post(
                        "/auth/browser",
                        Map.of("username", user.username(), "password", planted.get("really new")));
        String cookie = plant("cookie", browser.cookie("artifactor"));
        keep(raw().header("Cookie", "artifactor=" + cookie).get("/auth/me"));
        keep(raw().header("Cookie", "artifactor=" + cookie).post("/auth/logout"));
    }

    private void useSecondFactor() {
        TestingUser user = newUser();
        String own = plant("password beside a code", user.password());
        String secret =
                signed(user)
                        .body(Map.of("password", own))
                        .post("/auth/second-factor")
                        .path("secret");
        Authenticator phone = new Authenticator(plant("secret of one-time codes", secret));
        plant("secret of one-time codes in bytes", phone.secretInHex());
        List<String> codes =
                signed(user)
                        .body(Map.of("code", phone.code()))
                        .post("/auth/second-factor/confirmation")
                        .path("recoveryCodes");
        codes.forEach(code -> plant("recovery code " + codes.indexOf(code), code));
        codes.forEach(code -> plant("plain recovery code " + code, code.replace("-", "")));
        Map<String, String> login =
                Map.of("username", user.username(), "password", own, "code", codes.getFirst());
        assertThat(post("/auth/login", login).statusCode()).isEqualTo(200);
        keep(post("/auth/login", login));
        keep(post("/auth/browser", Map.of("username", user.username(), "password", own)));
        for (String change : List.of("recovery-codes", "removal", "confirmation")) {
            keep(
                    signed(user)
                            .body(Map.of("password", own, "code", password(change)))
                            .post("/auth/second-factor/" + change));
        }
        keep(
                signed(user)
                        .body(Map.of("password", own, "cod", codes.getLast()))
                        .post("/auth/second-factor/removal"));
    }

    /** What fails in unusual ways is what is logged. */
    private void breakRequests(TestingUser user) {
        TestingUser signedIn = signIn(user.username(), String.valueOf(planted.get("really new")));
        plant("token of broken requests", signedIn.token());
        keep(signed(signedIn).body("{\"title\": ").post("/artifacts"));
        keep(signed(signedIn).body("[]").post("/artifacts"));
        keep(signed(signedIn).header("Range", "bytes=zz").get("/artifacts/" + UUID.randomUUID()));
        keep(signed(signedIn).get("/search?q=" + "(".repeat(300)));
        keep(signed(signedIn).header("If-Match", "\"x").delete("/auth/sessions"));
    }

    /** The servers' own, which only their files may hold. */
    private void plantOwnSecrets() throws IOException {
        plant("password of the database", RunningServer.stack().database().password());
        plant("password of Elasticsearch", RunningServer.stack().elasticsearch().password());
        plant("password of the administrator", RunningServer.ADMIN_PASSWORD);
        Path key = RunningServer.stack().data().resolve("keys").resolve("signing.jwk");
        String jwk = Files.readString(key);
        plant("signing key", jwk.replaceAll("(?s).*\"d\"\\s*:\\s*\"([^\"]+)\".*", "$1"));
        planted.values().removeIf(String::isEmpty);
    }

    private List<String> foundInLogs() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RunningServer.stack().data().resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                search(file, found);
            }
        }
        // What is there is found.
        assertThat(found).contains(CONTROL);
        found.removeIf(line -> line.equals(CONTROL));
        return found;
    }

    private void search(Path file, List<String> found) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            lines.lines()
                    .forEach(line -> {
                        if (line.contains(STARTED)) {
                            found.add(CONTROL);
                        }
                        planted.forEach((what, secret) -> {
                            if (line.contains(secret)) {
                                found.add(what + " in " + file.getFileName());
                            }
                        });
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> foundInRows() throws SQLException {
        List<String> found = new ArrayList<>();
        long tables = Rows.count("select count(*) from (" + TABLES + ") t");
        assertThat(tables).isGreaterThan(30);
        // What is there is found.
        assertThat(rowsWith(List.of("never planted", RunningServer.ADMIN))).isPositive();
        // All at once, because it takes the text of every row; which it was is asked afterwards.
        if (rowsWith(planted.values()) > 0) {
            for (Map.Entry<String, String> secret : planted.entrySet()) {
                if (rowsWith(List.of(secret.getValue())) > 0) {
                    found.add(secret.getKey());
                }
            }
            assertThat(found).isNotEmpty();
        }
        return found;
    }

    private static long rowsWith(Collection<String> texts) throws SQLException {
        return Rows.count(
                """
                select coalesce(sum((xpath('/row/n/text()', query_to_xml(format(
                    'select count(*) as n from (select t::text as line from %I.%I t offset 0) r
                        where exists (select from unnest(%L::text[]) as x where strpos(r.line, x) > 0)',
                    schemaname, tablename, ?::text[]::text), false, true, '')))[1]::text::bigint), 0)
                from (\
                """
                        + TABLES
                        + ") t",
                (Object) texts.toArray(String[]::new));
    }

    private static Response post(String path, Map<String, ?> body) {
        return raw().contentType(ContentType.JSON).body(body).post(path);
    }

    private static RequestSpecification raw() {
        return given().baseUri(RunningServer.stack().url()).basePath("/api/v1");
    }

    private static RequestSpecification signed(TestingUser user) {
        return raw().header("Authorization", "Bearer " + user.token())
                .contentType(ContentType.JSON);
    }
}
