package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** To whom something is granted, as people call them. */
final class Grantees {

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "This user; several times for several.")
    private List<String> users = List.of();

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "Whoever is in this group, by its name or id.")
    private List<String> groups = List.of();

    @Option(
            names = "--members-of",
            paramLabel = "WORKSPACE",
            description =
                    "Whoever is a member of this workspace, by its id or, to revoke, its name.")
    private List<String> workspaces = List.of();

    /** At least one of them. */
    List<Grantee> all() {
        List<Grantee> all = new ArrayList<>();
        users.forEach(name -> all.add(new Grantee("user", name)));
        groups.forEach(name -> all.add(new Grantee("group", name)));
        workspaces.forEach(name -> all.add(new Grantee("workspace", name)));
        if (all.isEmpty()) {
            throw Failure.usage("To whom? --user, --group or --members-of");
        }
        return all;
    }

    /**
     * One of them.
     *
     * @param kind as the server calls it: user, group or workspace
     */
    record Grantee(String kind, String name) {

        /** Says in a wish whom it is for. */
        void writeTo(ObjectNode wish, ArtifactorClient client) {
            switch (kind) {
                case "user" -> wish.put("username", name);
                case "group" -> wish.put("groupId", group(client));
                default -> wish.put("workspaceId", name);
            }
        }

        boolean is(JsonNode grant) {
            return kind.equals(Json.text(grant, "granteeKind"))
                    && isCalled(Json.text(grant, "grantee"), Json.text(grant, "granteeId"));
        }

        private boolean isCalled(String theirName, String id) {
            return id.equals(key(name)) || key(theirName).equals(key(name));
        }

        private String group(ArtifactorClient client) {
            List<String> found = new ArrayList<>();
            new Pages(client, "/groups", Query.none(), Long.MAX_VALUE)
                    .each(page -> {
                        for (JsonNode group : page.path("items")) {
                            if (isCalled(Json.text(group, "name"), Json.text(group, "id"))) {
                                found.add(Json.text(group, "id"));
                            }
                        }
                    });
            return found.stream()
                    .findFirst()
                    .orElseThrow(
                            () -> new Failure(ExitCode.NOT_FOUND, "There is no group " + name));
        }

        private static String key(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }
}
