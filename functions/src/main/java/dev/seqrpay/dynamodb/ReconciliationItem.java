package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.Money;
import dev.seqrpay.reconciliation.Carried;
import dev.seqrpay.reconciliation.Difference;
import dev.seqrpay.reconciliation.Reconciliation;
import dev.seqrpay.reconciliation.Reconciliation.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A reconciliation, and a difference, by the names of their fields. */
final class ReconciliationItem {
    private ReconciliationItem() {}

    static Item of(Reconciliation reconciliation) {
        Item item = Keys.reconciliation(reconciliation.merchantId(), reconciliation.number())
                .put("merchant", reconciliation.merchantId())
                .put("number", reconciliation.number())
                .put("v", reconciliation.version())
                .put("day", reconciliation.day().toString())
                .put("from", reconciliation.from())
                .put("to", reconciliation.to())
                .put("state", reconciliation.state())
                .put("period", reconciliation.periodId())
                .put("problem", reconciliation.problem())
                .putStrings("toCome", sorted(reconciliation.carried().toCome()))
                .putStrings("reported", sorted(reconciliation.carried().reported()));
        Outcome outcome = reconciliation.outcome();
        return outcome == null ? item : item.put("outcome", of(outcome));
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }

    private static Item of(Outcome outcome) {
        return new Item()
                .put("payments", outcome.payments())
                .put("refunds", outcome.refunds())
                .put("movements", outcome.movements())
                .put("agreed", outcome.agreed())
                .put("differences", outcome.differences())
                .put("net", (Number) outcome.reportedNet());
    }

    static Reconciliation reconciliation(Item item) {
        return new Reconciliation(
                item.text("merchant"),
                item.number("number"),
                item.number("v"),
                LocalDate.parse(item.text("day")),
                item.instant("from"),
                item.instantOrNull("to"),
                item.word("state", Reconciliation.State.class),
                item.textOrNull("period"),
                item.textOrNull("problem"),
                new Carried(Set.copyOf(item.textsOrNone("toCome")), Set.copyOf(item.textsOrNone("reported"))),
                outcome(item.itemOrNull("outcome")));
    }

    private static @Nullable Outcome outcome(@Nullable Item item) {
        if (item == null) return null;
        return new Outcome(
                item.number("payments"),
                item.number("refunds"),
                item.number("movements"),
                item.number("agreed"),
                item.number("differences"),
                item.longNumber("net"));
    }

    static Item of(Difference difference) {
        Money ours = difference.ours();
        Item item = new Item()
                .put("kind", difference.kind())
                .put("payment", difference.paymentId())
                .put("refund", difference.refundId())
                .put("ers", difference.ersReference())
                .put("reported", difference.reported());
        return ours == null
                ? item
                : item.put("ours", ours).put("currency", ours.currency().getCurrencyCode());
    }

    static Difference difference(Item item) {
        String currency = item.textOrNull("currency");
        BigDecimal reported = item.decimalOrNull("reported");
        return new Difference(
                item.word("kind", Difference.Kind.class),
                item.textOrNull("payment"),
                item.textOrNull("refund"),
                item.textOrNull("ers"),
                currency == null ? null : new Money(Money.currency(currency), item.longNumber("ours")),
                reported);
    }
}
