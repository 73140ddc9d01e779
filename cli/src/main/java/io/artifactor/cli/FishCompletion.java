package io.artifactor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for fish, one line for each command and option. */
final class FishCompletion {

    private static final Set<String> TAKE_FILES = Set.of("import", "put");

    private final String program;
    private final List<String> lines = new ArrayList<>();

    private FishCompletion(String program) {
        this.program = program;
    }

    static String of(CommandSpec root) {
        FishCompletion script = new FishCompletion(root.name());
        script.lines.add("# fish completion for " + root.name());
        script.lines.add("complete -c %s -f".formatted(root.name()));
        script.commands(root, "__fish_use_subcommand");
        script.options(root, "__fish_use_subcommand");
        return String.join("\n", script.lines) + "\n";
    }

    private void commands(CommandSpec parent, String when) {
        for (CommandLine child : parent.subcommands().values()) {
            CommandSpec spec = child.getCommandSpec();
            add(when, "-a " + spec.name(), description(spec.usageMessage().description()));
            String inside = inside(spec, parent);
            if (TAKE_FILES.contains(spec.name())) {
                lines.add("complete -c %s -n '%s' -F".formatted(program, inside));
            }
            options(spec, inside);
            if (!spec.subcommands().isEmpty()) {
                String names = String.join(" ", spec.subcommands().keySet());
                commands(spec, inside + "; and not __fish_seen_subcommand_from " + names);
            }
        }
    }

    private static String inside(CommandSpec spec, CommandSpec parent) {
        String own = "__fish_seen_subcommand_from " + spec.name();
        return parent.parent() == null
                ? own
                : "__fish_seen_subcommand_from %s; and %s".formatted(parent.name(), own);
    }

    private void options(CommandSpec spec, String when) {
        for (OptionSpec option : spec.options()) {
            StringBuilder names = new StringBuilder();
            for (String name : option.names()) {
                boolean whole = name.startsWith("--");
                names.append(whole ? "-l " : "-s ")
                        .append(name.replaceFirst("^--?", ""))
                        .append(' ');
            }
            if (option.arity().max() > 0) {
                names.append("-r ");
            }
            if (option.completionCandidates() != null) {
                List<String> values = new ArrayList<>();
                option.completionCandidates().forEach(values::add);
                names.append("-a ").append(quoted(String.join(" ", values)));
            }
            add(when, names.toString().strip(), description(option.description()));
        }
    }

    private void add(String when, String what, String description) {
        lines.add("complete -c %s -n '%s' %s -d %s".formatted(program, when, what, description));
    }

    /** The first sentence, without what the parser would fill in. */
    private static String description(String[] texts) {
        String whole = String.join(" ", texts);
        String first = Stream.of(whole.split("(?<=[.:;]) ")).findFirst().orElse("");
        return quoted(first.replaceAll("\\s*\\(?[^ ]*\\$\\{[^}]*}.*", ""));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
