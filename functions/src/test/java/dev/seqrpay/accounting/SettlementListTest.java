package dev.seqrpay.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.RefundDetails;
import dev.seqrpay.reconciliation.CsvReader;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementListTest {
    private static final ShopDay DAY = new ShopDay(LocalDate.of(2026, 10, 25), ZoneId.of("Europe/Stockholm"));

    private final StringBuilder out = new StringBuilder();

    @Test
    void payments_and_refunds_are_rows_and_texts_are_no_formulas() throws IOException {
        Instant two = Instant.parse("2026-10-25T00:30:00Z");
        new SettlementList(DAY, out)
                .write(
                        SampleDay.paid("1", two, SampleDay.row("10", "25")),
                        List.of(
                                SampleDay.refund(
                                        "1", "pay_1", Money.of("SEK", "4"), two.plusSeconds(3600), reason("=1+1")),
                                SampleDay.refund("2", "pay_1", Money.of("SEK", "1"), DAY.end(), reason("late"))));

        assertThat(CsvReader.rows(out.toString()))
                .containsExactly(
                        List.of(
                                "type",
                                "at",
                                "orderId",
                                "paymentId",
                                "refundId",
                                "ersReference",
                                "amount",
                                "currency",
                                "reason",
                                "by"),
                        List.of(
                                "payment",
                                "2026-10-25T02:30:00+02:00",
                                "order-1",
                                "pay_1",
                                "",
                                "e1",
                                "10.00",
                                "SEK",
                                "",
                                ""),
                        List.of(
                                "refund",
                                "2026-10-25T02:30:00+01:00",
                                "order-1",
                                "pay_1",
                                "ref_1",
                                "f1",
                                "-4.00",
                                "SEK",
                                "'=1+1",
                                "'@bo"));
    }

    @Test
    void a_day_without_payments_has_the_names_of_the_columns() throws IOException {
        new SettlementList(DAY, out).write(SampleDay.paid("1", DAY.end(), SampleDay.row("10", "25")), List.of());

        assertThat(CsvReader.rows(out.toString())).hasSize(1);
    }

    private static RefundDetails reason(String reason) {
        return new RefundDetails(List.of(), reason, "@bo");
    }
}
