package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;

/** Puts file after file; one that is refused does not keep the others out. */
final class PutRun {

    private final Deposit deposit;
    private final Places places;
    private final Table table;
    private final OneByOne each;

    PutRun(ServerCommand command, Deposit deposit, Places places) {
        this.deposit = deposit;
        this.places = places;
        this.table = new Table(command.terminal(), "ID", "FILE");
        this.each = new OneByOne(command);
    }

    /**
     * Puts a file into the library.
     *
     * @param name of the file there
     * @param shown what the user calls it
     */
    void put(Path file, String name, String shown, PutWishes wishes) {
        each.run(shown, () -> sent(file, name, wishes), artifact -> print(artifact, shown));
    }

    /**
     * Puts a file of a folder into a folder of the same path, below the one that is wished for.
     *
     * @param path the steps to the file, with slashes between
     */
    void putInTree(Path file, String path, PutWishes wishes) {
        int slash = path.lastIndexOf('/');
        String above = path.substring(0, Math.max(slash, 0));
        each.run(
                path,
                () -> {
                    PutWishes there = wishes.in(places.madeBelow(wishes.folder(), above));
                    return sent(file, path.substring(slash + 1), there);
                },
                artifact -> print(artifact, path));
    }

    /** Notes what could not even be begun. */
    void failed(String shown, IOException cause) {
        each.run(
                shown,
                () -> {
                    throw unreadable(cause);
                },
                nothing -> {});
    }

    ExitCode end() {
        return each.end();
    }

    private JsonNode sent(Path file, String name, PutWishes wishes) {
        try {
            return deposit.send(file, name, wishes);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void print(JsonNode artifact, String shown) {
        table.add(Json.text(artifact, "id"), shown);
        table.flush();
    }

    private static Failure unreadable(IOException cause) {
        return new Failure(ExitCode.FAILED, "cannot be read: " + cause.getMessage(), cause);
    }
}
