package io.artifactor.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Revokes the remembered token at its server, then forgets it here. */
@Command(
        name = "logout",
        description = "Revoke the remembered token at the server and forget it here.",
        footer = {"  artifactor logout", "  artifactor logout --local"})
final class LogoutCommand extends ServerCommand {

    @Option(
            names = "--local",
            description = "Only forget the token here; it stays valid at the server.")
    private boolean local;

    LogoutCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        AccountFile file = artifactor().destination().accountFile();
        Optional<Account> account = local ? Optional.empty() : file.read();
        account.ifPresent(LogoutCommand::revoke);
        file.remove();
        String said =
                account.map(a -> "Signed out from %s.".formatted(a.server()))
                        .orElse(local ? "The token is forgotten here." : "Nobody was signed in.");
        show(Json.object().put("signedOut", account.isPresent()), () -> terminal().line(said));
        return ExitCode.OK;
    }

    private static void revoke(Account account) {
        ArtifactorClient client = new ArtifactorClient(account.server(), account.token());
        try {
            client.delete("/auth/tokens/" + account.tokenId());
        } catch (ServerProblem refused) {
            boolean gone = refused.status() == 401 || refused.status() == 404;
            if (!gone) {
                throw keep(refused);
            }
        } catch (ServerAway away) {
            throw keep(away);
        }
    }

    private static Failure keep(Failure failure) {
        return new Failure(
                failure.exitCode(),
                failure.text()
                        + " The token was kept; `artifactor logout --local` forgets it anyway.",
                failure);
    }
}
