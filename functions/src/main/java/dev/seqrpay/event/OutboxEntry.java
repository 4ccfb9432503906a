package dev.seqrpay.event;

import dev.seqrpay.payment.EventType;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a shop has to be told of a change of a payment: how the payment stood then, even if it has changed since.
 *
 * @param version of the payment: {@code seq} of the event
 * @param refunded the sum of the refunds by then
 * @param refund the one that the event is about, or {@code null}
 */
public record OutboxEntry(
        String paymentId,
        int version,
        EventType type,
        State state,
        @Nullable Reason reason,
        Money refunded,
        @Nullable Refund refund,
        Instant at) {}
