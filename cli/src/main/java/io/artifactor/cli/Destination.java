package io.artifactor.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * Where a command goes and as whom: what the command line says goes before the environment, that
 * before the configuration file, that before what was remembered at the last sign-in.
 */
final class Destination {

    private final Surroundings surroundings;

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description =
                    "The server; otherwise ARTIFACTOR_URL, the profile's, or the one signed in to.")
    private @Nullable String server;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "A profile of the configuration file; otherwise ARTIFACTOR_PROFILE.")
    private @Nullable String profile;

    @Option(
            names = "--workspace",
            paramLabel = "ID",
            scope = ScopeType.INHERIT,
            description =
                    "Where things go, and whose folders, categories and activity; otherwise"
                            + " ARTIFACTOR_WORKSPACE, the profile's, or your own.")
    private @Nullable String workspace;

    Destination(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Profile profile() {
        Settings settings = surroundings.settings();
        return settings.profile(given(profile, "ARTIFACTOR_PROFILE").orElseGet(settings::chosen));
    }

    ServerAddress address() {
        Optional<String> given = given(server, "ARTIFACTOR_URL");
        if (given.isPresent()) {
            return ServerAddress.of(given.get());
        }
        Profile chosen = profile();
        Optional<ServerAddress> known =
                chosen.server().or(() -> file(chosen).read().map(Account::server));
        if (known.isEmpty() && !chosen.known() && !chosen.isUsual()) {
            throw Failure.usage(
                    "There is no profile '%s' in %s, and no one signed in with it"
                            .formatted(chosen.name(), surroundings.settings().file()));
        }
        return known.orElseGet(() -> ServerAddress.of(ServerAddress.USUAL));
    }

    /** The workspace that is meant, by its id; the user's own if empty. */
    Optional<String> workspace() {
        return given(workspace, "ARTIFACTOR_WORKSPACE").or(() -> profile().workspace());
    }

    /** Where the account of the profile is remembered. */
    AccountFile accountFile() {
        return file(profile());
    }

    /** Who signed in there last. */
    Optional<String> username() {
        ServerAddress address = address();
        return accountFile()
                .read()
                .filter(account -> account.server().equals(address))
                .map(Account::username);
    }

    /**
     * A way to the server as the user who is signed in there. A stored token goes to the server it
     * came from and to no other.
     */
    ArtifactorClient client() {
        ServerAddress address = address();
        return new ArtifactorClient(address, token(address), Retries.in(surroundings));
    }

    private String token(ServerAddress address) {
        String token = surroundings.variable("ARTIFACTOR_TOKEN");
        if (!token.isEmpty()) {
            return token;
        }
        String file = surroundings.variable("ARTIFACTOR_TOKEN_FILE");
        if (!file.isEmpty()) {
            return new SecretFile(Path.of(file)).read();
        }
        Profile chosen = profile();
        if (chosen.tokenFile().isPresent() && chosen.server().equals(Optional.of(address))) {
            return new SecretFile(chosen.tokenFile().get()).read();
        }
        AccountFile remembered = file(chosen);
        Optional<Account> account = remembered.read().filter(a -> a.server().equals(address));
        if (account.isEmpty()) {
            throw new Failure(
                    ExitCode.FORBIDDEN,
                    "Not signed in to %s; run: artifactor login --server %s%s"
                            .formatted(
                                    address,
                                    address,
                                    chosen.isUsual() ? "" : " --profile " + chosen.name()));
        }
        new SecretFile(remembered.path()).requireOwnersAlone();
        return account.get().token();
    }

    private AccountFile file(Profile chosen) {
        return surroundings.accountFile(chosen);
    }

    private Optional<String> given(@Nullable String option, String variable) {
        String fromEnvironment = surroundings.variable(variable);
        if (option != null) {
            return Optional.of(option);
        }
        return fromEnvironment.isEmpty() ? Optional.empty() : Optional.of(fromEnvironment);
    }
}
