package io.artifactor.launcher;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Everything one stack needs to know before it starts.
 *
 * @param data the folder that holds all that must survive, absolute
 * @param parts the processes this launcher starts itself; the others are elsewhere or not wanted
 */
public record Settings(
        Installation installation,
        Path data,
        Addresses addresses,
        ServerOptions server,
        Set<Part> parts) {
    public Settings {
        data = data.toAbsolutePath().normalize();
        parts = Collections.unmodifiableSet(EnumSet.copyOf(parts));
    }
}
