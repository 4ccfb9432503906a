package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;

import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The receipt that SEQR keeps for the payer: what was bought and paid, as plain HTML without anything to fetch. */
public final class ReceiptDocument {
    private ReceiptDocument() {}

    /** @param paid a payment that SEQR has confirmed */
    public static byte[] html(Payment paid) {
        Invoice order = paid.invoice();
        Element table = element("table")
                .add(order.rows().stream().map(ReceiptDocument::row).toList());
        Element html = element("html")
                .add(
                        element("head").add(element("meta").with("charset", "utf-8"), element("title", order.title())),
                        element("body")
                                .add(
                                        element("h1", order.title()),
                                        element("p", order.orderId()),
                                        table.add(row(List.of("", "", "", text(order.total())))),
                                        element("p", "SEQR " + paid.ersReference()),
                                        element("p", String.valueOf(paid.paidAt()))));
        return ("<!DOCTYPE html>" + html).getBytes(StandardCharsets.UTF_8);
    }

    private static Element row(Invoice.Row row) {
        return row(List.of(
                row.quantity().toPlainString(),
                row.description() == null ? "" : row.description(),
                row.taxRate() == null ? "" : row.taxRate().toPlainString() + " %",
                text(row.total())));
    }

    private static Element row(List<String> cells) {
        return element("tr").add(cells.stream().map(cell -> element("td", cell)).toList());
    }

    private static String text(Money money) {
        return money.decimal().toPlainString() + " " + money.currency().getCurrencyCode();
    }
}
