package dev.seqrpay.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.RefundDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VoucherTest {
    private static final ShopDay DAY = new ShopDay(LocalDate.of(2026, 11, 27), ZoneId.of("Europe/Stockholm"));
    private static final Instant NOON = DAY.begin().plusSeconds(12 * 3600);

    private final DayBook book = new DayBook(DAY, Money.currency("SEK"));

    @Test
    void sales_are_booked_by_rate_without_their_VAT() {
        book.add(
                SampleDay.paid(
                        "1", NOON, SampleDay.row("125", "25"), SampleDay.row("112", "12.00"), SampleDay.row("10", "0")),
                List.of());
        book.add(SampleDay.paid("2", NOON, SampleDay.row("106", "6"), SampleDay.row("-6", null)), List.of());

        assertThat(lines(null))
                .containsExactly(
                        "1580 347.00 SEQR, utan rapport",
                        "3004 -10.00 Försäljning 0 %",
                        "3003 -100.00 Försäljning 6 %",
                        "2631 -6.00 Moms 6 %",
                        "3002 -100.00 Försäljning 12 %",
                        "2621 -12.00 Moms 12 %",
                        "3001 -100.00 Försäljning 25 %",
                        "2611 -25.00 Moms 25 %",
                        "3000 6.00 Försäljning");
    }

    @Test
    void a_refund_is_booked_on_its_own_lines_by_the_rates_of_its_rows() {
        Payment payment = SampleDay.paid("1", NOON, SampleDay.row("125", "25"), SampleDay.row("112", "12"));
        RefundDetails second =
                new RefundDetails(List.of(new RefundDetails.Row(2, BigDecimal.ONE, sek("112"))), null, null);
        book.add(payment, List.of(SampleDay.refund("1", "pay_1", sek("112"), NOON, second)));

        assertThat(lines(12500L))
                .contains(
                        "1580 125.00 SEQR enligt rapport",
                        "3002 100.00 Återbetalning 12 %",
                        "2621 12.00 Moms på återbetalning 12 %")
                .noneMatch(line -> line.contains("2999") || line.contains("Återbetalning 25"));
    }

    @Test
    void a_refund_of_an_amount_is_of_all_rates_in_proportion_and_the_last_of_what_is_left() {
        Payment payment = SampleDay.paid("1", NOON, SampleDay.row("100.01", "25"), SampleDay.row("33.33", "12"));
        List<Refund> thirds = List.of(
                SampleDay.refund("1", "pay_1", sek("44.45"), NOON, RefundDetails.NONE),
                SampleDay.refund("2", "pay_1", sek("44.45"), NOON.plusSeconds(1), RefundDetails.NONE),
                SampleDay.refund("3", "pay_1", sek("44.44"), NOON.plusSeconds(2), RefundDetails.NONE));
        book.add(payment, thirds);

        assertThat(book.refundsByRate()).isEqualTo(book.sales());
        assertThat(book.refundsVat()).isEqualTo(book.salesVat());
        assertThat(lines(0L)).noneMatch(line -> line.startsWith("1580") || line.startsWith("2999"));
    }

    @Test
    void what_the_report_says_is_what_SEQR_owes_and_the_rest_is_a_difference() {
        book.add(SampleDay.paid("1", NOON, SampleDay.row("100", "25")), List.of());

        assertThat(lines(9000L)).contains("1580 90.00 SEQR enligt rapport", "2999 10.00 Differens mot rapport");
        assertThat(lines(11000L)).contains("1580 110.00 SEQR enligt rapport", "2999 -10.00 Differens mot rapport");
    }

    @Test
    void a_report_of_a_day_without_payments_is_booked_too() {
        assertThat(Voucher.of(book, Accounts.BAS, null)).isEmpty();
        assertThat(Voucher.of(book, Accounts.BAS, 0L)).isEmpty();
        assertThat(lines(100L)).containsExactly("1580 1.00 SEQR enligt rapport", "2999 -1.00 Differens mot rapport");
    }

    @Test
    void a_day_ends_at_midnight_of_the_shop() {
        book.add(SampleDay.paid("1", DAY.begin(), SampleDay.row("1", "25")), List.of());
        book.add(SampleDay.paid("2", DAY.end().minusNanos(1), SampleDay.row("2", "25")), List.of());
        book.add(SampleDay.paid("3", DAY.end(), SampleDay.row("4", "25")), List.of());
        book.add(SampleDay.paid("4", DAY.begin().minusNanos(1), SampleDay.row("8", "25")), List.of());

        assertThat(book.paid()).isEqualTo(300);
        assertThat(book.payments()).isEqualTo(2);
    }

    @Test
    void refunds_that_SEQR_has_not_confirmed_are_not_booked() {
        Payment payment = SampleDay.paid("1", NOON, SampleDay.row("100", "25"));
        Refund settled = SampleDay.refund("1", "pay_1", sek("10"), NOON, RefundDetails.NONE);
        Refund unknown =
                new Refund("ref_2", "pay_1", sek("10"), Refund.State.UNKNOWN, null, null, NOON, RefundDetails.NONE);
        book.add(payment, List.of(unknown, settled));

        assertThat(book.refunded()).isEqualTo(1000);
    }

    @Test
    void a_rate_without_an_account_is_named_and_can_be_given_one() {
        book.add(SampleDay.paid("1", NOON, SampleDay.row("124", "24")), List.of());

        assertThatExceptionOfType(Unbookable.class)
                .isThrownBy(() -> Voucher.of(book, Accounts.BAS, null))
                .withMessageContaining("sales.24");
        Accounts finnish = Accounts.BAS.with(Map.of("sales.24", "3061", "vat.24", "2615", "refunds.24", "3062"));
        assertThat(Voucher.of(book, finnish, null).orElseThrow().lines())
                .extracting(line -> line.account().number())
                .containsExactly("1580", "3061", "2615");
    }

    @Test
    void no_other_currency_comes_into_a_voucher() {
        DayBook euros = new DayBook(DAY, Money.currency("EUR"));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> euros.add(SampleDay.paid("1", NOON, SampleDay.row("1", "25")), List.of()))
                .withMessageContaining("pay_1");
    }

    private List<String> lines(Long reported) {
        return Voucher.of(book, Accounts.BAS, reported).orElseThrow().lines().stream()
                .map(line -> line.account().number() + " " + BigDecimal.valueOf(line.minor(), 2) + " " + line.text())
                .toList();
    }

    private static Money sek(String value) {
        return Money.of("SEK", value);
    }
}
