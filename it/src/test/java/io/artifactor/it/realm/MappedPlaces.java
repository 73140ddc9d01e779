package io.artifactor.it.realm;

import io.artifactor.it.workspace.Places;
import io.restassured.response.Response;
import java.util.Map;

/** The stage of tests of groups that stand for places in workspaces. */
abstract class MappedPlaces extends Places {

    /** Asks for that role there for whoever is in the group. */
    static Response mapping(String realm, String group, String workspace, String role) {
        return send(
                administrator(),
                "/group-mappings",
                Map.of(
                        "realm", realm,
                        "group", group,
                        "workspaceId", workspace,
                        "workspaceRole", role));
    }

    /** The same; the id of what was made of it. */
    static String mapped(String realm, String group, String workspace, String role) {
        return mapping(realm, group, workspace, role).then().statusCode(201).extract().path("id");
    }
}
