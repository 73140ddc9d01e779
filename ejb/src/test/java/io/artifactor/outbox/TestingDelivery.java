package io.artifactor.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A delivery whose batch always fails, so that its rows go one by one; keeps what was done. */
class TestingDelivery extends Delivery {

    private final List<Long> due;
    private final Map<Long, RuntimeException> failures = new HashMap<>();
    private final Map<Long, Runnable> during = new HashMap<>();

    final List<Long> tried = new ArrayList<>();
    final List<Long> postponed = new ArrayList<>();

    TestingDelivery(Long... due) {
        this.due = List.of(due);
    }

    void failAt(long id, RuntimeException failure) {
        failures.put(id, failure);
    }

    void during(long id, Runnable action) {
        during.put(id, action);
    }

    @Override
    public int deliver(OutboxReader reader) {
        throw new IllegalStateException("The batch is spoilt");
    }

    @Override
    public List<Long> due(OutboxReader reader) {
        return due;
    }

    @Override
    public int deliverOne(OutboxReader reader, long id) {
        tried.add(id);
        during.getOrDefault(id, () -> {}).run();
        RuntimeException failure = failures.get(id);
        if (failure != null) {
            throw failure;
        }
        return 1;
    }

    @Override
    public void postpone(long id, String reason) {
        postponed.add(id);
    }
}
