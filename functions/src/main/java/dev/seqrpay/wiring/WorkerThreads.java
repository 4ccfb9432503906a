package dev.seqrpay.wiring;

import dev.seqrpay.payment.Workers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** As many at once as there are threads; they wait for SEQR and the table nearly all the time. */
final class WorkerThreads implements Workers {
    private final ExecutorService threads;

    WorkerThreads(int count) {
        threads = Executors.newFixedThreadPool(count, WorkerThreads::daemon);
    }

    @Override
    public <T, R> List<R> each(List<T> items, Function<T, R> work) {
        List<CompletableFuture<R>> done = items.stream()
                .map(item -> CompletableFuture.supplyAsync(() -> work.apply(item), threads))
                .toList();
        return done.stream().map(CompletableFuture::join).toList();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "worker");
        thread.setDaemon(true);
        return thread;
    }
}
