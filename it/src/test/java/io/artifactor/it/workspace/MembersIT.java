package io.artifactor.it.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MembersIT extends Places {

    private final TestingUser owner = newUser();
    private final String id = workspace(owner, "Compilers");

    private static List<String> invitations(TestingUser user) {
        return as(user).get("/invitations").path("items.workspaceId");
    }

    @Test
    void theInvitedAreNobodyUntilTheyAccept() {
        TestingUser guest = newUser();

        String invitation =
                invite(owner, id, guest, "editor")
                        .then()
                        .statusCode(201)
                        .body("username", equalTo(guest.username()))
                        .body("workspaceName", equalTo("Compilers"))
                        .body("invitedBy", equalTo(owner.username()))
                        .extract()
                        .path("id");
        read(guest, id).then().statusCode(404);
        addFolder(guest, id, "Too early").then().statusCode(404);
        assertThat(invitations(guest)).containsExactly(id);

        accept(guest, invitation).then().statusCode(200).body("role", equalTo("editor"));
        addFolder(guest, id, "In time").then().statusCode(201);
        assertThat(invitations(guest)).isEmpty();
        accept(guest, invitation).then().statusCode(404);
        read(owner, id).then().body("memberCount", equalTo(2));
    }

    @Test
    void membershipTakesEffectAtOnce() {
        TestingUser guest = newUser();
        assertThat(as(guest).get("/artifacts").statusCode()).isEqualTo(200);
        join(owner, id, guest, "viewer");
        as(guest).queryParam("workspace", id).get("/folders").then().statusCode(200);

        remove(owner, id, guest).then().statusCode(204);

        as(guest).queryParam("workspace", id).get("/folders").then().statusCode(404);
    }

    @Test
    void anInvitationIsForOneUserOnly() {
        TestingUser guest = newUser();
        TestingUser thief = newUser();
        String invitation = invite(owner, id, guest, "viewer").path("id");

        accept(thief, invitation).then().statusCode(404);
        as(thief).post("/invitations/{id}/decline", invitation).then().statusCode(404);
        as(thief).delete("/workspaces/{w}/invitations/{id}", id, invitation).then().statusCode(404);

        accept(guest, invitation).then().statusCode(200);
    }

    @Test
    void whatIsDeclinedOrWithdrawnIsNoMore() {
        TestingUser guest = newUser();
        String declined = invite(owner, id, guest, "viewer").path("id");
        as(guest).post("/invitations/{id}/decline", declined).then().statusCode(204);
        accept(guest, declined).then().statusCode(404);

        String withdrawn = invite(owner, id, guest, "viewer").path("id");
        as(owner).get("/workspaces/{id}/invitations", id).then().body("items", hasSize(1));
        as(owner).delete("/workspaces/{w}/invitations/{id}", id, withdrawn).then().statusCode(204);
        accept(guest, withdrawn).then().statusCode(404);
        as(owner).get("/workspaces/{id}/invitations", id).then().body("items", empty());
    }

    @Test
    void anInvitationThatEndedIsNoMore() throws Exception {
        TestingUser guest = newUser();
        String invitation = invite(owner, id, guest, "viewer").path("id");
        Rows.execute(
                "update invitation set expires_at = now() where id = ?",
                UUID.fromString(invitation));

        accept(guest, invitation).then().statusCode(404);
        assertThat(invitations(guest)).isEmpty();
        invite(owner, id, guest, "editor").then().statusCode(201);
    }

    @Test
    void aNewInvitationTakesThePlaceOfTheOneBefore() {
        TestingUser guest = newUser();
        String first = invite(owner, id, guest, "admin").path("id");
        String second = invite(owner, id, guest, "viewer").path("id");

        accept(guest, first).then().statusCode(404);
        accept(guest, second).then().statusCode(200).body("role", equalTo("viewer"));
        invite(owner, id, guest, "editor").then().statusCode(409);
    }

    @Test
    void nobodyInvitesWhomThereIsNot() {
        String path = "/workspaces/" + id + "/invitations";
        send(owner, path, Map.of("username", "nobody-of-that-name", "role", "viewer"))
                .then()
                .statusCode(400);
        send(owner, path, Map.of("username", "a\u0000b", "role", "viewer")).then().statusCode(400);
        send(owner, path, Map.of("username", newUser().username(), "role", "king"))
                .then()
                .statusCode(400);
    }

    @Test
    void invitationsGoWithWhoMadeThem() {
        TestingUser admin = member(owner, id, "admin");
        TestingUser first = newUser();
        TestingUser second = newUser();
        String byAdmin = invite(admin, id, first, "editor").path("id");
        changeRole(owner, id, admin, "editor").then().statusCode(200);
        accept(first, byAdmin).then().statusCode(404);

        changeRole(owner, id, admin, "admin").then().statusCode(200);
        String again = invite(admin, id, second, "editor").path("id");
        remove(owner, id, admin).then().statusCode(204);
        accept(second, again).then().statusCode(404);
    }

    @Test
    void anAdminManagesAllButOwners() {
        TestingUser admin = member(owner, id, "admin");
        TestingUser editor = member(admin, id, "editor");

        changeRole(admin, id, editor, "viewer").then().statusCode(200);
        changeRole(admin, id, editor, "owner").then().statusCode(403);
        changeRole(admin, id, owner, "viewer").then().statusCode(403);
        changeRole(admin, id, admin, "owner").then().statusCode(403);
        invite(admin, id, newUser(), "owner").then().statusCode(403);
        remove(admin, id, owner).then().statusCode(403);
        remove(admin, id, editor).then().statusCode(204);
    }

    @Test
    void editorsAndViewersManageNobody() {
        TestingUser other = member(owner, id, "viewer");
        for (String role : List.of("editor", "viewer")) {
            TestingUser member = member(owner, id, role);
            invite(member, id, newUser(), "viewer").then().statusCode(403);
            changeRole(member, id, member, "admin").then().statusCode(403);
            remove(member, id, other).then().statusCode(403);
            as(member).get("/workspaces/{id}/invitations", id).then().statusCode(403);
            as(member).get("/workspaces/{id}/members", id).then().statusCode(200);
        }
    }

    @Test
    void aViewerReadsAndAnEditorChanges() {
        TestingUser viewer = member(owner, id, "viewer");
        TestingUser editor = member(owner, id, "editor");

        addFolder(viewer, id, "No").then().statusCode(403);
        addFolder(editor, id, "Yes").then().statusCode(201);
        changeRole(owner, id, viewer, "editor").then().statusCode(200);
        addFolder(viewer, id, "Now").then().statusCode(201);
        changeRole(owner, id, editor, "viewer").then().statusCode(200);
        addFolder(editor, id, "Not now").then().statusCode(403);
    }

    @Test
    void theLastOwnerStays() {
        remove(owner, id, owner).then().statusCode(409);
        changeRole(owner, id, owner, "admin").then().statusCode(409);

        TestingUser second = member(owner, id, "editor");
        changeRole(owner, id, second, "owner").then().statusCode(200);
        remove(owner, id, owner).then().statusCode(204);
        read(owner, id).then().statusCode(404);
        remove(second, id, second).then().statusCode(409);
    }

    @Test
    void ofTwoOwnersWhoLeaveAtTheSameTimeOneStays() throws Exception {
        TestingUser second = member(owner, id, "owner");
        CyclicBarrier start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> leaving =
                    List.of(owner, second).stream()
                            .<Callable<Integer>>map(user ->
                                    () -> {
                                        String self = idOf(user);
                                        start.await();
                                        return as(user).delete(
                                                        "/workspaces/{id}/members/{user}", id, self)
                                                .statusCode();
                                    })
                            .toList();
            List<Integer> answers =
                    threads.invokeAll(leaving).stream().map(Future::resultNow).toList();
            assertThat(answers).containsExactlyInAnyOrder(204, 409);
        }
    }

    @Test
    void membersAreListedByNameInPages() {
        TestingUser second = member(owner, id, "viewer");
        TestingUser third = member(owner, id, "editor");
        List<String> names =
                List.of(owner, second, third).stream().map(TestingUser::username).sorted().toList();

        var page =
                as(second)
                        .queryParams(Map.of("size", 2, "total", true))
                        .get("/workspaces/{id}/members", id);
        page.then().body("items.username", contains(names.get(0), names.get(1)));
        page.then().body("total", equalTo(3));
        as(second)
                .queryParams(Map.of("size", 2, "cursor", page.jsonPath().getString("next")))
                .get("/workspaces/{id}/members", id)
                .then()
                .body("items.username", contains(names.get(2)));
    }

    @Test
    void membersTakeAStatementHoweverManyThereAre() {
        for (int i = 0; i < 3; i++) {
            member(owner, id, "viewer");
        }
        String few =
                as(owner)
                        .queryParam("size", 1)
                        .get("/workspaces/{id}/members", id)
                        .header("X-Sql-Statements");
        String all = as(owner).get("/workspaces/{id}/members", id).header("X-Sql-Statements");

        assertThat(Integer.parseInt(all)).isEqualTo(Integer.parseInt(few)).isLessThanOrEqualTo(2);
    }
}
