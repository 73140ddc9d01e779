package io.artifactor.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete this command's arguments. */
@Command(
        name = "completion",
        description = "Print a completion script for bash, zsh or fish.",
        footer = {
            "  source <(artifactor completion bash)",
            "  artifactor completion bash > ~/.local/share/bash-completion/completions/artifactor",
            "  source <(artifactor completion zsh)     # in ~/.zshrc, behind compinit",
            "  artifactor completion fish > ~/.config/fish/completions/artifactor.fish"
        })
final class CompletionCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "SHELL",
            description = "${COMPLETION-CANDIDATES}; bash if absent.")
    private Shell shell = Shell.bash;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandSpec root = spec.root();
        terminal.text(
                switch (shell) {
                    // The script speaks both: in zsh it loads the emulation of bash's completion.
                    case bash, zsh -> AutoComplete.bash(root.name(), root.commandLine()) + "\n";
                    case fish -> FishCompletion.of(root);
                });
        return ExitCode.OK.number();
    }

    /** As they are called on the command line. */
    enum Shell {
        bash,
        zsh,
        fish
    }
}
