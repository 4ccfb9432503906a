package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.Decision;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore.Event;
import dev.seqrpay.payment.State;
import org.jspecify.annotations.Nullable;

/** A line of a payment's history ({@code EV#}). The table's stream tells browsers by it that the payment has changed. */
final class EventItem {
    private EventItem() {}

    static Item history(Change change) {
        Payment payment = change.payment();
        return Keys.event(payment.id(), payment.version())
                .put("from", change.from())
                .put("to", payment.state())
                .put("cause", change.cause())
                .put("reason", payment.reason())
                .put("code", change.code())
                .put(
                        "latency",
                        change.latency() == null
                                ? null
                                : (Number) change.latency().toMillis())
                .put("refund", change.refund() == null ? null : change.refund().id())
                .put("by", change.decision() == null ? null : change.decision().by())
                .put("why", change.decision() == null ? null : change.decision().why())
                .put("at", payment.changedAt());
    }

    private static @Nullable Decision decision(Item item) {
        String by = item.textOrNull("by");
        return by == null ? null : new Decision(by, item.text("why"));
    }

    static Event event(Item item) {
        return new Event(
                Keys.version(item),
                item.wordOrNull("from", State.class),
                item.word("to", State.class),
                item.word("cause", Cause.class),
                item.numberOrNull("code"),
                item.longNumberOrNull("latency"),
                item.instant("at"),
                decision(item));
    }
}
