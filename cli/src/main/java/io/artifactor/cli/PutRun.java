package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Puts file after file; one that is refused does not keep the others out. What would be the same
 * for every file ends it all.
 */
final class PutRun {

    private static final Set<ExitCode> THE_SAME_FOR_ALL =
            Set.of(ExitCode.FORBIDDEN, ExitCode.UNREACHABLE);

    private final ServerCommand command;
    private final Deposit deposit;
    private final Places places;
    private final Table table;
    private final ObjectNode document = Json.object();
    private final ArrayNode items = document.putArray("items");
    private ExitCode verdict = ExitCode.OK;

    PutRun(ServerCommand command, Deposit deposit, Places places) {
        this.command = command;
        this.deposit = deposit;
        this.places = places;
        this.table = new Table(command.terminal(), "ID", "FILE");
    }

    /**
     * Puts a file into the library.
     *
     * @param name of the file there
     * @param shown what the user calls it
     */
    void put(Path file, String name, String shown, PutWishes wishes) {
        try {
            JsonNode artifact = deposit.send(file, name, wishes);
            items.add(artifact);
            if (!command.json()) {
                table.add(Json.text(artifact, "id"), shown);
                table.flush();
            }
        } catch (Failure failure) {
            failed(shown, failure);
        } catch (IOException e) {
            failed(shown, new Failure(ExitCode.FAILED, "cannot be read: " + e.getMessage(), e));
        }
    }

    /**
     * Puts a file of a folder into a folder of the same path, below the one that is wished for.
     *
     * @param path the steps to the file, with slashes between
     */
    void putInTree(Path file, String path, PutWishes wishes) {
        int slash = path.lastIndexOf('/');
        try {
            String above = path.substring(0, Math.max(slash, 0));
            PutWishes there = wishes.in(places.madeBelow(wishes.folder(), above));
            put(file, path.substring(slash + 1), path, there);
        } catch (Failure failure) {
            failed(path, failure);
        }
    }

    void failed(String shown, Failure failure) {
        command.terminal().note("artifactor: %s: %s".formatted(shown, failure.text()));
        items.addObject().put("file", shown).put("failure", failure.text());
        if (verdict == ExitCode.OK || isOver(failure)) {
            verdict = failure.exitCode();
        }
    }

    /** Whether nothing more can come of it. */
    boolean isOver() {
        return THE_SAME_FOR_ALL.contains(verdict);
    }

    private static boolean isOver(Failure failure) {
        return THE_SAME_FOR_ALL.contains(failure.exitCode());
    }

    /** For a program: each artifact, or the file and why it is none. */
    ObjectNode document() {
        return document;
    }

    /** The first failure's; one that ended it goes before. */
    ExitCode verdict() {
        return verdict;
    }
}
