package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Workspaces and who is in them. */
@Command(
        name = "workspaces",
        description = "List and make workspaces, look after their members, invite and be invited.",
        footer = {
            "  artifactor workspaces list",
            "  artifactor workspaces create Compilers",
            "  artifactor workspaces invite 01931c2e-7a3b-7c4d-8e5f-001122334455 ada --role editor"
        })
final class WorkspacesCommand extends CommandGroup {

    /** Lists them. */
    @Command(
            name = "list",
            description = "List the workspaces you are in.",
            footer = {"  artifactor workspaces list", "  artifactor workspaces list --json"})
    static final class ListThem extends ServerCommand {

        ListThem(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            JsonNode workspaces = artifactor().client().get("/workspaces");
            show(workspaces, () -> print(workspaces));
            return ExitCode.OK;
        }

        private void print(JsonNode workspaces) {
            Table table = new Table(terminal(), "ID", "ROLE", "MEMBERS", "STATE", "NAME");
            for (JsonNode one : workspaces.path("items")) {
                table.add(
                        Json.text(one, "id"),
                        Json.text(one, "role"),
                        Json.text(one, "memberCount"),
                        state(one),
                        Json.text(one, "name"));
            }
            table.flush();
        }

        private static String state(JsonNode workspace) {
            if (Json.flag(workspace, "personal")) {
                return "personal";
            }
            return Json.text(workspace, "archivedAt").isEmpty() ? "" : "archived";
        }
    }

    /** Makes one. */
    @Command(
            name = "create",
            description = "Make a workspace, whose owner you are. Its id is printed.",
            footer = {
                "  artifactor workspaces create Compilers",
                "  artifactor workspaces create Compilers --description 'All about parsing'"
            })
    static final class Create extends ServerCommand {

        @Parameters(paramLabel = "NAME", description = "What it is called.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private String name;

        @Option(names = "--description", description = "What it is for.")
        private @Nullable String description;

        Create(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            ObjectNode wish = Json.object().put("name", name);
            if (description != null) {
                wish.put("description", description);
            }
            JsonNode made = artifactor().client().post("/workspaces", wish);
            show(made, () -> terminal().line(Json.text(made, "id")));
            return ExitCode.OK;
        }
    }

    /** Lists who is in one. */
    @Command(
            name = "members",
            description = "List the members of a workspace and their roles.",
            footer = {"  artifactor workspaces members 01931c2e-7a3b-7c4d-8e5f-001122334455 --all"})
    static final class Members extends ServerCommand {

        @Parameters(paramLabel = "ID", description = "The workspace's id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID id;

        @Mixin private final ListOptions list = new ListOptions();

        Members(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            String path = "/workspaces/" + id + "/members";
            Pages pages = new Pages(artifactor().client(), path, Query.none(), list.most());
            new Listing(this, pages)
                    .print(
                            new Table(terminal(), "ID", "ROLE", "SINCE", "USER", "NAME"),
                            (rows, one) ->
                                    rows.add(
                                            Json.text(one, "userId"),
                                            Json.text(one, "role"),
                                            rows.time(Json.text(one, "since")),
                                            Json.text(one, "username"),
                                            Json.text(one, "displayName")));
            return ExitCode.OK;
        }
    }

    /** Gives members another role. */
    @Command(
            name = "role",
            description = "Give a member another role: viewer, editor, admin or owner.",
            footer = {
                "  artifactor workspaces role 01931c2e-7a3b-7c4d-8e5f-001122334455 ada admin"
            })
    static final class Role extends ServerCommand {

        @Parameters(index = "0", paramLabel = "ID", description = "The workspace's id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID id;

        @Parameters(index = "1", paramLabel = "USER", description = "The member's user name.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private String user;

        @Parameters(index = "2", paramLabel = "ROLE", description = "What they are from now on.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private String role;

        Role(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            ArtifactorClient client = artifactor().client();
            String path = pathOf(member(client, id, user), id);
            JsonNode member = client.put(path, Json.object().put("role", role));
            show(member, () -> terminal().line(words(member)));
            return ExitCode.OK;
        }
    }

    /** Takes members out. */
    @Command(
            name = "remove",
            description = "Take members out of a workspace; with your own name, leave it.",
            footer = {"  artifactor workspaces remove 01931c2e-7a3b-7c4d-8e5f-001122334455 ada"})
    static final class Remove extends ServerCommand {

        @Parameters(index = "0", paramLabel = "ID", description = "The workspace's id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID id;

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "USER",
                description = "The members' user names.")
        private List<String> users = List.of();

        Remove(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            ArtifactorClient client = artifactor().client();
            OneByOne each = new OneByOne(this);
            for (String user : users) {
                each.run(
                        user,
                        () -> {
                            JsonNode member = member(client, id, user);
                            client.delete(pathOf(member, id));
                            return member;
                        },
                        member -> terminal().line("Removed: " + words(member)));
            }
            return each.end();
        }
    }

    private static String pathOf(JsonNode member, UUID workspace) {
        return "/workspaces/%s/members/%s".formatted(workspace, Json.text(member, "userId"));
    }

    private static String words(JsonNode member) {
        return "%s (%s)".formatted(Json.text(member, "username"), Json.text(member, "role"));
    }

    /** The member of that user name. */
    private static JsonNode member(ArtifactorClient client, UUID workspace, String name) {
        AtomicReference<JsonNode> found = new AtomicReference<>();
        String path = "/workspaces/" + workspace + "/members";
        new Pages(client, path, Query.none(), Long.MAX_VALUE)
                .each(page -> {
                    for (JsonNode member : page.path("items")) {
                        if (key(Json.text(member, "username")).equals(key(name))) {
                            found.set(member);
                        }
                    }
                });
        JsonNode member = found.get();
        if (member == null) {
            throw new Failure(ExitCode.NOT_FOUND, "There is no member " + name);
        }
        return member;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
