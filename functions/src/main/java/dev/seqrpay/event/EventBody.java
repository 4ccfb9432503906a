package dev.seqrpay.event;

import dev.seqrpay.payment.Payment;

/** The JSON of an event about a payment. */
@FunctionalInterface
public interface EventBody {
    String of(OutboxEntry entry, Payment payment);
}
