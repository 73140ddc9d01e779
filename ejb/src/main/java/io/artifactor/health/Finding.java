package io.artifactor.health;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What was found.
 *
 * @param detail numbers and words for the administrator; never secrets
 */
public record Finding(State state, Map<String, Object> detail) {

    /** How well it does. */
    public enum State {
        UP,
        DEGRADED,
        DOWN;

        /** The name in documents. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Finding {
        detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    }

    public static Finding up(Map<String, Object> detail) {
        return new Finding(State.UP, detail);
    }

    public static Finding degraded(Map<String, Object> detail) {
        return new Finding(State.DEGRADED, detail);
    }

    public static Finding down(String reason) {
        return new Finding(State.DOWN, Map.of("reason", reason));
    }
}
