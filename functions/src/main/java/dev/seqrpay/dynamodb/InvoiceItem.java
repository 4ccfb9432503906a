package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.AcknowledgmentMode;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Invoice.LineItems;
import dev.seqrpay.payment.InvoiceBuilder;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Reservation;
import java.time.Duration;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The order, as a map inside the payment's row. */
final class InvoiceItem {
    private InvoiceItem() {}

    static Item of(Invoice invoice) {
        Item item = new Item()
                .put("orderId", invoice.orderId())
                .put("title", invoice.title())
                .put("untitled", !invoice.titled())
                .put("currency", invoice.total().currency().getCurrencyCode())
                .put("total", invoice.total())
                .put("issued", invoice.issueDate())
                .put("cashier", invoice.cashierId())
                .put("footer", invoice.footer())
                .put("backUrl", invoice.backUrl())
                .put("renewUrl", invoice.renewUrl())
                .put("returnUrl", invoice.returnUrl())
                .put("cancelUrl", invoice.cancelUrl())
                .putTexts("metadata", invoice.metadata())
                .put("rows", invoice.rows().stream().map(InvoiceItem::of).toList());
        if (invoice.acknowledgmentMode() != AcknowledgmentMode.NO_ACKNOWLEDGMENT)
            item.put("acknowledgment", invoice.acknowledgmentMode());
        Reservation reservation = invoice.reservation();
        if (reservation != null)
            item.put("mode", reservation.mode())
                    .put("hold", reservation.length().toSeconds());
        return item;
    }

    private static @Nullable Reservation reservation(Item item) {
        Reservation.@Nullable Mode mode = item.wordOrNull("mode", Reservation.Mode.class);
        return mode == null ? null : new Reservation(mode, Duration.ofSeconds(item.number("hold")));
    }

    private static AcknowledgmentMode acknowledgmentMode(Item item) {
        AcknowledgmentMode mode = item.wordOrNull("acknowledgment", AcknowledgmentMode.class);
        return mode == null ? AcknowledgmentMode.NO_ACKNOWLEDGMENT : mode;
    }

    /** What the order was for before. */
    static Item of(LineItems items) {
        return new Item()
                .put("total", items.total())
                .put("rows", items.rows().stream().map(InvoiceItem::of).toList());
    }

    static LineItems lineItems(Item item, Money like) {
        return new LineItems(
                item.items("rows").stream().map(row -> row(row, like)).toList(), item.money("total", like));
    }

    private static Item of(Invoice.Row row) {
        return new Item()
                .put("description", row.description())
                .put("quantity", row.quantity())
                .put("total", row.total())
                .put("unitPrice", row.unitPrice())
                .put("discount", row.discount())
                .put("taxRate", row.taxRate())
                .put("unit", row.unit())
                .put("sku", row.sku())
                .put("ean", row.ean());
    }

    static Invoice invoice(Item item) {
        Money zero = new Money(Currency.getInstance(item.text("currency")), 0);
        return InvoiceBuilder.builder()
                .orderId(item.text("orderId"))
                .title(item.text("title"))
                .titled(!item.isTrue("untitled"))
                .rows(item.items("rows").stream().map(row -> row(row, zero)).toList())
                .total(item.money("total", zero))
                .issueDate(item.instantOrNull("issued"))
                .cashierId(item.textOrNull("cashier"))
                .footer(item.textOrNull("footer"))
                .backUrl(item.textOrNull("backUrl"))
                .renewUrl(item.textOrNull("renewUrl"))
                .returnUrl(item.textOrNull("returnUrl"))
                .cancelUrl(item.textOrNull("cancelUrl"))
                .reservation(reservation(item))
                .acknowledgmentMode(acknowledgmentMode(item))
                .metadata(item.textsByName("metadata"))
                .build();
    }

    private static Invoice.Row row(Item item, Money zero) {
        return new Invoice.Row(
                item.textOrNull("description"),
                item.decimal("quantity"),
                item.money("total", zero),
                item.moneyOrNull("unitPrice", zero),
                item.moneyOrNull("discount", zero),
                item.decimalOrNull("taxRate"),
                item.textOrNull("unit"),
                item.textOrNull("sku"),
                item.textOrNull("ean"));
    }
}
