package io.artifactor.limit;

import io.artifactor.cache.RedisLink;
import io.github.bucket4j.TimeMeter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The door to counting: in Redis if there is one and it answers, else in PostgreSQL what must count
 * everywhere, else in this server's memory. Never fails: who cannot be counted together is counted
 * here. Safe for all threads.
 */
@ApplicationScoped
public class RequestLimits {

    private static final Logger LOG = Logger.getLogger(RequestLimits.class.getName());
    private static final int MOST_KEYS = 100_000;

    @Inject private RedisLink redis;
    @Inject private DatabaseBuckets database;

    private final LocalBuckets local = new LocalBuckets(TimeMeter.SYSTEM_NANOTIME, MOST_KEYS);
    private @Nullable RedisBuckets shared;

    @PostConstruct
    void begin() {
        if (redis.isUsed()) {
            shared = new RedisBuckets(redis, MOST_KEYS);
        }
    }

    /**
     * Takes one of what is allowed, if there is one left. Who has sent too much to this server has
     * sent too much to all, so a flood costs the others nothing; and when they cannot be asked,
     * what came here is counted already.
     */
    public Allowance take(Counted counted) {
        Allowance here = local.take(counted.key(), counted.perMinute());
        if (!here.granted()) {
            return here;
        }
        return inRedis(counted).or(() -> inDatabase(counted)).orElse(here);
    }

    private Optional<Allowance> inRedis(Counted counted) {
        RedisBuckets buckets = shared;
        if (buckets == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(buckets.take(counted));
        } catch (RuntimeException e) {
            // Away, late, full, or filled with something else by somebody.
            LOG.log(Level.FINE, "Cannot count in Redis", e);
            return Optional.empty();
        }
    }

    private Optional<Allowance> inDatabase(Counted counted) {
        if (!counted.always()) {
            return Optional.empty();
        }
        try {
            return Optional.of(database.take(counted));
        } catch (RuntimeException e) {
            // Without the database nobody signs in either.
            LOG.log(Level.FINE, "Cannot count in the database", e);
            return Optional.empty();
        }
    }
}
