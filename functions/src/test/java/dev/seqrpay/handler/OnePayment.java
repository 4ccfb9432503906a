package dev.seqrpay.handler;

import dev.seqrpay.payment.Claim;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.StoredPayment;
import java.util.Map;
import java.util.Optional;

/** A table that can only be read, with one payment in it or none; each claim comes too late. */
final class OnePayment {
    private OnePayment() {}

    static PaymentStore of(Payment payment) {
        return table(Optional.of(payment));
    }

    static PaymentStore none() {
        return table(Optional.empty());
    }

    private static PaymentStore table(Optional<Payment> found) {
        Optional<StoredPayment> read = found.map(payment -> new StoredPayment(payment, Claim.NONE));
        return Untouchable.except(PaymentStore.class, Map.of("find", found, "read", read, "claim", false));
    }
}
