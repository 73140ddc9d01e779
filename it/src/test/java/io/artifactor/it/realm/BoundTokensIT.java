package io.artifactor.it.realm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.ServerTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Access tokens of the provider that are bound to a key of the client's (RFC 9449). */
@ExtendWith(RealmServer.class)
class BoundTokensIT extends ServerTest {

    private static final String ME = "/api/v1/auth/me";
    private static final String NAME = "wiebke";

    private final ProofKey key = ProofKey.make();
    private String token = "";

    @BeforeEach
    void askForAToken() {
        JsonPath answers =
                new JsonPath(
                        RealmServer.stage()
                                .keycloak()
                                .boundTokens("harvester", NAME, NAME + " keeps her books", key));
        assertThat(answers.getString("token_type")).isEqualTo("DPoP");
        token = answers.getString("access_token");
    }

    private static String address(String path) {
        return RealmServer.stage().url() + path;
    }

    private String proof() {
        return key.proof("GET", address(ME), token);
    }

    private static RequestSpecification request(String authorization, String... proofs) {
        RequestSpecification request =
                given().baseUri(RealmServer.stage().url()).header("Authorization", authorization);
        for (String proof : proofs) {
            request.header("DPoP", proof);
        }
        return request;
    }

    private Response me(String... proofs) {
        return request("DPoP " + token, proofs).get(ME);
    }

    private static void assertRefused(Response answer, String code, String error) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo(code);
        assertThat(answer.header("WWW-Authenticate"))
                .startsWith("DPoP ")
                .contains("error=\"" + error + '"')
                .contains("algs=\"ES256 ");
    }

    private static void assertProofRefused(Response answer) {
        assertRefused(answer, "proof-refused", "invalid_dpop_proof");
    }

    @Test
    void whoHasTheKeyMayWhatTheyMay() {
        Response me = me(proof());
        assertThat(me.statusCode()).as(me.asString()).isEqualTo(200);
        assertThat(me.<String>path("username")).isEqualTo(NAME);

        String artifacts = "/api/v1/artifacts";
        int kept =
                request("DPoP " + token, key.proof("POST", address(artifacts), token))
                        .contentType(ContentType.JSON)
                        .body(Map.of("title", "A bound note", "content", UUID.randomUUID()))
                        .post(artifacts)
                        .statusCode();
        int listed =
                request("DPoP " + token, key.proof("GET", address(artifacts), token))
                        .queryParam("limit", 1)
                        .get(artifacts)
                        .statusCode();
        assertThat(List.of(kept, listed)).containsExactly(201, 200);
    }

    @Test
    void aProofIsGoodOnce() {
        String proof = proof();

        assertThat(me(proof).statusCode()).isEqualTo(200);
        assertProofRefused(me(proof));
        assertThat(me(proof()).statusCode()).isEqualTo(200);
    }

    @Test
    void ofManyAtOnceOneIsTaken() throws Exception {
        String proof = proof();
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                answers.add(many.submit(() -> me(proof).statusCode()));
            }
        }

        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            codes.add(answer.get());
        }
        assertThat(codes).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @Test
    void whoHasTheTokenAloneIsRefused() {
        assertRefused(request("Bearer " + token).get(ME), "proof-required", "invalid_token");
        assertRefused(
                request("Bearer " + token, proof()).get(ME), "proof-required", "invalid_token");
        assertRefused(me(), "proof-required", "invalid_token");
        assertProofRefused(me(ProofKey.make().proof("GET", address(ME), token)));
    }

    @Test
    void aProofForSomethingElseIsRefused() {
        assertProofRefused(me(key.proof("POST", address(ME), token)));
        assertProofRefused(me(key.proof("GET", address("/api/v1/users"), token)));
        assertProofRefused(me(key.proof("GET", "https://evil.example" + ME, token)));
        assertProofRefused(me(key.proof("GET", address(ME), token + 'x')));
        assertProofRefused(me(key.proof("GET", address(ME))));
        assertProofRefused(me(proof(), proof()));
    }

    @Test
    void aTokenThatIsBoundToNothingIsSentAsABearers() {
        String bearers =
                new JsonPath(
                                RealmServer.stage()
                                        .keycloak()
                                        .tokens("harvester", NAME, NAME + " keeps her books"))
                        .getString("access_token");

        assertThat(request("Bearer " + bearers).get(ME).statusCode()).isEqualTo(200);
        assertRefused(
                request("DPoP " + bearers, key.proof("GET", address(ME), bearers)).get(ME),
                "unauthenticated",
                "invalid_token");
    }

    @Test
    void soIsATokenOfOurs() {
        String ours = newUser().token();

        assertRefused(
                request("DPoP " + ours, key.proof("GET", address(ME), ours)).get(ME),
                "unauthenticated",
                "invalid_token");
    }

    @Test
    void aRefusalIsInTheAuditLog() {
        String from = "2001:db8:%x:%x::1".formatted(port(), port());
        Response refused = request("Bearer " + token).header("X-Forwarded-For", from).get(ME);
        assertThat(refused.statusCode()).isEqualTo(401);

        List<String> reasons =
                as(administrator())
                        .queryParam("action", "sign-in-refused")
                        .get("/audit")
                        .path("items.findAll { it.address == '%s' }.detail.reason".formatted(from));
        assertThat(reasons).containsExactly("provider-token-proof");
    }

    /** A number that is another in each run. */
    private static int port() {
        return TestingKeycloak.freePort();
    }
}
