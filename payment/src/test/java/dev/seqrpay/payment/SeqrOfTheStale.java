package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A SEQR that is only ever asked by sweeps, says that all is cancelled, and may be asked about nothing that has ended. */
final class SeqrOfTheStale implements SeqrGateway {
    private final PaymentStore table;
    private Instant now;

    SeqrOfTheStale(PaymentStore table, Instant now) {
        this.table = table;
        this.now = now;
    }

    /** @param isFault which failures of the table may stop a sweep, or one of its payments */
    void sweep(PaymentStore faulty, Predicate<RuntimeException> isFault) {
        now = now.plusSeconds(60);
        Settlement settlement = new Settlement(faulty, this, () -> now);
        Cancellation cancellation = new Cancellation(faulty, this, settlement, () -> now);
        Capture capture = new Capture(faulty, this, settlement, (reminder, delay) -> {}, () -> now);
        Refunds refunds = new Refunds(faulty, this, null, () -> now);
        Workers oneByOne = new Workers() {
            @Override
            public <T, R> List<R> each(List<T> items, Function<T, R> work) {
                return items.stream().map(work).toList();
            }
        };
        try {
            new Sweep(faulty, settlement, cancellation, capture, refunds, () -> now, oneByOne, (id, failure) -> {
                        if (!isFault.test(failure)) throw failure;
                    })
                    .run(now.plusSeconds(30));
        } catch (RuntimeException e) {
            if (!isFault.test(e)) throw e;
        }
    }

    private void assertOpen(Payment payment) {
        assertThat(table.find(payment.id()).orElseThrow().state().isPayable()).isTrue();
    }

    @Override
    public InvoiceStatus getPaymentStatus(Payment payment, int version) {
        assertOpen(payment);
        return new InvoiceStatus("CANCELED", 2, null, null, null);
    }

    @Override
    public void updateInvoice(Payment payment, Addresses addresses) {
        throw new AssertionError("a sweep changes no order");
    }

    @Override
    public void commitReservation(Payment payment) {
        assertOpen(payment);
    }

    @Override
    public void cancelInvoice(Payment payment, String reference) {
        assertOpen(payment);
    }

    @Override
    public SentInvoice sendInvoice(Payment payment, Addresses addresses) {
        throw new AssertionError("a sweep sends nothing");
    }

    @Override
    public void submitPaymentReceipt(Payment payment, byte[] html) {
        throw new AssertionError("a sweep hands nothing over");
    }

    @Override
    public String refundPayment(Payment payment, Refund refund) {
        throw new AssertionError("nothing is to be given back");
    }
}
