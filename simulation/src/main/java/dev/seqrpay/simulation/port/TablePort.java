package dev.seqrpay.simulation.port;

import dev.seqrpay.payment.Attempt;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.HistoryEntry;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.StoredPayment;
import dev.seqrpay.simulation.check.Checks;
import dev.seqrpay.simulation.engine.Call;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Invocation;
import dev.seqrpay.simulation.engine.Running;
import dev.seqrpay.simulation.engine.Unanswered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The table as the use cases see it: the engine holds up each call, and the index may lag. */
public final class TablePort implements PaymentStore {
    private final Running running;
    private final PaymentStore table;
    private final Checks checks;
    private final BooleanSupplier lags;
    private List<String> indexed = List.of();

    /** @param lags whether the index does not know yet what has changed since it was last asked */
    public TablePort(Running running, PaymentStore table, Checks checks, BooleanSupplier lags) {
        this.running = running;
        this.table = table;
        this.checks = checks;
        this.lags = lags;
    }

    @Override
    public Optional<StoredPayment> read(String id) {
        checks.begins(id, running.invocation());
        return running.call(Call.Kind.READ, () -> table.read(id));
    }

    @Override
    public OfOrder ofOrder(String merchantId, String orderId) {
        return running.call(Call.Kind.READ, () -> table.ofOrder(merchantId, orderId));
    }

    @Override
    public Committed commit(Change change) {
        boolean issues = change.payment().state() == State.ISSUED;
        Invocation by = running.invocation();
        String heard = checks.heard(change.payment(), by);
        Instant now = by.clockRead();
        try {
            Committed committed = running.call(Call.Kind.COMMIT, () -> applied(change, by, now, heard));
            if (issues && !committed.isApplied()) checks.held(change.payment().reference());
            return committed;
        } catch (Unanswered whoKnows) {
            if (issues) checks.held(change.payment().reference());
            throw whoKnows;
        }
    }

    private Committed applied(Change change, Invocation by, Instant now, String heard) {
        Committed outcome = table.commit(change);
        if (outcome.isApplied()) checks.committed(change, by, now, heard);
        return outcome;
    }

    @Override
    public boolean claim(StoredPayment read, Instant now) {
        Function function = running.invocation().function();
        return running.call(Call.Kind.CLAIM, () -> {
            checks.wantsToAsk(read.payment(), function);
            boolean given = table.claim(read, now);
            if (given) checks.claimed(read.payment(), "" + now);
            return given;
        });
    }

    @Override
    public void recordNoAnswer(Payment payment, Instant claimed) {
        running.call(Call.Kind.FAILED, () -> {
            table.recordNoAnswer(payment, claimed);
            checks.failed(payment, "" + claimed);
            return "";
        });
    }

    @Override
    public void recordVersion(Payment payment, int seqrVersion) {
        running.call(Call.Kind.SEEN, () -> {
            table.recordVersion(payment, seqrVersion);
            return "";
        });
    }

    @Override
    public void release(Payment payment, Attempt left) {
        long attempt = running.invocation().name();
        running.call(Call.Kind.RELEASE, () -> {
            table.release(payment, left);
            checks.released(payment, left, attempt);
            return "";
        });
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return running.call(Call.Kind.DUE, () -> {
            if (!lags.getAsBoolean()) indexed = table.due(now, limit);
            return indexed;
        });
    }

    @Override
    public Optional<Refund> refund(String paymentId, String refundId) {
        return running.call(Call.Kind.READ, () -> table.refund(paymentId, refundId));
    }

    @Override
    public List<Refund> refunds(String paymentId) {
        return running.call(Call.Kind.READ, () -> table.refunds(paymentId));
    }

    @Override
    public List<HistoryEntry> history(String paymentId) {
        return running.call(Call.Kind.READ, () -> table.history(paymentId));
    }
}
