package dev.seqrpay.payment;

import dev.seqrpay.payment.memory.InMemoryPayments;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All use cases around one store, one scripted SEQR and one clock that stands still until it is told to move. */
final class UseCaseFixture implements InstantSource {
    static final Duration LIFE = Duration.ofMinutes(15);
    static final Addresses ADDRESSES = new Addresses() {
        @Override
        public String notification(String id) {
            return "https://pay.example/notifications/" + id;
        }

        @Override
        public String view(String id) {
            return "https://pay.example/pay/" + id;
        }
    };

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    final InMemoryPayments store = new InMemoryPayments();
    final ScriptedSeqr seqr = new ScriptedSeqr();
    final Ids ids = new Ids() {
        @Override
        public String payment(String merchantId, String key) {
            return "pay_" + merchantId + "_" + key;
        }

        @Override
        public String refund(String paymentId, String key) {
            return "ref_" + paymentId + "_" + key;
        }
    };
    final TestQueue queue = new TestQueue(this);
    final Settlement settlement = new Settlement(store, seqr, this);
    final ReceiptHandover receipts = new ReceiptHandover(
            store, seqr, queue, paid -> ("receipt of " + paid.id()).getBytes(StandardCharsets.UTF_8), this::unanswered);
    final Watch watch =
            new Watch(settlement, new OrphanInvoices(store, seqr, queue), receipts, queue, this, this::unanswered);
    final Cancellation cancellation = new Cancellation(store, seqr, settlement, this);
    final Capture capture = new Capture(store, seqr, settlement, queue, this);
    final OrderUpdate orderUpdate = new OrderUpdate(store, seqr, settlement, this);
    final Checkout checkout = new Checkout(store, seqr, queue, cancellation, ids, this, LIFE);
    final StatusLookup statusLookup = new StatusLookup(store, settlement, cancellation, this);
    final Refunds refunds = new Refunds(store, seqr, ids, this);
    final Notifications notifications = new Notifications(settlement, queue, this, this::pass, this::unanswered);
    final Sweep sweep = new Sweep(
            store, settlement, cancellation, capture, refunds, this, UseCaseFixture::oneByOne, this::unanswered);

    /** What the functions that work by themselves said about SEQR or the table. */
    final List<RuntimeException> unanswered = new ArrayList<>();

    private void unanswered(String id, RuntimeException failure) {
        unanswered.add(failure);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Time passes, and every reminder that comes back meanwhile is heard. */
    void watch(Duration time) {
        Instant end = now.plus(time);
        for (Optional<TestQueue.Sent> next = queue.next(end); next.isPresent(); next = queue.next(end)) {
            if (next.get().due().isAfter(now)) now = next.get().due();
            watch.handle(next.get().reminder());
        }
        now = end;
    }

    static Invoice order(String orderId) {
        Invoice.Row row =
                new Invoice.Row("Thing", BigDecimal.ONE, ScriptedSeqr.TOTAL, null, null, null, null, null, null);
        return new Invoice(orderId, "A thing", List.of(row), ScriptedSeqr.TOTAL, null, null, null, null, null);
    }

    /** The same, whose payer reserves the money for an hour. */
    static Invoice reservingOrder() {
        return InvoiceBuilder.builder(order("a"))
                .reservation(new Reservation(Reservation.Mode.RESERVATION_REQUIRED, Duration.ofHours(1)))
                .build();
    }

    Payment checkout(String key) {
        return checkout(key, order(key));
    }

    private Payment checkout(String key, Invoice invoice) {
        return checkout.checkout("shop", "terminal", key, invoice, Terms.DEFAULT, ADDRESSES);
    }

    /** An open payment with reference 1001 whose checkout is over. */
    Payment issued() {
        return issued(order("a"));
    }

    private Payment issued(Invoice invoice) {
        seqr.issues("1001");
        Payment payment = checkout("a", invoice);
        seqr.calls.clear();
        return payment;
    }

    /** The shop wants to hear of the payer's loyalty cards. */
    Payment issuedLoyal() {
        return issued(InvoiceBuilder.builder(order("a"))
                .acknowledgmentMode(AcknowledgmentMode.OPTIONAL_ACKNOWLEDGMENT)
                .build());
    }

    Payment issuedReserving() {
        return issued(reservingOrder());
    }

    /** Its payer has confirmed a moment ago, for the hour that follows. */
    Payment reserved() {
        Payment payment = issued(reservingOrder());
        seqr.says("RESERVED", 2).says("RESERVED", 2);
        settlement.settle(payment.id(), Cause.POLL, Pace.WAITING);
        seqr.calls.clear();
        return now(payment);
    }

    Payment paid() {
        return paid(order("a"));
    }

    /** @param invoice over {@link ScriptedSeqr#TOTAL} */
    Payment paid(Invoice invoice) {
        Payment payment = issued(invoice);
        seqr.saysPaid(2, "ers-1").saysPaid(2, "ers-1");
        settlement.settle(payment.id(), Cause.POLL, Pace.WAITING);
        seqr.calls.clear();
        return now(payment);
    }

    private static <T, R> List<R> oneByOne(List<T> items, Function<T, R> work) {
        return items.stream().map(work).toList();
    }

    Payment now(Payment payment) {
        return store.find(payment.id()).orElseThrow();
    }

    Payment settle(Payment payment) {
        return settlement.settle(payment.id(), Cause.POLL, Pace.WAITING).orElseThrow();
    }
}
