package io.artifactor.cache;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** The door to remembering: gives features their memories and voids them when things change. */
@ApplicationScoped
public class Caches {

    private static final Metadata LOOKUPS =
            Metadata.builder()
                    .withName("artifactor_cache_lookups")
                    .withDescription(
                            "Answers asked for: remembered by this server, told by another, or"
                                    + " found in the database")
                    .build();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject private MetricRegistry metrics;
    @Inject private RedisNeighbours redis;

    private final Map<String, Memory<?, ?>> memories = new ConcurrentHashMap<>();

    @PostConstruct
    void listen() {
        redis.listen(this::heard, this::lost);
    }

    /** A memory for the region; a feature asks for it once. */
    public <K, V> Memory<K, V> memory(Region<K, V> region) {
        Memory<K, V> memory =
                new Memory<>(
                        region,
                        new Memory.Surroundings(
                                redis.isUsed() ? redis : Neighbours.NONE,
                                tally(region.name()),
                                System::nanoTime,
                                () -> isChanging(region.name())));
        if (memories.putIfAbsent(region.name(), memory) != null) {
            throw new IllegalStateException("There is a region " + region.name() + " already.");
        }
        return memory;
    }

    /**
     * Makes a group void once the current transaction is over, however it ends; until then the
     * transaction itself is given nothing remembered of this region, and what it reads is not kept.
     * At once where there is no transaction.
     */
    public void changed(Memory<?, ?> memory, String group) {
        if (transactions.getTransactionKey() == null) {
            memory.forget(group);
            return;
        }
        transactions.putResource(mark(memory.region().name()), Boolean.TRUE);
        transactions.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        memory.forget(group);
                    }
                });
    }

    private boolean isChanging(String region) {
        return transactions.getTransactionKey() != null
                && transactions.getResource(mark(region)) != null;
    }

    private static String mark(String region) {
        return Caches.class.getName() + ' ' + region;
    }

    private void heard(String region, String group) {
        Memory<?, ?> memory = memories.get(region);
        if (memory != null) {
            memory.forgetHere(group);
        }
    }

    /** Messages may have been missed. */
    private void lost() {
        memories.values().forEach(Memory::forgetAllHere);
    }

    private Tally tally(String region) {
        return new Tally(
                counter(region, "remembered"), counter(region, "told"), counter(region, "found"));
    }

    private Runnable counter(String region, String outcome) {
        return metrics.counter(LOOKUPS, new Tag("region", region), new Tag("outcome", outcome))
                ::inc;
    }
}
