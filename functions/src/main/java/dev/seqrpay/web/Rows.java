package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;

import dev.seqrpay.payment.Invoice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was bought, line by line. No table: on a narrow screen the amounts would squeeze the words. */
final class Rows {
    private static final char NO_BREAK = '\u00a0';

    private final Page page;
    private final Invoice invoice;

    Rows(Page page) {
        this.page = page;
        this.invoice = page.view.payment().invoice();
    }

    private Element row(Invoice.Row row) {
        return element("li")
                .add(
                        element("span", description(row)).with("dir", "auto"),
                        element("span", page.formats.money(row.total())).css("amount"),
                        element("small", details(row)).with("dir", "auto"));
    }

    private String description(Invoice.Row row) {
        return Stream.of(row.description(), row.sku(), row.ean())
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(page.texts.of(row.total().minor() < 0 ? "row.discount" : "row.unnamed"));
    }

    private String details(Invoice.Row row) {
        List<String> details = new ArrayList<>();
        details.add(quantity(row));
        if (row.discount() != null && row.discount().minor() != 0)
            details.add(page.texts.of("row.discount") + NO_BREAK + page.formats.money(row.discount()));
        if (row.taxRate() != null) details.add(page.texts.of("tax") + NO_BREAK + page.formats.percent(row.taxRate()));
        return String.join(" · ", details);
    }

    private String quantity(Invoice.Row row) {
        String quantity = page.formats.quantity(row.quantity());
        String counted = row.unit() == null ? quantity : quantity + NO_BREAK + row.unit();
        return row.unitPrice() == null ? counted : counted + " × " + page.formats.money(row.unitPrice());
    }

    Element list() {
        return element("ul")
                .css("rows")
                .add(invoice.rows().stream().map(this::row).toList());
    }
}
