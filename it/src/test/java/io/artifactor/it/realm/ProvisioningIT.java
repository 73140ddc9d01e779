package io.artifactor.it.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Joiners and leavers: what a provider of a realm tells of its people by itself. */
class ProvisioningIT extends Telling {

    @Test
    void somebodyToldOfHasAnAccount() {
        String name = Provider.newName();

        Response told = provider().tellOf(Provider.somebody(name));

        told.then()
                .statusCode(201)
                .contentType(startsWith(Provider.TYPE))
                .header("Location", equalTo(told.<String>path("meta.location")))
                .header("ETag", equalTo(told.<String>path("meta.version")))
                .body("schemas", hasItem("urn:ietf:params:scim:schemas:core:2.0:User"))
                .body("userName", equalTo(name))
                .body("active", equalTo(true))
                .body("emails[0].type", equalTo("work"))
                .body("meta.resourceType", equalTo("User"))
                .body("title", equalTo(null));
        provider()
                .request()
                .get("/Users/" + told.path("id"))
                .then()
                .statusCode(200)
                .body("name.givenName", equalTo("Ada"));
        Map<String, Object> account = account(name);
        assertThat(account)
                .containsEntry("displayName", "Ada " + name)
                .containsEntry("email", name + "@acme.example")
                .containsEntry("active", true);
    }

    @Test
    void peopleAreFoundByNameIdAndAddress() {
        String name = Provider.newName();
        String externalId = UUID.randomUUID().toString();
        provider().tellOf(Provider.somebody(name, externalId)).then().statusCode(201);

        for (String filter :
                List.of(
                        "userName eq \"" + name.toUpperCase(Locale.ROOT) + "\"",
                        "externalId eq \"" + externalId + "\"",
                        "emails eq \"" + name + "@ACME.example\"",
                        "emails[value eq \"" + name + "@acme.example\"]",
                        "userName eq \"%s\" and externalId eq \"%s\""
                                .formatted(name, externalId))) {
            provider()
                    .find("/Users", filter)
                    .then()
                    .statusCode(200)
                    .body("totalResults", equalTo(1))
                    .body("itemsPerPage", equalTo(1))
                    .body("Resources[0].userName", equalTo(name));
        }
        provider()
                .find("/Users", "userName eq \"nobody-" + name + "\"")
                .then()
                .statusCode(200)
                .body("totalResults", equalTo(0))
                .body("Resources", hasSize(0));
    }

    @Test
    void anAccountThatIsThereIsNeverTakenOver() {
        TestingUser local = newUser();
        Map<String, Object> somebody = Provider.somebody(local.username());

        provider()
                .tellOf(somebody)
                .then()
                .statusCode(409)
                .body("scimType", equalTo("uniqueness"))
                .body("status", equalTo("409"));
        provider()
                .find("/Users", "userName eq \"" + local.username() + "\"")
                .then()
                .body("totalResults", equalTo(0));
        assertThat(statusOfMe(local.token())).isEqualTo(200);

        String waiting = waiting(local.username());
        as(administrator())
                .contentType(ContentType.JSON)
                .body(Map.of("userId", account(local.username()).get("id")))
                .put("/realm-identities/" + waiting + "/user")
                .then()
                .statusCode(200);
        provider().tellOf(somebody).then().statusCode(201).body("active", equalTo(true));
        assertThat(statusOfMe(local.token())).isEqualTo(200);
    }

    @Test
    void aLeaverIsOutWithinSecondsAndMayComeBack() {
        String name = Provider.newName();
        String id = provider().joined(name);
        String token = signInAs(name);
        assertThat(statusOfMe(token)).isEqualTo(200);

        provider().setActive(id, false).then().statusCode(200).body("active", equalTo(false));

        await().atMost(OUT).until(() -> statusOfMe(token) == 401);
        provider().setActive(id, true).then().statusCode(200).body("active", equalTo(true));
        assertThat(statusOfMe(token)).isEqualTo(401);
        assertThat(account(name)).containsEntry("active", true);
    }

    @Test
    void whomAnAdministratorShutOutStaysOut() {
        String name = Provider.newName();
        String id = provider().joined(name);
        as(administrator())
                .header("If-Match", "*")
                .delete("/users/" + account(name).get("id"))
                .then()
                .statusCode(204);

        provider().setActive(id, true).then().statusCode(200).body("active", equalTo(false));

        assertThat(account(name)).containsEntry("active", false);
    }

    @Test
    void somebodyRemovedIsOutAndHasTheirAccountAgainWhenToldOfAnew() {
        String name = Provider.newName();
        Map<String, Object> somebody = Provider.somebody(name);
        String id = provider().tellOf(somebody).then().statusCode(201).extract().path("id");
        Object account = account(name).get("id");
        String token = signInAs(name);

        provider().request().delete("/Users/" + id).then().statusCode(204);

        provider().request().get("/Users/" + id).then().statusCode(404);
        provider().request().delete("/Users/" + id).then().statusCode(404);
        await().atMost(OUT).until(() -> statusOfMe(token) == 401);
        provider().tellOf(somebody).then().statusCode(201).body("active", equalTo(true));
        assertThat(account(name)).containsEntry("id", account).containsEntry("active", true);
    }

    @Test
    void whoSomebodyIsIsNeverChanged() {
        String name = Provider.newName();
        String id = provider().joined(name);
        Map<String, Object> other = Provider.somebody(name);

        provider()
                .request()
                .body(other)
                .put("/Users/" + id)
                .then()
                .statusCode(400)
                .body("scimType", equalTo("mutability"));
        provider()
                .patch(
                        "/Users/" + id,
                        Map.of("op", "replace", "path", "externalId", "value", "somebody else"))
                .then()
                .statusCode(400)
                .body("scimType", equalTo("mutability"));
    }

    @Test
    void twoOfOneNameAreRefusedAndASecondTellingToo() {
        String name = Provider.newName();
        Map<String, Object> somebody = Provider.somebody(name);
        provider().tellOf(somebody).then().statusCode(201);

        provider().tellOf(somebody).then().statusCode(409).body("scimType", equalTo("uniqueness"));
        provider().tellOf(Provider.somebody(name.toUpperCase(Locale.ROOT))).then().statusCode(409);
        assertThat(accountsNamed(name)).hasSize(1);
    }

    @Test
    void ofManyWhoTellTheSameAtOnceOneIsHeard() throws Exception {
        Map<String, Object> somebody = Provider.somebody(Provider.newName());
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(() -> provider().tellOf(somebody).statusCode());
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void anythingButWhoTheyAreIsSaidAnew() {
        String name = Provider.newName();
        Map<String, Object> somebody = Provider.somebody(name);
        String id = provider().tellOf(somebody).path("id");
        String renamed = Provider.newName();

        provider()
                .request()
                .body(
                        Map.of(
                                "userName",
                                renamed,
                                "externalId",
                                somebody.get("externalId"),
                                "displayName",
                                "Ada the Second"))
                .put("/Users/" + id)
                .then()
                .statusCode(200)
                .body("userName", equalTo(renamed))
                .body("emails", equalTo(null))
                .body("active", equalTo(true));

        // The name they sign in with here is theirs.
        assertThat(account(name)).containsEntry("displayName", "Ada the Second");
    }

    /** Somebody without a password is given one, and comes in with it. */
    private static String signInAs(String name) {
        String password = "her books at night " + UUID.randomUUID();
        as(administrator())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("password", password))
                .patch("/users/" + account(name).get("id"))
                .then()
                .statusCode(200);
        return signIn(name, password).token();
    }

    private static String waiting(String username) {
        List<String> found =
                as(administrator())
                        .queryParam("waiting", true)
                        .queryParam("size", 100)
                        .get("/realm-identities")
                        .path("items.findAll { it.username == '%s' }.id".formatted(username));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
