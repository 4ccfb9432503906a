package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.State;

/** A payment's row ({@code PAY#<id>}, {@code META}). Short names for what every write carries, plain ones for the rest. */
final class PaymentItem {
    private PaymentItem() {}

    static Item of(Payment payment) {
        Item item = Keys.payment(payment.id())
                .put("merchant", payment.merchantId())
                .put("terminal", payment.terminalId())
                .put("invoice", InvoiceItem.of(payment.invoice()))
                .put("created", payment.createdAt())
                .put("expires", payment.expiresAt())
                .put("v", payment.version())
                .put("st", payment.state())
                .put("reason", payment.reason())
                .put("changed", payment.changedAt())
                .put("attempt", payment.attempt().number())
                .put("lease", payment.attempt().leaseUntil())
                .put("reference", payment.reference())
                .put("qr", payment.qrCode())
                .put("sv", payment.seqrVersion())
                .put("ers", payment.ersReference())
                .put("paid", payment.paidAt())
                .put("refunded", payment.refunded())
                .put("reserved", payment.reserved());
        payment.due().ifPresent(when -> Keys.due(item, payment.id(), when));
        return item;
    }

    static Payment payment(Item item) {
        Invoice invoice = InvoiceItem.invoice(item.item("invoice"));
        Money total = invoice.total();
        return new Payment(
                Keys.paymentId(item),
                item.text("merchant"),
                item.text("terminal"),
                invoice,
                item.instant("created"),
                item.instant("expires"),
                item.number("v"),
                item.word("st", State.class),
                item.word("reason", Reason.class),
                item.instant("changed"),
                new Payment.Attempt(item.number("attempt"), item.instant("lease")),
                item.text("reference"),
                item.text("qr"),
                item.number("sv"),
                item.text("ers"),
                item.instant("paid"),
                item.money("refunded", total),
                item.money("reserved", total));
    }
}
