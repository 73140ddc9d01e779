package io.artifactor.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Lets the same thing be noted once in a while on this server, so that whoever repeats it fills
 * neither a log nor a disk. Safe for all threads.
 */
public final class OnceInAWhile {

    private static final int MOST = 10_000;

    private final Cache<String, Boolean> noted;

    /**
     * @param same how long a thing is the same as before
     */
    public OnceInAWhile(Duration same) {
        noted = Caffeine.newBuilder().expireAfterWrite(same).maximumSize(MOST).build();
    }

    /** Whether it was not there in the while before. */
    public boolean isNew(String thing) {
        return noted.asMap().putIfAbsent(thing, Boolean.TRUE) == null;
    }
}
