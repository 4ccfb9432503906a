package dev.seqrpay.local.aws.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.local.aws.function.InvocationException.Reason;
import dev.seqrpay.local.aws.template.FunctionResource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs one function. As on Lambda, every call that runs at the same time has an instance of its own, and an instance that is
 * free takes the next call, up to the function's reserved concurrency or {@value #UNRESERVED}, the quota that AWS gives an
 * account. So slow calls hold up none but themselves. A call that takes longer than the function's Timeout is interrupted;
 * Lambda would end the process.
 */
public final class FunctionHost {
    private static final int UNRESERVED = 1000;
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(FunctionHost::daemon);

    private final FunctionResource function;
    private final Consumer<String> log;
    private final Supplier<RequestStreamHandler> instances;
    private final Deque<RequestStreamHandler> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore places;

    public FunctionHost(FunctionResource function, Consumer<String> log) {
        this(function, log, Clock.tickMillis(ZoneOffset.UTC));
    }

    /** @param clock what time it is for the function, in whole milliseconds */
    public FunctionHost(FunctionResource function, Consumer<String> log, InstantSource clock) {
        this(() -> Handlers.create(function, log, clock), function, log);
    }

    /** @param instances makes what the template does not name */
    static FunctionHost of(FunctionResource function, Consumer<String> log, Supplier<RequestStreamHandler> instances) {
        return new FunctionHost(instances, function, log);
    }

    private FunctionHost(Supplier<RequestStreamHandler> instances, FunctionResource function, Consumer<String> log) {
        this.function = function;
        this.log = log;
        this.instances = instances;
        // at once, because what cannot be made is to be told now
        idle.push(instances.get());
        this.places = new Semaphore(function.reservedConcurrency().orElse(UNRESERVED));
    }

    public FunctionResource function() {
        return function;
    }

    public byte[] invoke(byte[] event) throws InvocationException {
        return invoke(event, function.timeout());
    }

    /** @param patience how long the caller waits; a function that may take longer is cut short, where AWS would let it end unheard */
    public byte[] invoke(byte[] event, Duration patience) throws InvocationException {
        Duration timeout = patience.compareTo(function.timeout()) < 0 ? patience : function.timeout();
        if (!places.tryAcquire()) throw new InvocationException(Reason.THROTTLED, function.name() + " is busy", null);
        return await(THREADS.submit(() -> run(event)), timeout);
    }

    private byte[] run(byte[] event) throws Exception {
        try {
            RequestStreamHandler instance = Optional.ofNullable(idle.poll()).orElseGet(instances);
            try {
                return run(instance, event);
            } finally {
                idle.push(instance);
            }
        } finally {
            // only now, not when the caller gave up: an interrupted handler may go on for a while
            places.release();
        }
    }

    private byte[] run(RequestStreamHandler instance, byte[] event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InvocationContext context = new InvocationContext(function.name(), function.timeout(), log);
        instance.handleRequest(new ByteArrayInputStream(event), answer, context);
        return answer.toByteArray();
    }

    private byte[] await(Future<byte[]> call, Duration timeout) throws InvocationException {
        try {
            return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new InvocationException(Reason.ERROR, function.name() + " threw " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            call.cancel(true);
            String message = function.name() + " timed out after " + timeout.toSeconds() + " seconds";
            throw new InvocationException(Reason.TIMED_OUT, message, e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new InvocationException(Reason.ERROR, function.name() + " was interrupted", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "function");
        thread.setDaemon(true);
        return thread;
    }
}
