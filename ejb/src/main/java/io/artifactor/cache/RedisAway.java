package io.artifactor.cache;

/** Redis was not asked, or did not answer in time. Without a stack: it may be thrown often. */
public final class RedisAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RedisAway(String reason) {
        super(reason, null, false, false);
    }
}
