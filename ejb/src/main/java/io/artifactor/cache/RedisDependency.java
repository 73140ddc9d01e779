package io.artifactor.cache;

import io.artifactor.health.Dependency;
import io.artifactor.health.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Redis, if there is one; without it each server remembers and counts for itself. */
@ApplicationScoped
public class RedisDependency implements Dependency {

    @Inject private RedisLink redis;

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Finding look() {
        if (!redis.isUsed()) {
            return Finding.up(Map.of("used", false));
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("used", true);
        detail.put("answering", redis.isAnswering());
        detail.put("failures", redis.failures());
        return redis.isAnswering() ? Finding.up(detail) : Finding.degraded(detail);
    }
}
