package io.artifactor.outbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;

/** Keeps one loop per reader going, so that a reader that hangs delays nobody else. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Relay {

    @Resource private ManagedExecutorService executor;

    @Inject @Any private Instance<OutboxReader> readers;

    @Inject private Wakeup wakeup;

    @EJB private Delivery delivery;

    private final List<ReaderLoop> loops = new CopyOnWriteArrayList<>();
    private final List<Future<?>> running = new CopyOnWriteArrayList<>();

    @PostConstruct
    void start() {
        for (OutboxReader reader : readers) {
            ReaderLoop loop = new ReaderLoop(reader, delivery, wakeup);
            loops.add(loop);
            running.add(executor.submit(loop));
        }
    }

    @PreDestroy
    void stop() {
        loops.forEach(ReaderLoop::stop);
        running.forEach(loop -> loop.cancel(true));
    }
}
