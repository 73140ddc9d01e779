package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "  artifactor login --admin --username admin",
            "  artifactor login --profile work --server https://artifactor.example.com",
            "  artifactor login --username admin --password-stdin < password.txt",
            "  printf '%%s\\n' \"$OLD\" \"$NEW\" |",
            "      artifactor login --username admin --password-stdin --new-password-stdin",
            "  artifactor login --username admin --password-stdin --code 287082 < password.txt"
        })
final class LoginCommand extends ServerCommand {

    @Option(
            names = "--admin",
            description = "Remember a token that opens the admin commands too, to administrators.")
    private boolean admin;

    @Mixin private final SignIn signIn = new SignIn();

    LoginCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        ServerAddress server = artifactor().destination().address();
        JsonNode me;
        try (SignIn.Session session = signIn.open(artifactor(), Optional.empty())) {
            me = remember(server, session);
        }
        show(
                me,
                () ->
                        terminal()
                                .line(
                                        "Signed in to %s as %s."
                                                .formatted(server, Json.text(me, "username"))));
        if (!artifactor().surroundings().variable("ARTIFACTOR_TOKEN").isEmpty()) {
            terminal()
                    .note(
                            "Note: ARTIFACTOR_TOKEN is set and goes before what was just remembered.");
        }
        return ExitCode.OK;
    }

    /** Trades the session for a token that lasts, and tells who it belongs to. */
    private JsonNode remember(ServerAddress server, SignIn.Session session) {
        ArtifactorClient client = session.client();
        JsonNode me = client.get("/auth/me");
        ObjectNode wish = Json.object().put("name", "artifactor on " + hostName());
        ArrayNode scopes = wish.putArray("scopes").add("read").add("write");
        if (admin || !isOrdinaryUser(me)) {
            scopes.add("admin"); // without it, the token of one who is nothing else opens nothing
        }
        JsonNode token = client.post("/auth/tokens", wish);
        AccountFile file = artifactor().destination().accountFile();
        Optional<Account> before = file.read().filter(a -> a.server().equals(server));
        file.write(
                new Account(
                        server,
                        Json.text(me, "username"),
                        Json.text(token, "token"),
                        Json.text(token, "id"),
                        Json.text(session.document(), "deviceToken")));
        before.ifPresent(account -> revoke(account, client));
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

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.substring(0, Math.min(name.length(), 60));
        } catch (UnknownHostException e) {
            return "an unnamed host";
        }
    }
}
