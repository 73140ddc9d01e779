package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Signs in and remembers a personal access token. The password is used for this moment only; the
 * session it opened is ended again, and a token of an earlier sign-in to the same server revoked.
 */
@Command(
        name = "login",
        description = {
            "Sign in to a server and remember a personal access token for the other commands.",
            "A password that has to be changed is changed on the way."
        },
        footer = {
            "  artifactor login",
            "  artifactor login --server https://artifactor.example.com --username anna",
            "  artifactor login --username admin --password-stdin < password.txt",
            "  printf '%%s\\n' \"$OLD\" \"$NEW\" |",
            "      artifactor login --username admin --password-stdin --new-password-stdin"
        })
final class LoginCommand extends ServerCommand {

    private static final int TRIES = 3;

    @Option(names = "--username", paramLabel = "NAME", description = "Who signs in.")
    private @Nullable String username;

    @Option(
            names = "--password-stdin",
            description = "Read the password from the first line of the standard input.")
    private boolean passwordStdin;

    @Option(
            names = "--new-password-stdin",
            description =
                    "Read the new password from the (next) line of the standard input, should one be required.")
    private boolean newPasswordStdin;

    LoginCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        ServerAddress server = artifactor().address();
        if (!terminal().screen().interactive() && (username == null || !passwordStdin)) {
            throw Failure.usage("Without a terminal, give --username and --password-stdin");
        }
        if (server.openToListeners()) {
            terminal()
                    .note(
                            "Warning: "
                                    + server
                                    + " is not encrypted; others may read the password.");
        }
        String name = username == null ? terminal().ask("User name at " + server + ": ") : username;
        String password = password(name);
        ArtifactorClient anonymous = new ArtifactorClient(server, null);
        JsonNode session = signIn(anonymous, name, password);
        if (Json.flag(session, "passwordChangeRequired")) {
            String changed = changePassword(server, session, password);
            session = signIn(anonymous, name, changed);
        }
        JsonNode me = remember(server, session);
        show(
                me,
                () ->
                        terminal()
                                .line(
                                        "Signed in to %s as %s."
                                                .formatted(server, Json.text(me, "username"))));
        if (!artifactor().environment("ARTIFACTOR_TOKEN").isEmpty()) {
            terminal()
                    .note(
                            "Note: ARTIFACTOR_TOKEN is set and goes before what was just remembered.");
        }
        return ExitCode.OK;
    }

    private String password(String name) {
        return passwordStdin
                ? terminal().readLine()
                : terminal().askSecret("Password of " + name + ": ");
    }

    private static JsonNode signIn(ArtifactorClient anonymous, String name, String password) {
        return anonymous.post(
                "/auth/login", Json.object().put("username", name).put("password", password));
    }

    private String changePassword(ServerAddress server, JsonNode session, String current) {
        ArtifactorClient client = new ArtifactorClient(server, Json.text(session, "accessToken"));
        if (newPasswordStdin) {
            String chosen = terminal().readLine();
            change(client, current, chosen);
            return chosen;
        }
        if (!terminal().screen().interactive()) {
            throw new Failure(
                    ExitCode.FORBIDDEN,
                    "The password has to be changed first; give a new one with --new-password-stdin");
        }
        terminal().note("This password has to be changed before anything else.");
        for (int attempt = 1; ; attempt++) {
            String chosen = askNewPassword();
            try {
                change(client, current, chosen);
                return chosen;
            } catch (ServerProblem refused) {
                if (refused.status() != 400 || attempt == TRIES) {
                    throw refused;
                }
                terminal().note(refused.text());
            }
        }
    }

    private String askNewPassword() {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            String once = terminal().askSecret("New password: ");
            if (once.equals(terminal().askSecret("The same again: "))) {
                return once;
            }
            terminal().note("These two differ.");
        }
        throw new Failure(ExitCode.FAILED, "No new password was chosen");
    }

    private static void change(ArtifactorClient client, String current, String chosen) {
        client.post(
                "/auth/password",
                Json.object().put("currentPassword", current).put("newPassword", chosen));
    }

    /** Trades the session for a token that lasts, and tells who it belongs to. */
    private JsonNode remember(ServerAddress server, JsonNode session) {
        ArtifactorClient client = new ArtifactorClient(server, Json.text(session, "accessToken"));
        JsonNode me = client.get("/auth/me");
        ObjectNode wish = Json.object().put("name", "artifactor on " + hostName());
        ArrayNode scopes = wish.putArray("scopes").add("read").add("write");
        if (!isOrdinaryUser(me)) {
            scopes.add("admin"); // without it, the token of one who is nothing else opens nothing
        }
        JsonNode token = client.post("/auth/tokens", wish);
        ConfigFile file = artifactor().surroundings().configFile();
        Optional<Account> before = file.read().filter(a -> a.server().equals(server));
        file.write(
                new Account(
                        server,
                        Json.text(me, "username"),
                        Json.text(token, "token"),
                        Json.text(token, "id")));
        before.ifPresent(account -> revoke(account, client));
        end(client, session);
        return me;
    }

    private static boolean isOrdinaryUser(JsonNode me) {
        for (JsonNode role : me.path("roles")) {
            if (role.asText().equals("user")) {
                return true;
            }
        }
        return false;
    }

    /** It may be another user's, or be gone already, and neither is worth a word. */
    private static void revoke(Account account, ArtifactorClient session) {
        String path = "/auth/tokens/" + account.tokenId();
        try {
            session.delete(path);
        } catch (ServerProblem notOurs) {
            try {
                new ArtifactorClient(account.server(), account.token()).delete(path);
            } catch (Failure gone) {
                return;
            }
        }
    }

    private void end(ArtifactorClient client, JsonNode session) {
        try {
            client.post(
                    "/auth/logout",
                    Json.object().put("refreshToken", Json.text(session, "refreshToken")));
        } catch (Failure stillOpen) {
            terminal().note("Note: the password session ends by itself later: " + stillOpen.text());
        }
    }

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.substring(0, Math.min(name.length(), 60));
        } catch (UnknownHostException e) {
            return "an unnamed host";
        }
    }
}
