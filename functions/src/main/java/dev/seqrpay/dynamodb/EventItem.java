package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Decision;
import dev.seqrpay.payment.HistoryEntry;
import dev.seqrpay.payment.HistoryEntry.Books;
import dev.seqrpay.payment.HistoryEntry.Step;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.State;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** An entry of a payment's history ({@code EV#}). The table's stream tells browsers by it that the payment has changed. */
final class EventItem {
    private EventItem() {}

    static Item of(String paymentId, HistoryEntry entry) {
        Step step = entry.step();
        Item item = Keys.event(paymentId, step.version())
                .put("from", step.from())
                .put("to", step.to())
                .put("cause", step.cause())
                .put("code", step.code())
                .put("latency", step.latencyMs())
                .put("at", step.at())
                .put("previous", entry.previous().isEmpty() ? null : entry.previous());
        if (entry.decision() != null)
            item.put("by", entry.decision().by()).put("why", entry.decision().why());
        if (entry.refund() != null) item.put("refund", RefundItem.inside(entry.refund()));
        if (entry.books() != null) item.put("books", books(entry.books()));
        return item;
    }

    private static Item books(Books books) {
        return new Item()
                .put("currency", books.total().currency().getCurrencyCode())
                .put("total", books.total())
                .put("ers", books.ersReference())
                .put("refunded", books.refunded())
                .put("reserved", books.reserved());
    }

    static HistoryEntry entry(Item item) {
        Step step = new Step(
                Keys.version(item),
                item.wordOrNull("from", State.class),
                item.word("to", State.class),
                item.word("cause", Cause.class),
                item.numberOrNull("code"),
                item.longNumberOrNull("latency"),
                item.instant("at"));
        Item books = item.itemOrNull("books");
        String previous = item.textOrNull("previous");
        return new HistoryEntry(
                step,
                decision(item),
                refund(item, books),
                books == null ? null : books(books),
                previous == null ? "" : previous);
    }

    private static @Nullable Decision decision(Item item) {
        String by = item.textOrNull("by");
        return by == null ? null : new Decision(by, item.text("why"));
    }

    /** An entry without books has the refund's id and nothing else of it. */
    private static @Nullable Refund refund(Item item, @Nullable Item books) {
        Item refund = books == null ? null : item.itemOrNull("refund");
        return refund == null ? null : RefundItem.inside(refund, Keys.paymentId(item));
    }

    private static Books books(Item item) {
        Money zero = new Money(Currency.getInstance(item.text("currency")), 0);
        return new Books(
                item.money("total", zero),
                item.textOrNull("ers"),
                item.money("refunded", zero),
                item.money("reserved", zero));
    }
}
