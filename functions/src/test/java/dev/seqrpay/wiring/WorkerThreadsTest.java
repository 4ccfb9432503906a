package dev.seqrpay.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkerThreadsTest {
    private final WorkerThreads workers = new WorkerThreads(2);

    @Test
    void each_result_comes_in_the_place_of_its_item() {
        assertThat(workers.each(List.of(1, 2, 3, 4, 5), number -> number * number))
                .containsExactly(1, 4, 9, 16, 25);
    }

    @Test
    void as_many_as_there_are_threads_are_worked_on_at_once() {
        CountDownLatch both = new CountDownLatch(2);

        assertThat(workers.each(List.of("a", "b"), item -> met(both))).containsExactly(true, true);
    }

    private static boolean met(CountDownLatch both) {
        both.countDown();
        try {
            both.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_program_that_ends_does_not_wait_for_them() {
        assertThat(workers.each(List.of("a"), item -> Thread.currentThread().isDaemon()))
                .containsExactly(true);
    }
}
