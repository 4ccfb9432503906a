package dev.seqrpay.web;

import static dev.seqrpay.web.Sample.row;
import static dev.seqrpay.web.Sample.sek;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Invoice;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaxTest {

    @Test
    void is_contained_in_the_amount() {
        Tax tax = new Tax(new BigDecimal("25"), sek("1198.00"));
        assertThat(tax.amount()).isEqualTo(sek("239.60"));
        assertThat(tax.net()).isEqualTo(sek("958.40"));
    }

    @Test
    void net_and_tax_always_make_the_amount() {
        for (String rate : List.of("0", "6", "12", "12.5", "25", "100"))
            for (long minor = 0; minor < 200; minor++) {
                Tax tax = new Tax(new BigDecimal(rate), new dev.seqrpay.payment.Money(sek("0").currency(), minor));
                assertThat(tax.net().plus(tax.amount())).isEqualTo(tax.gross());
            }
    }

    @Test
    void is_summed_by_rate_however_it_is_written() {
        Invoice invoice = invoice(
                row("a", "1", "0.03", null, null, "25.00", null),
                row("b", "1", "1.00", null, null, "6", null),
                row("c", "1", "0.02", null, null, "25", null),
                row("d", "1", "9.00", null, null, null, null));
        assertThat(Tax.of(invoice)).extracting(Tax::gross).containsExactly(sek("1.00"), sek("0.05"));
        assertThat(Tax.of(invoice)).extracting(Tax::amount).containsExactly(sek("0.06"), sek("0.01"));
    }

    private static Invoice invoice(Invoice.Row... rows) {
        return new Invoice("1", null, List.of(rows), sek("10.05"), null, null, null, null, null);
    }
}
