package io.artifactor.log;

import java.io.Serial;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An exception for the log alone, whose messages begin no lines of their own. */
final class PlainThrown extends Throwable {

    @Serial private static final long serialVersionUID = 1L;

    private final String text;

    private PlainThrown(Throwable thrown, Set<Throwable> seen) {
        super(null, causeOf(thrown, seen));
        text = PlainText.of(String.valueOf(thrown));
        setStackTrace(thrown.getStackTrace());
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (seen.add(suppressed)) {
                addSuppressed(new PlainThrown(suppressed, seen));
            }
        }
    }

    /** The exception itself where all it says is plain. */
    static Throwable of(Throwable thrown) {
        if (isPlain(thrown, noted())) {
            return thrown;
        }
        Set<Throwable> seen = noted();
        seen.add(thrown);
        return new PlainThrown(thrown, seen);
    }

    private static Set<Throwable> noted() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static @Nullable Throwable causeOf(Throwable thrown, Set<Throwable> seen) {
        Throwable cause = thrown.getCause();
        return cause == null || !seen.add(cause) ? null : new PlainThrown(cause, seen);
    }

    private static boolean isPlain(@Nullable Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return true;
        }
        boolean plain = PlainText.isPlain(String.valueOf(thrown));
        for (Throwable suppressed : thrown.getSuppressed()) {
            plain &= isPlain(suppressed, seen);
        }
        return plain && isPlain(thrown.getCause(), seen);
    }

    @Override
    public String toString() {
        return text;
    }
}
