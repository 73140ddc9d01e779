package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.identity.PasswordHashing.Bounds;
import io.artifactor.identity.PasswordHashing.Cost;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private static final Cost CHEAP = new Cost(64, 1, 1);
    private static final Bounds ROOMY = new Bounds(4, 100, Duration.ofSeconds(30));
    private static final String PASSWORD = "correct horse battery staple";

    private final PasswordHashing hashing = new PasswordHashing(CHEAP, ROOMY);

    @Test
    void theRecommendedCostIsWrittenIntoTheHash() {
        String hash = new PasswordHashing(PasswordHashing.RECOMMENDED, ROOMY).hash(PASSWORD);

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void onlyTheRightPasswordMatches() {
        String hash = hashing.hash(PASSWORD);

        assertThat(hashing.matches(PASSWORD, hash)).isTrue();
        assertThat(hashing.matches(PASSWORD + " ", hash)).isFalse();
        assertThat(hashing.matches("", hash)).isFalse();
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(hashing.hash(PASSWORD)).isNotEqualTo(hashing.hash(PASSWORD));
    }

    @Test
    void nothingMatchesWithoutAHashNotEvenThePasswordOfNobody() {
        assertThat(hashing.matches(PASSWORD, null)).isFalse();
        assertThat(hashing.matches("the password of nobody", null)).isFalse();
    }

    @Test
    void composedAndDecomposedLettersAreOnePassword() {
        String hash = hashing.hash("p\u00e4ssw\u00f6rter hier");

        assertThat(hashing.matches("pa\u0308sswo\u0308rter hier", hash)).isTrue();
    }

    @Test
    void aHashOfAnotherCostStillMatchesAndIsOutdated() {
        String old = hashing.hash(PASSWORD);
        PasswordHashing today = new PasswordHashing(new Cost(128, 2, 1), ROOMY);

        assertThat(today.matches(PASSWORD, old)).isTrue();
        assertThat(today.isOutdated(old)).isTrue();
        assertThat(today.isOutdated(today.hash(PASSWORD))).isFalse();
    }

    @Test
    void anUnknownUserTakesAsLongAsAWrongPassword() {
        PasswordHashing real = new PasswordHashing(PasswordHashing.RECOMMENDED, ROOMY);
        String hash = real.hash(PASSWORD);
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            known = Math.min(known, nanos(() -> real.matches("wrong password", hash)));
            unknown = Math.min(unknown, nanos(() -> real.matches("wrong password", null)));
        }

        // The shortest of several, and far apart: without the work it would be a thousandth.
        assertThat(unknown).isBetween(known / 4, known * 4);
    }

    @Test
    void aFloodIsTurnedAwayInsteadOfTakingAllMemory() throws Exception {
        PasswordHashing narrow =
                new PasswordHashing(
                        new Cost(19 * 1024, 2, 1), new Bounds(1, 2, Duration.ofSeconds(30)));
        int callers = 24;
        CountDownLatch together = new CountDownLatch(callers);
        List<Future<Boolean>> answers = new ArrayList<>();
        try (ExecutorService flood = Executors.newFixedThreadPool(callers)) {
            for (int i = 0; i < callers; i++) {
                answers.add(
                        flood.submit(() -> {
                            together.countDown();
                            together.await();
                            return narrow.matches(PASSWORD, null);
                        }));
            }
        }
        long turnedAway = answers.stream().filter(PasswordHashingTest::isTurnedAway).count();

        assertThat(turnedAway).isPositive().isLessThan(callers);
    }

    @Test
    void whomTheAccountKnowsComesInDuringAFlood() throws Exception {
        PasswordHashing hashing =
                new PasswordHashing(
                        new Cost(19 * 1024, 2, 1), new Bounds(1, 4, Duration.ofSeconds(30)));
        String hash = hashing.hash("open sesame, please");
        AtomicBoolean over = new AtomicBoolean();
        List<Future<Long>> strangers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                strangers.add(threads.submit(() -> turnedAwayUntil(over, hashing, hash)));
            }
            for (int i = 0; i < 10; i++) {
                assertThat(hashing.matchesOfKnown("open sesame, please", hash)).isTrue();
            }
            over.set(true);
            long turnedAway = 0;
            for (Future<Long> stranger : strangers) {
                turnedAway += stranger.get();
            }
            assertThat(turnedAway).isPositive();
        } finally {
            over.set(true);
        }
    }

    private static long turnedAwayUntil(AtomicBoolean over, PasswordHashing hashing, String hash) {
        long count = 0;
        while (!over.get()) {
            try {
                hashing.matches("a guess", hash);
            } catch (Problem refused) {
                count++;
            }
        }
        return count;
    }

    private static boolean isTurnedAway(Future<Boolean> answer) {
        try {
            answer.get();
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof Problem problem
                    && problem.code() == ProblemCode.UNAVAILABLE;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long nanos(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }
}
