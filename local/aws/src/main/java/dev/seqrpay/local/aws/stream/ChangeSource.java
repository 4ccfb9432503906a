package dev.seqrpay.local.aws.stream;

import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.function.InvocationException;
import dev.seqrpay.local.aws.table.TableStream;
import dev.seqrpay.local.aws.table.Tables;
import dev.seqrpay.local.aws.template.StreamEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Lambda's event source mapping for a table's stream: hands over what has changed and gets through the filters, in order for
 * each partition key. A batch that fails holds up what is behind it in its lane, until it has been retried often enough.
 */
public final class ChangeSource implements AutoCloseable {
    /** Lambda looks four times a second. */
    private static final int MILLIS_BETWEEN_LOOKS = 250;

    private static final int LAST_CALL_SECONDS = 2;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(ChangeSource::daemon);
    private final List<ExecutorService> lanes = new ArrayList<>();
    private final Consumer<String> errors;

    public ChangeSource(Consumer<String> errors) {
        this.errors = errors;
    }

    public void serve(List<FunctionHost> functions, Tables tables) {
        for (FunctionHost function : functions)
            for (StreamEvent event : function.function().streams()) {
                Mapping mapping = new Mapping(function, event, tables.changes(event.table()));
                clock.scheduleWithFixedDelay(mapping::look, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            }
    }

    private final class Mapping {
        private final FunctionHost function;
        private final StreamEvent event;
        private final TableStream stream;
        private final List<StreamFilter> filters;
        private final List<ExecutorService> own;

        Mapping(FunctionHost function, StreamEvent event, TableStream stream) {
            this.function = function;
            this.event = event;
            this.stream = stream;
            this.filters = event.filters().stream().map(StreamFilter::parse).toList();
            this.own = IntStream.range(0, event.lanes())
                    .mapToObj(lane -> Executors.newSingleThreadExecutor(ChangeSource::daemon))
                    .toList();
            lanes.addAll(own);
        }

        void look() {
            try {
                List<Map<String, Object>> changes = stream.next().stream()
                        .map(record -> ChangeEvent.of(record, stream.arn()))
                        .filter(change -> filters.stream().anyMatch(filter -> filter.fits(change)))
                        .toList();
                for (int lane = 0; lane < own.size(); lane++) deliver(lane, changes);
            } catch (RuntimeException e) {
                // a periodic task that throws is never run again
                if (!clock.isShutdown()) errors.accept("The stream cannot be read: " + e.getMessage());
            }
        }

        private void deliver(int lane, List<Map<String, Object>> changes) {
            List<Map<String, Object>> mine =
                    changes.stream().filter(change -> lane(change) == lane).toList();
            for (int from = 0; from < mine.size(); from += event.batchSize()) {
                List<Map<String, Object>> batch = mine.subList(from, Math.min(mine.size(), from + event.batchSize()));
                own.get(lane).execute(() -> call(batch));
            }
        }

        private int lane(Map<String, Object> change) {
            if (!(change.get("dynamodb") instanceof Map<?, ?> record)
                    || !(record.get("Keys") instanceof Map<?, ?> keys))
                throw new IllegalStateException("A change of the stream has no keys");
            return Math.floorMod(Objects.hashCode(keys.get("pk")), own.size());
        }

        private void call(List<Map<String, Object>> batch) {
            for (int tries = 0; tries <= event.retries(); tries++) {
                try {
                    function.invoke(ChangeEvent.of(batch));
                    return;
                } catch (InvocationException | IOException | RuntimeException e) {
                    errors.accept("The stream's call failed: " + e.getMessage());
                }
            }
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "stream");
        thread.setDaemon(true);
        return thread;
    }

    /** Lets the calls that are running end, as they need what is closed next. */
    @Override
    public void close() {
        clock.shutdownNow();
        lanes.forEach(ExecutorService::shutdown);
        try {
            for (ExecutorService lane : lanes) lane.awaitTermination(LAST_CALL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lanes.forEach(ExecutorService::shutdownNow);
    }
}
