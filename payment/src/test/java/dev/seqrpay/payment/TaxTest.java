package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

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
                Tax tax = new Tax(new BigDecimal(rate), new Money(sek("0").currency(), minor));
                assertThat(tax.net().plus(tax.amount())).isEqualTo(tax.gross());
            }
    }

    @Test
    void is_summed_by_rate_however_it_is_written() {
        Invoice invoice = invoice(row("0.03", "25.00"), row("1.00", "6"), row("0.02", "25"), row("9.00", null));
        assertThat(Tax.of(invoice)).extracting(Tax::gross).containsExactly(sek("1.00"), sek("0.05"));
        assertThat(Tax.of(invoice)).extracting(Tax::amount).containsExactly(sek("0.06"), sek("0.01"));
    }

    private static Invoice invoice(Invoice.Row... rows) {
        return new Invoice("1", "t", List.of(rows), sek("10.05"), null, null, null, null, null);
    }

    private static Invoice.Row row(String total, String rate) {
        BigDecimal tax = rate == null ? null : new BigDecimal(rate);
        return new Invoice.Row(null, BigDecimal.ONE, sek(total), null, null, tax, null, null, null);
    }

    private static Money sek(String value) {
        return Money.of("SEK", value);
    }
}
