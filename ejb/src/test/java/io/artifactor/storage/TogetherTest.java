package io.artifactor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final List<Integer> MANY = IntStream.range(0, 500).boxed().toList();

    private final Set<Integer> done = ConcurrentHashMap.newKeySet();

    @Test
    void everyElementIsDoneBeforeItReturns() throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            new Together(threads).each(MANY, done::add);
            assertThat(done).containsAll(MANY);
        }
    }

    @Test
    void aFailureIsTold() {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            assertThatThrownBy(() -> new Together(threads).each(MANY, TogetherTest::refuse7))
                    .isInstanceOf(IOException.class)
                    .hasMessage("7");
        }
    }

    @Test
    void anExecutorThatNeverRunsAnythingDoesNotStopIt() throws IOException {
        new Together(never -> {}).each(MANY, done::add);
        assertThat(done).containsAll(MANY);
    }

    @Test
    void anExecutorThatTakesNothingDoesNotStopIt() throws IOException {
        new Together(
                        full -> {
                            throw new RejectedExecutionException();
                        })
                .each(MANY, done::add);
        assertThat(done).containsAll(MANY);
    }

    private static void refuse7(int element) throws IOException {
        if (element == 7) {
            throw new IOException("7");
        }
    }
}
