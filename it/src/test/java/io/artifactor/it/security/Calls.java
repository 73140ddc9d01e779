package io.artifactor.it.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * How each operation, and each route outside of the interface, is asked for so that whoever may do
 * it succeeds.
 */
final class Calls {

    static final String API = "/api/v1";

    private final Map<String, BiFunction<Call, Things, Call>> makers = new LinkedHashMap<>();

    Calls() {
        ArtifactCalls.in(this);
        VersionCalls.in(this);
        ShareCalls.in(this);
        BatchCalls.in(this);
        ShelfCalls.in(this);
        IncomingCalls.in(this);
        WorkspaceCalls.in(this);
        AccountCalls.in(this);
        SignInCalls.in(this);
        SearchCalls.in(this);
        UpkeepCalls.in(this);
        PageCalls.in(this);
    }

    /** Operations below the interface's root, as {@code METHOD /path}. */
    void add(String operation, BiFunction<Call, Things, Call> maker) {
        addPage(operation.replaceFirst(" ", " " + API), maker);
    }

    /** What needs to be said nothing about. */
    void addPlain(String... operations) {
        for (String operation : operations) {
            add(operation, (call, its) -> call);
        }
    }

    void addPage(String operation, BiFunction<Call, Things, Call> maker) {
        if (makers.put(operation, maker) != null) {
            throw new IllegalArgumentException("Twice: " + operation);
        }
    }

    Set<String> operations() {
        return makers.keySet();
    }

    /** A request of its own, about things of its own. */
    Call make(String operation, Things things) {
        BiFunction<Call, Things, Call> maker =
                Objects.requireNonNull(makers.get(operation), "Say how to ask for " + operation);
        return maker.apply(new Call(operation), things);
    }
}
