package io.artifactor.it.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPException;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in with name and password of an Active Directory. */
class ActiveDirectoryIT extends DirectoryContract {

    @BeforeAll
    static void moveIn() throws IOException, LDAPException {
        RealmServer.stage()
                .ask(
                        TestingDirectory.ofActiveDirectory(),
                        "realms/active-directory/active-directory.xml",
                        Map.of());
    }

    @AfterAll
    static void moveOut() throws IOException {
        RealmServer.stage().askTheFirst();
    }

    @Override
    String called(String name) {
        return "ad-" + name;
    }

    @Test
    void theAddressOfTheirsInTheDirectoryWillDoAsAName() {
        directory().addPerson("ad-yara");

        Response byName = me(token("ad-yara"));
        Response login = login("ad-yara@acme.example", TestingDirectory.password("ad-yara"));

        assertThat(login.statusCode()).as(login.asString()).isEqualTo(200);
        Response byAddress = me(login.path("accessToken"));
        assertThat(byAddress.<String>path("id")).isEqualTo(byName.path("id"));
        assertThat(byAddress.<String>path("username")).isEqualTo("ad-yara");
    }

    @Test
    void whoIsRenamedIsTheSameAsBefore() {
        directory().addPerson("ad-xenia");
        String id = me(token("ad-xenia")).path("id");

        directory().rename("ad-xenia", "ad-xena");

        Response login = login("ad-xena", TestingDirectory.password("ad-xenia"));
        assertThat(login.statusCode()).as(login.asString()).isEqualTo(200);
        assertThat(me(login.path("accessToken")).<String>path("id")).isEqualTo(id);
        assertThat(login("ad-xenia", TestingDirectory.password("ad-xenia")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theirLastingIdIsTextThatCanBeReadAgain() {
        directory().addPerson("ad-zoe");
        String user = me(token("ad-zoe")).path("id");

        String subject =
                as(administrator())
                        .queryParam("userId", user)
                        .get("/realm-identities")
                        .path("items[0].subject");

        assertThat(subject).matches("[0-9a-f]{32}");
    }

    @Test
    void whoMayNotSignInThereAnyMoreIsSignedOutHere() {
        directory().addPerson("ad-bella");
        String token = token("ad-bella");

        directory().disable("ad-bella");

        await().atMost(Duration.ofSeconds(20)).until(() -> statusOfMe(token) == 401);
        assertThat(login("ad-bella", TestingDirectory.password("ad-bella")).statusCode())
                .isEqualTo(401);
    }
}
