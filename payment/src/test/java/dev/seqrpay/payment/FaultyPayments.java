package dev.seqrpay.payment;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A table on the other side of a bad line, as one sees it after AWS's client has given up trying: calls end in an exception,
 * with or without effect; a claim may be ours and look as if it were somebody else's; the index may be the one of before.
 */
final class FaultyPayments implements PaymentStore {
    private final PaymentStore table;
    private final Random random;
    private List<String> indexed = List.of();

    FaultyPayments(PaymentStore table, long seed) {
        this.table = table;
        this.random = new Random(seed);
    }

    static boolean isFault(RuntimeException failure) {
        return failure instanceof StoreUnavailable;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T call(Supplier<T> call) {
        if (chance(0.2)) throw new StoreUnavailable(new IOException("throttled, in conflict, or never there"));
        T answer = call.get();
        if (chance(0.2)) throw new StoreUnavailable(new IOException("the answer got lost"));
        return answer;
    }

    private void call(Runnable call) {
        call(() -> {
            call.run();
            return "";
        });
    }

    @Override
    public Optional<StoredPayment> read(String id) {
        return call(() -> table.read(id));
    }

    @Override
    public Committed commit(Change change) {
        return call(() -> table.commit(change));
    }

    @Override
    public boolean claim(StoredPayment read, Instant now) {
        boolean claimed = call(() -> table.claim(read, now));
        return claimed && !chance(0.2);
    }

    @Override
    public void recordNoAnswer(Payment payment, Instant claimed) {
        call(() -> table.recordNoAnswer(payment, claimed));
    }

    @Override
    public void recordVersion(Payment payment, int seqrVersion) {
        call(() -> table.recordVersion(payment, seqrVersion));
    }

    @Override
    public void release(Payment payment, Attempt left) {
        call(() -> table.release(payment, left));
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return call(() -> {
            if (chance(0.5)) indexed = table.due(now, limit);
            return indexed;
        });
    }

    @Override
    public Optional<Refund> refund(String paymentId, String refundId) {
        return call(() -> table.refund(paymentId, refundId));
    }

    @Override
    public List<Refund> refunds(String paymentId) {
        return call(() -> table.refunds(paymentId));
    }

    @Override
    public OfOrder ofOrder(String merchantId, String orderId) {
        return call(() -> table.ofOrder(merchantId, orderId));
    }

    @Override
    public List<HistoryEntry> history(String paymentId) {
        return call(() -> table.history(paymentId));
    }
}
