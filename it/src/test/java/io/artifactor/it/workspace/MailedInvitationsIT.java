package io.artifactor.it.workspace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.microsoft.playwright.Page;
import io.artifactor.it.Browser;
import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.it.identity.Mailbox;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Invitations that go to an address instead of a user. */
class MailedInvitationsIT extends Places {

    private final TestingUser owner = newUser();
    private final String workspace = workspace(owner, "Letters & <Numbers>");
    private final String address = "guest-" + UUID.randomUUID() + "@example.org";

    private Response inviteByMail(String email, String role) {
        return send(
                owner,
                "/workspaces/" + workspace + "/invitations",
                Map.of("email", email, "role", role));
    }

    private String sentToken(int number) {
        return Mailbox.tokenIn(Mailbox.await(address, "#token=ari_", number).get(number - 1));
    }

    private static Response redeem(TestingUser user, String token) {
        return send(user, "/invitations/redeem", Map.of("token", token));
    }

    @Test
    void whoeverFollowsTheLinkBecomesAMemberOnce() {
        inviteByMail(address, "editor")
                .then()
                .statusCode(201)
                .body("email", equalTo(address))
                .body("username", nullValue());
        String token = sentToken(1);
        TestingUser guest = newUser();

        read(guest, workspace).then().statusCode(404);
        String invitation =
                redeem(guest, token)
                        .then()
                        .statusCode(200)
                        .body("workspaceName", equalTo("Letters & <Numbers>"))
                        .body("username", equalTo(guest.username()))
                        .body("role", equalTo("editor"))
                        .extract()
                        .path("id");
        read(guest, workspace).then().statusCode(404);
        redeem(newUser(), token).then().statusCode(400);
        accept(guest, invitation).then().statusCode(200);

        read(guest, workspace).then().statusCode(200);
        redeem(guest, token).then().statusCode(400);
    }

    @Test
    void anotherToTheSameAddressTakesItsPlace() {
        inviteByMail(address, "editor").then().statusCode(201);
        String first = sentToken(1);
        inviteByMail(address.toUpperCase(Locale.ROOT), "viewer").then().statusCode(201);
        Mailbox.await(address.toUpperCase(Locale.ROOT), "#token=ari_", 1);

        redeem(newUser(), first).then().statusCode(400);
        as(owner)
                .get("/workspaces/{id}/invitations", workspace)
                .then()
                .body("items.role", equalTo(List.of("viewer")));
    }

    @Test
    void oneTakenBackOpensNothing() {
        String id = inviteByMail(address, "editor").path("id");
        String token = sentToken(1);
        as(owner)
                .delete("/workspaces/{id}/invitations/{invitation}", workspace, id)
                .then()
                .statusCode(204);

        redeem(newUser(), token).then().statusCode(400);
        redeem(newUser(), "ari_" + "A".repeat(43)).then().statusCode(400);
        redeem(newUser(), "art_guessed").then().statusCode(400);
    }

    @Test
    void membersCannotTakeOneUpAndItStaysGood() {
        inviteByMail(address, "viewer").then().statusCode(201);
        String token = sentToken(1);

        redeem(owner, token).then().statusCode(409);
        redeem(newUser(), token).then().statusCode(200);
    }

    @Test
    void whatIsNoAddressOrNotOneOfBothIsRefused() {
        inviteByMail("nobody", "viewer").then().statusCode(400);
        inviteByMail("a@b.c\r\nBcc: d@e.f", "viewer").then().statusCode(400);
        send(
                        owner,
                        "/workspaces/" + workspace + "/invitations",
                        Map.of("email", address, "username", owner.username(), "role", "viewer"))
                .then()
                .statusCode(400);
        assertThat(Mailbox.mailTo(address)).isEmpty();
    }

    @Test
    void aStrangerSignsInOnTheWayAndAcceptsInTheBrowser() {
        inviteByMail(address, "viewer").then().statusCode(201);
        TestingUser guest = newUser();
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(RunningServer.stack().url() + "/invitation/#token=" + sentToken(1));
            assertThat(page.locator("#stranger")).isVisible();
            assertThat(page.url()).doesNotContain("token");
            page.locator("#stranger a").click();
            page.locator("#username").fill(guest.username());
            page.locator("#password").fill(guest.password());
            page.locator("#form button").click();
            assertThat(page.locator("#open section p"))
                    .containsText("invites you into Letters & <Numbers> as viewer");
            page.getByText("Accept").click();
            assertThat(page.locator("#said")).containsText("You are in Letters & <Numbers> now");
        }

        read(guest, workspace).then().statusCode(200);
    }
}
