package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a person signs in with a password, at the terminal or from a script. */
final class SignIn {

    private static final int TRIES = 3;
    private static final Set<String> ABOUT_THE_CODE =
            Set.of("second-factor-required", "second-factor-refused");

    private static final String KEYS_ONLY = "The account has a security key, which takes a browser";
    private static final String INSTEAD =
            "use a personal token made there, or set up one-time codes as well";

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

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description =
                    "A one-time code or a recovery code, of who has a second factor. Each is good once.")
    private @Nullable String code;

    /**
     * Opens a session.
     *
     * @param known whose password is asked for if the command does not say
     */
    Session open(Artifactor artifactor, Optional<String> known) {
        Terminal terminal = artifactor.terminal();
        ServerAddress server = artifactor.destination().address();
        Optional<String> given = Optional.ofNullable(username).or(() -> known);
        if (!terminal.screen().interactive() && (given.isEmpty() || !passwordStdin)) {
            throw Failure.usage("Without a terminal, give --username and --password-stdin");
        }
        if (server.openToListeners()) {
            terminal.note(
                    "Warning: " + server + " is not encrypted; others may read the password.");
        }
        String name = given.orElseGet(() -> terminal.ask("User name at " + server + ": "));
        String password =
                passwordStdin
                        ? terminal.readLine()
                        : terminal.askSecret("Password of " + name + ": ");
        String device = deviceToken(artifactor, server, name);
        Session session = begin(server, terminal, wish(name, password, device));
        if (session.mustChangePassword()) {
            // It ends all sign-ins but this one.
            changePassword(session, terminal, password);
        }
        return session;
    }

    /** Strangers who guess the password keep nobody out on a device the account knows. */
    private static String deviceToken(Artifactor artifactor, ServerAddress server, String name) {
        return artifactor
                .destination()
                .accountFile()
                .read()
                .filter(known -> known.server().equals(server) && known.username().equals(name))
                .map(Account::deviceToken)
                .orElse("");
    }

    private static ObjectNode wish(String name, String password, String device) {
        ObjectNode wish = Json.object().put("username", name).put("password", password);
        return device.isEmpty() ? wish : wish.put("deviceToken", device);
    }

    private Session begin(ServerAddress server, Terminal terminal, ObjectNode wish) {
        if (code != null) {
            wish.put("code", code);
        }
        ArtifactorClient nobody = new ArtifactorClient(server, null);
        for (int attempt = 0; ; attempt++) {
            try {
                JsonNode document = nobody.post("/auth/login", wish);
                String access = Json.text(document, "accessToken");
                return new Session(new ArtifactorClient(server, access), document, terminal);
            } catch (ServerProblem refused) {
                if (!ABOUT_THE_CODE.contains(refused.code()) || attempt == TRIES) {
                    throw refused;
                }
                wish.put("code", askCode(terminal, refused));
            }
        }
    }

    private String askCode(Terminal terminal, ServerProblem refused) {
        boolean wrong = refused.code().equals("second-factor-refused");
        if (!terminal.screen().interactive()) {
            throw wrong ? refused : new Failure(ExitCode.FORBIDDEN, missing(refused));
        }
        if (wrong) {
            terminal.note(refused.text());
        }
        if (refused.keysOnly()) {
            terminal.note(KEYS_ONLY + "; give a recovery code, " + INSTEAD);
            return terminal.ask("Recovery code: ");
        }
        return terminal.ask("One-time or recovery code: ");
    }

    private static String missing(ServerProblem refused) {
        return refused.keysOnly()
                ? KEYS_ONLY + "; give a recovery code with --code, " + INSTEAD
                : "The account has a second factor; give a one-time code with --code";
    }

    private void changePassword(Session session, Terminal terminal, String current) {
        if (newPasswordStdin) {
            change(session, current, terminal.readLine());
            return;
        }
        if (!terminal.screen().interactive()) {
            throw new Failure(
                    ExitCode.FORBIDDEN,
                    "The password has to be changed first; give a new one with --new-password-stdin");
        }
        terminal.note("This password has to be changed before anything else.");
        for (int attempt = 1; ; attempt++) {
            String chosen = askTwice(terminal, "New password: ");
            try {
                change(session, current, chosen);
                return;
            } catch (ServerProblem refused) {
                if (refused.status() != 400 || attempt == TRIES) {
                    throw refused;
                }
                terminal.note(refused.text());
            }
        }
    }

    /** A password nobody can check but who types it. */
    static String askTwice(Terminal terminal, String question) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            String once = terminal.askSecret(question);
            if (once.equals(terminal.askSecret("The same again: "))) {
                return once;
            }
            terminal.note("These two differ.");
        }
        throw new Failure(ExitCode.FAILED, "No password was chosen");
    }

    private static void change(Session session, String current, String chosen) {
        session.client()
                .post(
                        "/auth/password",
                        Json.object().put("currentPassword", current).put("newPassword", chosen));
    }

    /**
     * What a password opens, until it is closed.
     *
     * @param client asks with the session's own short-lived token
     */
    record Session(ArtifactorClient client, JsonNode document, Terminal terminal)
            implements AutoCloseable {

        boolean mustChangePassword() {
            return Json.flag(document, "passwordChangeRequired");
        }

        @Override
        public void close() {
            try {
                client.post(
                        "/auth/logout",
                        Json.object().put("refreshToken", Json.text(document, "refreshToken")));
            } catch (Failure stillOpen) {
                terminal.note(
                        "Note: the password session ends by itself later: " + stillOpen.text());
            }
        }
    }
}
