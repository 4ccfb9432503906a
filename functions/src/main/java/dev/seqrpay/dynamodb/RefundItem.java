package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Refund;
import java.util.Currency;

/** A refund's row ({@code PAY#<id>}, {@code RF#<refundId>}). */
final class RefundItem {
    private RefundItem() {}

    static Item of(Refund refund) {
        Item item = Keys.refund(refund.paymentId(), refund.id())
                .put("currency", refund.amount().currency().getCurrencyCode())
                .put("amount", refund.amount())
                .put("st", refund.state())
                .put("ers", refund.ersReference())
                .put("code", refund.code())
                .put("created", refund.createdAt());
        refund.due().ifPresent(when -> Keys.due(item, refund.paymentId(), when));
        return item;
    }

    static Refund refund(Item item) {
        return new Refund(
                item.text("sk").substring("RF#".length()),
                Keys.paymentId(item),
                item.money("amount", new Money(Currency.getInstance(item.text("currency")), 0)),
                item.word("st", Refund.State.class),
                item.textOrNull("ers"),
                item.numberOrNull("code"),
                item.instant("created"));
    }
}
