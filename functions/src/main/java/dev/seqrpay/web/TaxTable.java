package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;

import dev.seqrpay.payment.Tax;
import java.util.List;
import java.util.stream.Stream;

/** The tax by rate. The caption names the currency, so that four columns fit a phone. */
final class TaxTable {
    private final Page page;
    private final List<Tax> taxes;

    TaxTable(Page page, List<Tax> taxes) {
        this.page = page;
        this.taxes = taxes;
    }

    Element table() {
        String currency = taxes.get(0).gross().currency().getCurrencyCode();
        return element("table")
                .add(
                        element("caption", page.texts.of("tax") + " (" + currency + ")"),
                        element("thead").add(element("tr").add(head())),
                        element("tbody").add(taxes.stream().map(this::row).toList()));
    }

    private List<Element> head() {
        return Stream.of("tax.rate", "tax.net", "tax", "tax.gross")
                .map(key -> element("th", page.texts.of(key)).with("scope", "col"))
                .toList();
    }

    private Element row(Tax tax) {
        return element("tr")
                .add(
                        element("th", page.formats.percent(tax.rate())).with("scope", "row"),
                        element("td", page.formats.bare(tax.net())),
                        element("td", page.formats.bare(tax.amount())),
                        element("td", page.formats.bare(tax.gross())));
    }
}
