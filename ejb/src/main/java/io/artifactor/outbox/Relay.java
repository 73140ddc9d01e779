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
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Keeps the readers of the outbox going for as long as the application runs. */
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

    private @Nullable RelayLoop loop;
    private @Nullable Future<?> running;

    @PostConstruct
    void start() {
        List<ReaderTurn> turns =
                readers.stream().map(reader -> new ReaderTurn(reader, delivery)).toList();
        loop = new RelayLoop(turns, executor, wakeup);
        running = executor.submit(loop);
    }

    @PreDestroy
    void stop() {
        if (loop != null && running != null) {
            loop.stop();
            running.cancel(true);
        }
    }
}
