package io.artifactor.cli;

import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command above the commands: what they share, and the way from an error to an exit code. */
@Command(
        name = "artifactor",
        description = "Your library of what AI chats produce, from the command line.",
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        usageHelpWidth = 100,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:wrong arguments",
            "3:not signed in, or not allowed",
            "4:not found",
            "5:imported with broken or unreadable items (only with --strict)",
            "6:server not reachable",
            "7:somebody else changed it meanwhile"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  artifactor login --server https://artifactor.example.com",
            "  artifactor import export.zip",
            "  artifactor search dijkstra --language python",
            "  artifactor COMMAND --help"
        })
final class Artifactor implements Runnable {

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // the parser acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version of this command.")
    @SuppressWarnings("UnusedVariable") // the parser acts on it
    private boolean version;

    @Mixin private final Destination destination;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print the server's answer as one JSON document.")
    private boolean json;

    private Artifactor(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.destination = new Destination(surroundings);
    }

    static CommandLine commandLine(Surroundings surroundings) {
        Artifactor artifactor = new Artifactor(surroundings);
        Terminal terminal = surroundings.terminal();
        return withCommands(artifactor)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(
                                terminal.screen().colour() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((e, arguments) -> misused(terminal, e))
                .setExecutionExceptionHandler((e, line, parsed) -> failed(terminal, e));
    }

    private static CommandLine withCommands(Artifactor artifactor) {
        return new CommandLine(artifactor)
                .addSubcommand(new LoginCommand(artifactor))
                .addSubcommand(new LogoutCommand(artifactor))
                .addSubcommand(new WhoamiCommand(artifactor))
                .addSubcommand(new ImportCommand(artifactor))
                .addSubcommand(new ImportsCommand(artifactor))
                .addSubcommand(new PutCommand(artifactor))
                .addSubcommand(new LsCommand(artifactor))
                .addSubcommand(new ShowCommand(artifactor))
                .addSubcommand(new GetCommand(artifactor))
                .addSubcommand(new CatCommand(artifactor))
                .addSubcommand(new MoveCommand(artifactor))
                .addSubcommand(tagCommand(artifactor))
                .addSubcommand(new SearchCommand(artifactor))
                .addSubcommand(new VersionsCommand(artifactor))
                .addSubcommand(new DiffCommand(artifactor))
                .addSubcommand(sharing(artifactor))
                .addSubcommand(new VisibilityCommand(artifactor))
                .addSubcommand(access(artifactor))
                .addSubcommand(workspaces(artifactor))
                .addSubcommand(new QuotaCommand(artifactor))
                .addSubcommand(new RmCommand(artifactor))
                .addSubcommand(operations(artifactor))
                .addSubcommand(new ActivityCommand(artifactor))
                .addSubcommand(tokens(artifactor))
                .addSubcommand(sessions(artifactor))
                .addSubcommand(administration(artifactor))
                .addSubcommand(new CompletionCommand(artifactor.terminal()));
    }

    /** Behind its id stand tags to take away, which look like options. */
    private static CommandLine tagCommand(Artifactor artifactor) {
        return new CommandLine(new TagCommand(artifactor)).setStopAtPositional(true);
    }

    private static CommandLine operations(Artifactor artifactor) {
        return new CommandLine(new OperationsCommand())
                .addSubcommand(new OperationsCommand.ListThem(artifactor))
                .addSubcommand(new OperationsCommand.Show(artifactor))
                .addSubcommand(new OperationsCommand.Wait(artifactor))
                .addSubcommand(new OperationsCommand.Stop(artifactor))
                .addSubcommand(new OperationsCommand.Restart(artifactor));
    }

    private static CommandLine tokens(Artifactor artifactor) {
        return new CommandLine(new TokenCommand())
                .addSubcommand(new TokenCommand.Create(artifactor))
                .addSubcommand(new TokenCommand.ListThem(artifactor))
                .addSubcommand(new TokenCommand.Revoke(artifactor));
    }

    private static CommandLine sessions(Artifactor artifactor) {
        return new CommandLine(new SessionCommand())
                .addSubcommand(new SessionCommand.ListThem(artifactor))
                .addSubcommand(new SessionCommand.End(artifactor))
                .addSubcommand(new DevicesCommand(artifactor));
    }

    private static CommandLine sharing(Artifactor artifactor) {
        return new CommandLine(new ShareCommand(artifactor))
                .addSubcommand(new ShareCommand.ListThem(artifactor))
                .addSubcommand(new ShareCommand.Revoke(artifactor));
    }

    private static CommandLine access(Artifactor artifactor) {
        return new CommandLine(new AccessCommand(artifactor))
                .addSubcommand(new AccessCommand.Grant(artifactor))
                .addSubcommand(new AccessCommand.Revoke(artifactor));
    }

    private static CommandLine workspaces(Artifactor artifactor) {
        return new CommandLine(new WorkspacesCommand())
                .addSubcommand(new WorkspacesCommand.ListThem(artifactor))
                .addSubcommand(new WorkspacesCommand.Create(artifactor))
                .addSubcommand(new WorkspacesCommand.Members(artifactor))
                .addSubcommand(new WorkspacesCommand.Role(artifactor))
                .addSubcommand(new WorkspacesCommand.Remove(artifactor))
                .addSubcommand(new InvitationCommands.Invite(artifactor))
                .addSubcommand(new InvitationCommands.ListThem(artifactor))
                .addSubcommand(new InvitationCommands.Withdraw(artifactor))
                .addSubcommand(new InvitationCommands.Accept(artifactor))
                .addSubcommand(new InvitationCommands.Decline(artifactor));
    }

    private static CommandLine holds(Artifactor artifactor) {
        return new CommandLine(new HoldCommand())
                .addSubcommand(new HoldCommand.ListThem(artifactor))
                .addSubcommand(new HoldCommand.Place(artifactor))
                .addSubcommand(new HoldCommand.Release(artifactor));
    }

    private static CommandLine retention(Artifactor artifactor) {
        return new CommandLine(new RetentionCommand())
                .addSubcommand(new RetentionCommand.ListThem(artifactor))
                .addSubcommand(new RetentionCommand.Preview(artifactor))
                .addSubcommand(new RetentionCommand.Run(artifactor))
                .addSubcommand(new RetentionCommand.Items(artifactor));
    }

    private static CommandLine administration(Artifactor artifactor) {
        return new CommandLine(new AdminCommand())
                .addSubcommand(new AdminCommand.Reindex(artifactor))
                .addSubcommand(new AdminCommand.Verify(artifactor))
                .addSubcommand(new AdminCommand.Purge(artifactor))
                .addSubcommand(holds(artifactor))
                .addSubcommand(retention(artifactor))
                .addSubcommand(new SignOutCommand(artifactor))
                .addSubcommand(new AuditCommand(artifactor));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Terminal terminal() {
        return surroundings.terminal();
    }

    boolean json() {
        return json;
    }

    /** Where the command goes, and as whom. */
    Destination destination() {
        return destination;
    }

    ArtifactorClient client() {
        return destination.client();
    }

    private static int misused(Terminal terminal, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        terminal.note("artifactor: %s".formatted(e.getMessage()));
        terminal.note("Try: %s --help".formatted(command));
        return ExitCode.USAGE.number();
    }

    private static int failed(Terminal terminal, Exception e) {
        String message =
                switch (e) {
                    case Failure failure -> failure.text();
                    case UncheckedIOException broken -> String.valueOf(broken.getMessage());
                    default -> "Something unexpected happened in this program: " + e;
                };
        terminal.note("artifactor: " + message);
        return e instanceof Failure failure
                ? failure.exitCode().number()
                : ExitCode.FAILED.number();
    }
}
