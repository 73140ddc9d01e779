package io.artifactor.it.realm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People who come through another realm than before keep their accounts. */
@ExtendWith(RealmServer.class)
class RealmSwitchIT extends Telling {

    private static final String ISSUER = "https://idp.acme.example";

    /** 200 with {@code -Dit.switch.people=200}: each signs in with a password once. */
    private static final int PEOPLE = Integer.getInteger("it.switch.people", 40);

    /** What the provider calls Frieda for ever. */
    private static final String FRIEDA = "0b1f7f0e-52c5-4f0e-8f43-9d4f6a1c2e22";

    @Test
    void peopleOfADirectoryKeepTheirAccountsWhenTheyComeThroughSaml() {
        String prefix = "sw" + UUID.randomUUID().toString().substring(0, 8) + "-";
        List<String> names = IntStream.range(0, PEOPLE).mapToObj(i -> prefix + i).toList();
        Map<String, String> accounts = new HashMap<>();
        for (String name : names) {
            accounts.put(name, accountThroughDirectory(name));
        }
        List<Map<String, String>> lines =
                names.stream().map(name -> line("saml", ISSUER + "|N-" + name, name)).toList();

        List<Map<String, String>> plan = plan(lines);

        assertThat(plan).hasSize(PEOPLE);
        assertThat(plan)
                .allSatisfy(planned -> {
                    assertThat(planned)
                            .containsEntry("outcome", "wouldLink")
                            .containsEntry("by", "username and email")
                            .containsEntry("userId", accounts.get(planned.get("username")));
                });
        assertThat(apply(confirmed(lines, accounts)))
                .hasSize(PEOPLE)
                .allMatch(applied -> "linked".equals(applied.get("outcome")));
        // The realm speaks of each now: nobody waits, nobody gets a second account.
        for (String name : names) {
            provider().tellOf(Provider.somebody(name, "N-" + name)).then().statusCode(201);
        }
        assertThat(plan(lines))
                .allSatisfy(planned -> {
                    assertThat(planned)
                            .containsEntry("outcome", "linked")
                            .containsEntry("userId", accounts.get(planned.get("username")));
                });
        assertThat(accountsWhere("startsWith", prefix)).hasSize(PEOPLE);
    }

    @Test
    void whoWasLinkedBeforehandComesToTheirAccount() {
        String account = accountThroughDirectory("frieda");
        List<Map<String, String>> lines =
                List.of(
                        line(
                                "oidc",
                                RealmServer.stage().keycloak().realm() + "|" + FRIEDA,
                                "frieda"));
        apply(confirmed(lines, Map.of("frieda", account)));

        try (Visitor visitor = new Visitor(RealmServer.stage().keycloak().trust())) {
            visitor.send(
                    visitor.signIn(url(""), "oidc"),
                    Map.of("username", "frieda", "password", "frieda keeps her books"));
            JsonPath me = new JsonPath(visitor.get(url("/api/v1/auth/me")).body());

            assertThat(me.getString("id")).isEqualTo(account);
        }
    }

    @Test
    void whereNobodyCanTellThePlanSaysWhy() {
        TestingUser first = newUser();
        TestingUser second = newUser();
        String address = "x" + UUID.randomUUID() + "@acme.example";
        as(administrator())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("email", address))
                .patch("/users/" + account(second.username()).get("id"))
                .then()
                .statusCode(200);
        Map<String, String> torn = new HashMap<>(line("saml", newSubject(), first.username()));
        torn.put("email", address);
        Map<String, String> one = line("saml", newSubject(), second.username());
        Map<String, String> other = line("saml", newSubject(), second.username());
        Map<String, String> stranger = line("saml", newSubject(), Provider.newName());

        List<Map<String, String>> plan = plan(List.of(torn, one, other, stranger));

        assertThat(plan)
                .extracting(planned -> planned.get("outcome"))
                .containsExactly("conflict", "conflict", "conflict", "wouldCreate");
        assertThat(plan.getFirst().get("reason")).contains(first.username(), second.username());
        assertThat(plan.get(1).get("reason")).contains("same account");
        assertThat(plan(List.of(one)))
                .extracting(planned -> planned.get("outcome"))
                .containsExactly("wouldLink");
        assertThat(plan(List.of(one, one)))
                .extracting(planned -> planned.get("outcome"))
                .containsExactly("conflict", "conflict");
    }

    @Test
    void eachIsLinkedForItselfAndNobodyToAnAccountInUse() {
        String account = (String) account(newUser().username()).get("id");
        String spare = (String) account(newUser().username()).get("id");
        Map<String, String> one = new HashMap<>(line("saml", newSubject(), "one"));
        one.put("userId", account);
        Map<String, String> second = new HashMap<>(line("saml", newSubject(), "second"));
        second.put("userId", account);
        Map<String, String> lost = new HashMap<>(line("saml", newSubject(), "lost"));
        lost.put("userId", UUID.randomUUID().toString());
        Map<String, String> moved = new HashMap<>(one);
        moved.put("userId", spare);

        assertThat(apply(List.of(one, second, lost, moved, one)))
                .extracting(applied -> applied.get("outcome"))
                .containsExactly("linked", "conflict", "conflict", "conflict", "linked");
        assertThat(plan(List.of(line("saml", field(one, "subject").toString(), "whatever"))))
                .extracting(planned -> planned.get("userId"))
                .containsExactly(account);
    }

    @Test
    void tooManyLinesAndNoneAreRefused() {
        for (int number : new int[] {0, 1_001}) {
            List<Map<String, String>> lines = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                lines.add(line("saml", newSubject(), "anna"));
            }
            assertThat(asked("plan", lines).statusCode()).as("%d lines", number).isEqualTo(400);
        }
        assertThat(asked("plan", List.of(line("kerberos", "x", "anna"))).statusCode())
                .isEqualTo(400);
        assertThat(asked("plan", List.of(line("saml", " ", "anna"))).statusCode()).isEqualTo(400);
    }

    private static String newSubject() {
        return ISSUER + "|" + UUID.randomUUID();
    }

    private static Map<String, String> line(String realm, String subject, String name) {
        return Map.of(
                "realm",
                realm,
                "subject",
                subject,
                "username",
                name,
                "email",
                name + "@acme.example");
    }

    private static List<Map<String, String>> confirmed(
            List<Map<String, String>> lines, Map<String, String> accounts) {
        List<Map<String, String>> confirmed = new ArrayList<>();
        for (Map<String, String> line : lines) {
            Map<String, String> more = new HashMap<>(line);
            more.put("userId", accounts.get(line.get("username")));
            confirmed.add(more);
        }
        return confirmed;
    }

    private static List<Map<String, String>> plan(List<Map<String, String>> lines) {
        return asked("plan", lines).then().statusCode(200).extract().path("items");
    }

    private static List<Map<String, String>> apply(List<Map<String, String>> lines) {
        return asked("apply", lines).then().statusCode(200).extract().path("items");
    }

    private static Response asked(String what, List<Map<String, String>> lines) {
        return as(administrator())
                .contentType(ContentType.JSON)
                .body(Map.of("items", lines))
                .post("/realm-identities/" + what);
    }

    private static String accountThroughDirectory(String name) {
        RealmServer.stage().directory().addPerson(name);
        String token =
                given().baseUri(RealmServer.stage().url())
                        .contentType(ContentType.JSON)
                        .body(Map.of("username", name, "password", TestingDirectory.password(name)))
                        .post("/api/v1/auth/login")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("accessToken");
        return given().baseUri(RealmServer.stage().url())
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/auth/me")
                .path("id");
    }

    private static String url(String path) {
        return RealmServer.stage().url() + path;
    }
}
