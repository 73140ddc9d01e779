package io.artifactor.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a test wants of its stack. Without a word it takes free ports, all parts and a heap
 * of 512 MB.
 */
public final class StackBuilder {
    private final Path data;
    private final List<String> jvmOptions = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private Set<Part> parts = EnumSet.allOf(Part.class);
    private String heap = "512m";
    private Progress progress = Progress.silent();
    private @Nullable Addresses addresses;
    private @Nullable Installation installation;

    StackBuilder(Path data) {
        this.data = data;
    }

    public StackBuilder addresses(Addresses given) {
        addresses = given;
        return this;
    }

    public StackBuilder installation(Installation given) {
        installation = given;
        return this;
    }

    /**
     * Only these parts; the server then needs ARTIFACTOR_DB_URL in its environment if the database
     * is not one of them.
     */
    public StackBuilder only(Part first, Part... more) {
        parts = EnumSet.of(first, more);
        return this;
    }

    public StackBuilder heap(String given) {
        heap = given;
        return this;
    }

    public StackBuilder jvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    /** A variable for the server, over what the launcher would set. */
    public StackBuilder environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public StackBuilder progress(Progress given) {
        progress = given;
        return this;
    }

    public Stack build() {
        Settings settings =
                new Settings(
                        installation == null ? Installation.find() : installation,
                        data,
                        addresses == null ? Addresses.free() : addresses,
                        new ServerOptions(heap, jvmOptions, environment),
                        parts);
        return new Stack(settings, progress);
    }

    /** Builds and starts; returns when every part is ready. */
    public Stack start() {
        return build().start();
    }
}
