package io.artifactor.health;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The door to what the product stands on, for administrators. Asks all at once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed("admin")
public class Dependencies {

    private static final Logger LOG = Logger.getLogger(Dependencies.class.getName());

    /** So long the slowest may take; the others have answered by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Resource private ManagedExecutorService executor;

    @Inject @Any private Instance<Dependency> dependencies;

    /** Every dependency by its name, within two seconds. */
    public List<Checked> look() {
        long start = System.nanoTime();
        List<Asked> asked = new ArrayList<>();
        for (Dependency dependency : dependencies) {
            String name = dependency.name();
            asked.add(new Asked(name, executor.submit(() -> timed(name, dependency))));
        }
        return asked.stream()
                .map(it -> it.answer(start))
                .sorted(Comparator.comparing(Checked::name))
                .toList();
    }

    private static Checked timed(String name, Dependency dependency) {
        long start = System.nanoTime();
        Finding finding = dependency.look();
        return new Checked(name, finding, Duration.ofNanos(System.nanoTime() - start));
    }

    private record Asked(String name, Future<Checked> future) {

        Checked answer(long start) {
            long left = PATIENCE.toNanos() - (System.nanoTime() - start);
            try {
                return future.get(Math.max(0, left), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                future.cancel(true);
                return failed("no answer within " + PATIENCE.toSeconds() + " s", start);
            } catch (ExecutionException e) {
                LOG.log(Level.FINE, name + " cannot be looked at", e);
                return failed("it cannot be reached", start);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return failed("the server is stopping", start);
            }
        }

        private Checked failed(String reason, long start) {
            return new Checked(
                    name, Finding.down(reason), Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
