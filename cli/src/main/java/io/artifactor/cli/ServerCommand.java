package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;

/** A command that asks the server. */
abstract class ServerCommand implements Callable<Integer> {

    private final Artifactor artifactor;

    ServerCommand(Artifactor artifactor) {
        this.artifactor = artifactor;
    }

    /** Does what the command says; failures are thrown. */
    abstract ExitCode run();

    @Override
    public final Integer call() {
        return run().number();
    }

    final Artifactor artifactor() {
        return artifactor;
    }

    final Terminal terminal() {
        return artifactor.terminal();
    }

    final boolean json() {
        return artifactor.json();
    }

    /** Prints the answer for a program, or else lets the command print it for a person. */
    final void show(JsonNode answer, Runnable forPeople) {
        if (json()) {
            terminal().json(answer);
        } else {
            forPeople.run();
        }
    }
}
