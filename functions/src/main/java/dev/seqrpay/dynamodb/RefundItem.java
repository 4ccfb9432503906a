package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.RefundDetails;
import java.util.Currency;
import java.util.List;

/** A refund's row ({@code PAY#<id>}, {@code RF#<refundId>}), and the refund inside other items. */
final class RefundItem {
    private RefundItem() {}

    static Item of(Refund refund) {
        Item item = put(Keys.refund(refund.paymentId(), refund.id()), refund);
        refund.due().ifPresent(when -> Keys.due(item, refund.paymentId(), when));
        return item;
    }

    static Refund refund(Item item) {
        return refund(item, Keys.paymentId(item), item.text("sk").substring("RF#".length()));
    }

    /** As a map, which other items carry. */
    static Item inside(Refund refund) {
        return put(new Item().put("id", refund.id()), refund);
    }

    static Refund inside(Item item, String paymentId) {
        return refund(item, paymentId, item.text("id"));
    }

    private static Item put(Item item, Refund refund) {
        RefundDetails details = refund.details();
        item.put("currency", refund.amount().currency().getCurrencyCode())
                .put("amount", refund.amount())
                .put("st", refund.state())
                .put("ers", refund.ersReference())
                .put("code", refund.code())
                .put("created", refund.createdAt())
                .put("reason", details.reason())
                .put("by", details.by());
        if (!details.rows().isEmpty())
            item.put("rows", details.rows().stream().map(RefundItem::row).toList());
        return item;
    }

    private static Item row(RefundDetails.Row row) {
        return new Item().put("n", row.number()).put("quantity", row.quantity()).put("amount", row.amount());
    }

    private static Refund refund(Item item, String paymentId, String id) {
        Money zero = new Money(Currency.getInstance(item.text("currency")), 0);
        return new Refund(
                id,
                paymentId,
                item.money("amount", zero),
                item.word("st", Refund.State.class),
                item.textOrNull("ers"),
                item.numberOrNull("code"),
                item.instant("created"),
                new RefundDetails(rows(item, zero), item.textOrNull("reason"), item.textOrNull("by")));
    }

    private static List<RefundDetails.Row> rows(Item item, Money zero) {
        return item.itemsOrNone("rows").stream()
                .map(row -> new RefundDetails.Row(row.number("n"), row.decimal("quantity"), row.money("amount", zero)))
                .toList();
    }
}
