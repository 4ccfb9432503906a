package dev.seqrpay.dynamodb;

import dev.seqrpay.event.OutboxEntry;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.EventType;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.State;
import java.time.Duration;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a change leaves to be told ({@code PAY#<id>}, {@code OB#<version>}). Until it is published it is on the publisher's list,
 * and after that it has its position in the shop's feed ({@code n}).
 */
final class OutboxItem {
    /** The stream is faster, unless it has lost the change. */
    private static final Duration OVERDUE = Duration.ofMinutes(1);

    private OutboxItem() {}

    static Item of(EventType type, Change change) {
        Payment payment = change.payment();
        Item item = Keys.outbox(payment.id(), payment.version())
                .put("type", type)
                .put("st", payment.state())
                .put("reason", payment.reason())
                .put("currency", payment.refunded().currency().getCurrencyCode())
                .put("refunded", payment.refunded())
                .put("at", payment.changedAt());
        if (change.refund() != null) item.put("rf", RefundItem.inside(change.refund()));
        Keys.overdue(item, payment.id(), payment.changedAt().plus(OVERDUE));
        return item;
    }

    static boolean isPublished(Item item) {
        return item.longNumberOrNull("n") != null;
    }

    static OutboxEntry entry(Item item) {
        String paymentId = Keys.paymentId(item);
        Money zero = new Money(Currency.getInstance(item.text("currency")), 0);
        return new OutboxEntry(
                paymentId,
                Keys.version(item),
                item.word("type", EventType.class),
                item.word("st", State.class),
                item.wordOrNull("reason", Reason.class),
                item.money("refunded", zero),
                refund(item.itemOrNull("rf"), paymentId),
                item.instant("at"));
    }

    private static @Nullable Refund refund(@Nullable Item item, String paymentId) {
        return item == null ? null : RefundItem.inside(item, paymentId);
    }
}
