package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Purchase;

/** A payment's row ({@code PAY#<id>}, {@code META}). Short names for what every write carries, plain ones for the rest. */
final class PaymentItem {
    private PaymentItem() {}

    static Item of(Payment payment) {
        Purchase purchase = payment.purchase();
        Item item = Keys.payment(purchase.id())
                .put("merchant", purchase.merchantId())
                .put("terminal", purchase.terminalId())
                .put("invoice", InvoiceItem.of(purchase.invoice()))
                .put("created", purchase.createdAt())
                .put("expires", purchase.expiresAt())
                .put("v", payment.version())
                .put("changed", payment.changedAt())
                .put("h", payment.historyHash());
        SourceItem.put(item, purchase.source());
        if (!purchase.former().isEmpty())
            item.put("former", purchase.former().stream().map(InvoiceItem::of).toList());
        item.put("missed", purchase.missedTotal());
        StandingItem.put(item, payment.standing());
        payment.due().ifPresent(when -> Keys.due(item, payment.id(), when));
        return item;
    }

    static Payment payment(Item item) {
        Invoice invoice = InvoiceItem.invoice(item.item("invoice"));
        Purchase purchase = new Purchase(
                Keys.paymentId(item),
                item.text("merchant"),
                item.text("terminal"),
                invoice,
                item.instant("created"),
                item.instant("expires"),
                SourceItem.source(item),
                item.itemsOrNone("former").stream()
                        .map(former -> InvoiceItem.lineItems(former, invoice.total()))
                        .toList(),
                item.moneyOrNull("missed", invoice.total()));
        String historyHash = item.textOrNull("h");
        return new Payment(
                purchase,
                item.number("v"),
                item.instant("changed"),
                StandingItem.standing(item, purchase.invoice().total()),
                historyHash == null ? "" : historyHash);
    }
}
