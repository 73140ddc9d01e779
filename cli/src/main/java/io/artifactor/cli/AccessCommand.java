package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may read one artifact, and why. */
@Command(
        name = "access",
        description = {
            "List who may read an artifact and why: as a member, by a grant, because it is public.",
            "grant and revoke change what is granted."
        },
        footer = {
            "  artifactor access 01931c2e-7a3b-7c4d-8e5f-001122334455",
            "  artifactor access grant 01931c2e-7a3b-7c4d-8e5f-001122334455 --user ada --role editor",
            "  artifactor access revoke 01931c2e-7a3b-7c4d-8e5f-001122334455 --user ada"
        })
final class AccessCommand extends ServerCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The artifact's id.")
    private @Nullable UUID id;

    @Mixin private final ListOptions list = new ListOptions();

    AccessCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        if (id == null) {
            throw new ParameterException(spec.commandLine(), "Which artifact?");
        }
        String path = "/artifacts/" + id + "/access";
        Pages pages = new Pages(artifactor().client(), path, Query.none(), list.most());
        new Listing(this, pages)
                .print(
                        new Table(terminal(), "KIND", "WHY", "ROLE", "UNTIL", "ID", "WHO"),
                        (rows, one) ->
                                rows.add(
                                        Json.text(one, "granteeKind"),
                                        Json.text(one, "reason"),
                                        Json.text(one, "role"),
                                        rows.time(Json.text(one, "expiresAt")),
                                        Json.text(one, "granteeId"),
                                        Json.text(one, "grantee")));
        return ExitCode.OK;
    }

    private static String words(JsonNode grant) {
        return "%s %s (%s)"
                .formatted(
                        Json.text(grant, "granteeKind"),
                        Json.text(grant, "grantee"),
                        Json.text(grant, "role"));
    }

    /** Lets others read it. */
    @Command(
            name = "grant",
            description = {
                "Let users, groups or the members of a workspace read an artifact, or edit it.",
                "Who has something granted already has it in the new role from now on."
            },
            footer = {
                "  artifactor access grant 01931c2e-7a3b-7c4d-8e5f-001122334455 --user ada",
                "  artifactor access grant 01931c2e-7a3b-7c4d-8e5f-001122334455 \\",
                "      --group Compilers --role editor --days 30"
            })
    static final class Grant extends ServerCommand {

        @Parameters(paramLabel = "ID", description = "The artifact's id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID id;

        @Option(
                names = "--role",
                defaultValue = "viewer",
                description =
                        "viewer reads, editor changes content too (default: ${DEFAULT-VALUE}).")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private String role;

        @Mixin private final Grantees grantees = new Grantees();
        @Mixin private final Lifetime lifetime = new Lifetime();

        Grant(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            ArtifactorClient client = artifactor().client();
            OneByOne each = new OneByOne(this);
            for (Grantees.Grantee grantee : grantees.all()) {
                ObjectNode wish = Json.object().put("role", role);
                lifetime.end().ifPresent(end -> wish.put("expiresAt", end.toString()));
                each.run(
                        grantee.name(),
                        () -> {
                            grantee.writeTo(wish, client);
                            return client.post("/artifacts/" + id + "/grants", wish);
                        },
                        grant -> terminal().line("Granted: " + words(grant)));
            }
            return each.end();
        }
    }

    /** Takes it back. */
    @Command(
            name = "revoke",
            description = "Take back what was granted.",
            footer = {"  artifactor access revoke 01931c2e-7a3b-7c4d-8e5f-001122334455 --user ada"})
    static final class Revoke extends ServerCommand {

        @Parameters(paramLabel = "ID", description = "The artifact's id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID id;

        @Mixin private final Grantees grantees = new Grantees();

        Revoke(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            ArtifactorClient client = artifactor().client();
            OneByOne each = new OneByOne(this);
            for (Grantees.Grantee grantee : grantees.all()) {
                each.run(
                        grantee.name(),
                        () -> revoked(client, grantee),
                        grant -> terminal().line("Revoked: " + words(grant)));
            }
            return each.end();
        }

        private JsonNode revoked(ArtifactorClient client, Grantees.Grantee grantee) {
            String path = "/artifacts/" + id + "/grants";
            for (JsonNode grant : client.get(path).path("items")) {
                if (grantee.is(grant)) {
                    client.delete(
                            "%s/%s/%s"
                                    .formatted(
                                            path, grantee.kind(), Json.text(grant, "granteeId")));
                    return grant;
                }
            }
            throw new Failure(
                    ExitCode.NOT_FOUND,
                    "Nothing is granted to the %s %s".formatted(grantee.kind(), grantee.name()));
        }
    }
}
