package dev.seqrpay.simulator.control;

import dev.seqrpay.simulator.core.Amount;
import dev.seqrpay.simulator.core.CustomerToken;
import dev.seqrpay.simulator.core.Invoice;
import dev.seqrpay.simulator.core.InvoiceRow;
import dev.seqrpay.simulator.core.InvoiceView;
import dev.seqrpay.simulator.core.Sum;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An invoice as the pages and tools get it. Sums are strings, since a JSON number may not be exact. */
final class InvoiceJson {
    private InvoiceJson() {}

    static Map<String, Object> of(InvoiceView view) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reference", view.reference());
        json.put("qrText", view.qrText());
        json.put("link", view.link());
        json.put("terminalId", view.terminalId());
        json.put("shop", view.shop());
        putInvoice(json, view.invoice());
        json.put("status", view.status().name());
        json.put("version", view.version());
        json.put("beingPaid", view.beingPaid());
        json.put("issuedAt", view.issuedAt().toString());
        putPayment(json, view);
        json.put("statusCalls", view.statusCalls());
        json.put("tokens", view.tokens().stream().map(InvoiceJson::token).toList());
        json.put(
                "sms",
                view.messages().stream()
                        .map(sms -> Map.of("at", sms.at().toString(), "text", sms.text()))
                        .toList());
        return json;
    }

    private static void putInvoice(Map<String, Object> json, Invoice invoice) {
        json.put("title", invoice.title());
        json.put("clientInvoiceId", invoice.clientInvoiceId());
        json.put("amount", amount(invoice.total()));
        json.put("rows", invoice.rows().stream().map(InvoiceJson::row).toList());
        json.put("footer", invoice.footer());
        json.put("backUrl", invoice.backUrl());
        json.put("notificationUrl", invoice.notificationUrl());
        json.put("paymentMode", invoice.paymentMode());
        json.put("acknowledgmentMode", invoice.acknowledgmentMode());
    }

    private static void putPayment(Map<String, Object> json, InvoiceView view) {
        json.put("paidAt", Objects.toString(view.paidAt(), null));
        json.put("ersReference", view.ersReference());
        json.put("paid", sum(view.paid()));
        json.put("acknowledged", view.acknowledged());
        json.put("reversed", view.reversed());
        json.put("refunded", view.refunded().toPlainString());
        json.put("receipts", view.receipts());
    }

    private static Map<String, Object> row(InvoiceRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("description", row.description());
        json.put("quantity", plain(row.quantity()));
        json.put("unit", row.unit());
        json.put("total", amount(row.total()));
        return json;
    }

    private static Map<String, Object> token(CustomerToken token) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", token.id());
        json.put("value", token.value());
        json.put("description", token.description());
        json.put("status", token.status());
        return json;
    }

    private static @Nullable Map<String, Object> amount(@Nullable Amount amount) {
        if (amount == null) return null;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", plain(amount.value()));
        json.put("currency", amount.currency());
        return json;
    }

    private static @Nullable Map<String, Object> sum(@Nullable Sum sum) {
        return sum == null ? null : amount(Amount.of(sum));
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
