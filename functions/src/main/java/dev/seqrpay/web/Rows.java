package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;

import dev.seqrpay.payment.Invoice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was bought, line by line, and the total. Two columns, so that it fits any screen. */
final class Rows {
    private final Page page;
    private final Invoice invoice;

    Rows(Page page) {
        this.page = page;
        this.invoice = page.view.payment().invoice();
    }

    Element table() {
        return element("table")
                .css("rows")
                .add(
                        element("thead").add(head()),
                        element("tbody")
                                .add(invoice.rows().stream().map(this::row).toList()),
                        element("tfoot").add(totals()));
    }

    private Element head() {
        return element("tr")
                .add(
                        column(page.texts.of("row.description")),
                        column(page.texts.of("row.amount")).css("amount"));
    }

    private static Element column(String text) {
        return element("th", text).with("scope", "col");
    }

    private Element row(Invoice.Row row) {
        Element item = element("td").add(element("span", description(row)).with("dir", "auto"));
        item.add(element("small", details(row)).with("dir", "auto"));
        return line(item, page.formats.money(row.total()));
    }

    private String description(Invoice.Row row) {
        return Stream.of(row.description(), row.sku(), row.ean())
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(page.texts.of("row.unnamed"));
    }

    private String details(Invoice.Row row) {
        List<String> details = new ArrayList<>();
        details.add(quantity(row));
        if (row.discount() != null && row.discount().minor() != 0)
            details.add(page.texts.of("row.discount") + " " + page.formats.money(row.discount()));
        if (row.taxRate() != null) details.add(page.texts.of("tax") + " " + page.formats.percent(row.taxRate()));
        return String.join(" · ", details);
    }

    private String quantity(Invoice.Row row) {
        String quantity = page.formats.quantity(row.quantity());
        String counted = row.unit() == null ? quantity : quantity + " " + row.unit();
        return row.unitPrice() == null ? counted : counted + " × " + page.formats.money(row.unitPrice());
    }

    private List<Element> totals() {
        var refunded = page.view.payment().refunded();
        Element total = total(page.texts.of("total"), page.formats.money(invoice.total()));
        if (!refunded.isPositive()) return List.of(total);
        return List.of(
                total,
                total(page.texts.of("refunded"), page.formats.money(refunded)).css("refunded"));
    }

    private static Element total(String name, String amount) {
        return line(element("th", name).with("scope", "row"), amount);
    }

    private static Element line(Element name, String amount) {
        return element("tr").add(name, element("td", amount).css("amount"));
    }
}
