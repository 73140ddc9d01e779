package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists who did what, and checks that the log is whole. */
@Command(
        name = "audit",
        description = {
            "List the lines of the audit log, the last first, for auditors and administrators.",
            "With --verify, check that no line was changed or removed."
        },
        footer = {
            "  artifactor admin audit",
            "  artifactor admin audit --action sign-in-refused --from 2026-11-21T00:00:00Z",
            "  artifactor admin audit --all --json > audit.json",
            "  artifactor admin audit --verify"
        })
final class AuditCommand extends AdminCommand.Administering {

    @Option(names = "--actor", paramLabel = "ID", description = "Only what this user did.")
    private @Nullable UUID actor;

    @Option(names = "--action", description = "Only this, such as sign-in-refused.")
    private @Nullable String action;

    @Option(
            names = "--subject",
            description = "Only what was done to this thing, such as user:ID; user: for any user.")
    private @Nullable String subject;

    @Option(names = "--from", paramLabel = "TIME", description = "Not before this instant.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before this instant.")
    private @Nullable Instant to;

    @Option(names = "--verify", description = "Check the log instead of listing it.")
    private boolean verify;

    @Option(
            names = "--anchor",
            paramLabel = "TEXT",
            description =
                    "With --verify: what an earlier check printed. Lines cut off at the end since are"
                            + " found by it.")
    private @Nullable String anchor;

    @Mixin private final ListOptions list = new ListOptions();

    AuditCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode administer() {
        if (anchor != null && !verify) {
            throw Failure.usage("--anchor goes with --verify");
        }
        return verify ? check() : list();
    }

    private ExitCode list() {
        Query query =
                Query.none()
                        .with("actor", actor)
                        .with("action", action)
                        .with("subject", subject)
                        .with("from", from)
                        .with("to", to);
        Pages pages = new Pages(artifactor().client(), "/audit", query, list.most());
        Table table = new Table(terminal(), "WHEN", "WHO", "WHAT", "SUBJECT", "FROM", "DETAIL");
        new Listing(this, pages)
                .print(
                        table,
                        (rows, line) ->
                                rows.add(
                                        rows.time(Json.text(line, "at")),
                                        Json.text(line, "actor"),
                                        Json.text(line, "action"),
                                        Json.text(line, "subject"),
                                        Json.text(line, "address"),
                                        facts(line.path("detail"))));
        return ExitCode.OK;
    }

    private ExitCode check() {
        JsonNode found =
                artifactor().client().get("/audit/verify", Query.none().with("anchor", anchor));
        show(found, () -> print(found));
        return Json.flag(found, "intact") ? ExitCode.OK : ExitCode.FAILED;
    }

    private void print(JsonNode found) {
        for (JsonNode place : found.path("breaks")) {
            terminal()
                    .line(
                            "%s: chain %s, link %s, line %s"
                                    .formatted(
                                            Json.text(place, "reason"),
                                            Json.text(place, "chain"),
                                            Json.text(place, "position"),
                                            Json.text(place, "line")));
        }
        terminal().line("anchor " + Json.text(found, "anchor"));
        terminal()
                .note(
                        "%d lines checked, %s"
                                .formatted(
                                        Json.number(found, "lines"),
                                        Json.flag(found, "intact") ? "all whole" : "BROKEN"));
    }

    private static String facts(JsonNode detail) {
        return detail.properties().stream()
                .map(AuditCommand::fact)
                .collect(Collectors.joining(" "));
    }

    private static String fact(Map.Entry<String, JsonNode> fact) {
        return fact.getKey() + '=' + fact.getValue().asText();
    }
}
