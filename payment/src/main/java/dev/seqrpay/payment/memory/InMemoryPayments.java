package dev.seqrpay.payment.memory;

import dev.seqrpay.payment.Attempt;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.Claim;
import dev.seqrpay.payment.EventType;
import dev.seqrpay.payment.HistoryEntry;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.PersonalData;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.StoredPayment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store's contract without a database: what holds against it has to hold against DynamoDB. */
public class InMemoryPayments implements PaymentStore, PersonalData {
    private static final Row NONE = new Row();

    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, String> guards = new HashMap<>();
    private final Map<List<String>, List<String>> orders = new HashMap<>();
    private final Map<String, LocalDate> erased = new HashMap<>();

    private static final class Row {
        Payment payment;
        Claim claim = Claim.NONE;
        Instant due;
        final Map<String, Refund> refunds = new LinkedHashMap<>();
        final List<HistoryEntry> events = new ArrayList<>();
        final List<Integer> outbox = new ArrayList<>();
    }

    @Override
    public synchronized Optional<StoredPayment> read(String id) {
        return Optional.ofNullable(rows.get(id)).map(row -> new StoredPayment(row.payment, row.claim));
    }

    @Override
    public synchronized Committed commit(Change change) {
        Payment after = change.payment();
        Payment before = find(after.id()).orElse(null);
        if (before == null && after.version() > 1) throw new IllegalStateException(after.id() + " is not there");
        if (before != null && before.version() != after.version() - 1) return new Committed(Outcome.LOST, before);
        if (taken("REF#" + after.terminalId() + "#", change, State.ISSUED, after.reference())
                || taken("ERS", change, State.PAID, after.ersReference())) return new Committed(Outcome.TAKEN, before);
        if (change.place() != null && !takes(change.place(), after)) return new Committed(Outcome.OVERTAKEN, after);
        if (before != null && !before.historyHash().equals(after.historyHash()))
            throw new IllegalStateException(after.id() + " was changed from a payment that is not the stored one");
        Payment stored = change.stored();
        store(change, stored);
        return new Committed(Outcome.APPLIED, stored);
    }

    private boolean taken(String kind, Change change, State state, String reference) {
        if (change.payment().state() != state || change.from() == state) return false;
        return guards.putIfAbsent(kind + reference, change.payment().id()) != null;
    }

    private boolean takes(int place, Payment payment) {
        List<String> order = orders.computeIfAbsent(
                List.of(payment.merchantId(), payment.invoice().orderId()), none -> new ArrayList<>());
        if (place != order.size() + 1) return false;
        return order.add(payment.id());
    }

    @Override
    public synchronized OfOrder ofOrder(String merchantId, String orderId) {
        List<String> latest = new ArrayList<>(orders.getOrDefault(List.of(merchantId, orderId), List.of()));
        Collections.reverse(latest);
        return new OfOrder(latest.size(), latest.stream().limit(OfOrder.MOST).toList());
    }

    private void store(Change change, Payment after) {
        Row row = rows.computeIfAbsent(after.id(), id -> new Row());
        row.payment = after;
        row.claim = change.claimed() == null ? Claim.NONE : new Claim(change.claimed(), false);
        row.due = after.due().orElse(null);
        if (change.refund() != null) row.refunds.put(change.refund().id(), change.refund());
        row.events.add(change.entry());
        EventType.of(change).ifPresent(told -> row.outbox.add(after.version()));
    }

    @Override
    public synchronized boolean claim(StoredPayment read, Instant now) {
        Row row = row(read.payment());
        if (row == null || !row.claim.at().equals(read.claim().at())) return false;
        row.claim = new Claim(now, false);
        read.payment().due().filter(due -> !due.isAfter(now)).ifPresent(overdue -> row.due = now);
        return true;
    }

    @Override
    public synchronized void recordNoAnswer(Payment payment, Instant claimed) {
        Row row = row(payment);
        if (row != null && row.claim.equals(new Claim(claimed, false))) row.claim = new Claim(claimed, true);
    }

    /** Its row, if that is still the version that was read. */
    private Row row(Payment payment) {
        Row row = rows.get(payment.id());
        return row != null && row.payment.version() == payment.version() ? row : null;
    }

    @Override
    public synchronized void recordVersion(Payment payment, int seqrVersion) {
        Row row = row(payment);
        if (row == null || row.payment.seqrVersion() >= seqrVersion) return;
        row.payment = row.payment.withSeqrVersion(seqrVersion);
    }

    @Override
    public synchronized void release(Payment payment, Attempt left) {
        Row row = row(payment);
        if (row != null) row.payment = row.payment.withAttempt(left);
    }

    @Override
    public synchronized List<String> due(Instant now, int limit) {
        return rows.values().stream()
                .filter(row -> dueAt(row) != null && !dueAt(row).isAfter(now))
                .sorted(Comparator.comparing(InMemoryPayments::dueAt))
                .map(row -> row.payment.id())
                .limit(limit)
                .toList();
    }

    private static Instant dueAt(Row row) {
        Optional<Instant> refund = row.refunds.values().stream()
                .flatMap(each -> each.due().stream())
                .min(Instant::compareTo);
        return row.due != null ? row.due : refund.orElse(null);
    }

    @Override
    public synchronized Optional<Refund> refund(String paymentId, String refundId) {
        return Optional.ofNullable(rows.getOrDefault(paymentId, NONE).refunds.get(refundId));
    }

    @Override
    public synchronized List<Refund> refunds(String paymentId) {
        return List.copyOf(rows.getOrDefault(paymentId, NONE).refunds.values());
    }

    @Override
    public synchronized List<HistoryEntry> history(String paymentId) {
        return List.copyOf(rows.getOrDefault(paymentId, NONE).events);
    }

    /** The versions of which something is to be told. */
    public synchronized List<Integer> outbox(String paymentId) {
        return List.copyOf(rows.getOrDefault(paymentId, NONE).outbox);
    }

    @Override
    public synchronized boolean erase(Payment read) {
        Row row = rows.get(read.id());
        if (row.payment.version() != read.version()) return false;
        row.payment = row.payment.withoutPersonalData();
        return true;
    }

    @Override
    public synchronized Optional<LocalDate> erasedThrough(String merchantId) {
        return Optional.ofNullable(erased.get(merchantId));
    }

    @Override
    public synchronized void markErasedThrough(String merchantId, LocalDate day) {
        erased.put(merchantId, day);
    }
}
