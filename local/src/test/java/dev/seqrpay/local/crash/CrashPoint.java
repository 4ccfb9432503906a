package dev.seqrpay.local.crash;

import dev.seqrpay.local.crash.Relay.Watch;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The way of one deployment to its table, its queues and SEQR. Right before or right after its n-th call that changes something, the
 * way goes silent for good; whoever is killed then died exactly there.
 */
final class CrashPoint implements Watch, AutoCloseable {
    private static final Set<String> WRITES =
            Set.of("TransactWriteItems", "UpdateItem", "PutItem", "DeleteItem", "SendMessage");

    /** Whether the call still reaches the other side. */
    enum Side {
        BEFORE,
        AFTER
    }

    private final int at;
    private final Side side;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final Map<String, Relay> relays = new LinkedHashMap<>();
    private int calls;
    private boolean silent;

    CrashPoint(int at, Side side) {
        this.at = at;
        this.side = side;
    }

    /** The environment with the addresses replaced. */
    Map<String, String> on(Map<String, String> environment) {
        Map<String, String> through = new LinkedHashMap<>(environment);
        for (String address : new String[] {"AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_SQS", "SEQR_URL"})
            through.compute(
                    address, (name, url) -> relays.computeIfAbsent(name, each -> new Relay(URI.create(url), this))
                            .url());
        return through;
    }

    /** Completed when the way has gone silent. */
    CompletableFuture<Void> reached() {
        return reached;
    }

    @Override
    public synchronized int request(String target) {
        if (!silent && isWrite(target) && ++calls == at && side == Side.BEFORE) goSilent();
        if (silent) return -1;
        return isWrite(target) ? calls : 0;
    }

    @Override
    public synchronized boolean answer(int number) {
        if (number == at && side == Side.AFTER) goSilent();
        return !silent;
    }

    private void goSilent() {
        silent = true;
        reached.complete(null);
    }

    /** To SEQR, every call counts. */
    private static boolean isWrite(String target) {
        return target == null || WRITES.contains(target.substring(target.indexOf('.') + 1));
    }

    @Override
    public void close() {
        relays.values().forEach(Relay::close);
    }
}
