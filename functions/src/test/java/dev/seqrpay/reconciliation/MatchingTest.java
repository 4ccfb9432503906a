package dev.seqrpay.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Money;
import dev.seqrpay.reconciliation.Difference.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private final Map<String, String> elsewhere = Map.of("e9", "pay_9");
    private final List<Difference> differences = new ArrayList<>();

    @Test
    void what_both_have_agrees() {
        Tally tally = match(report("e1", "10", "e2", "20"), paid("1", "10"), paid("2", "20"));

        assertThat(differences).isEmpty();
        assertThat(tally.agreed()).isEqualTo(2);
        assertThat(tally.reportedPaid()).isEqualTo(3000);
        assertThat(tally.booked().paid()).containsExactly(Map.entry("SEK", 3000L));
    }

    @Test
    void a_difference_names_the_payment_what_we_say_and_what_the_report_says() {
        match(report("e1", "11"), paid("1", "10"));

        assertThat(differences)
                .containsExactly(new Difference(
                        Kind.OTHER_AMOUNT, "pay_1", null, "e1", Money.of("SEK", "10"), new BigDecimal("11.00")));
    }

    @Test
    void a_payment_is_missing_unknown_doubled_or_of_another_period() {
        match(report("e2", "20", "e3", "30", "e3", "30", "e9", "5"), paid("1", "10"), paid("3", "30"));

        assertThat(differences)
                .extracting(Difference::kind, Difference::paymentId, Difference::ersReference)
                .containsExactlyInAnyOrder(
                        tuple(Kind.MISSING_PAYMENT, "pay_1", "e1"),
                        tuple(Kind.UNKNOWN_PAYMENT, null, "e2"),
                        tuple(Kind.DOUBLED, "pay_3", "e3"),
                        tuple(Kind.OTHER_PERIOD, "pay_9", "e9"));
    }

    @Test
    void a_refund_is_found_by_its_own_reference_and_by_the_payments() {
        match(report("e1", "10", "f1", "-4", "e1", "-1"), paid("1", "10", refund("f1", "4"), refund("f2", "1")));
        match(report("e1", "10", "e1", "-5"), paid("1", "10", refund("f1", "4"), refund("f2", "1")));
        match(report("e1", "10", "e1", "-5"), paid("1", "10", refund(null, "4"), refund(null, "1")));
        match(report("e1", "-5"), given("1", refund("f1", "5")));

        assertThat(differences).isEmpty();
    }

    @Test
    void a_refund_is_missing_unknown_doubled_or_of_another_amount() {
        match(
                report("e1", "10", "e2", "10", "f2", "-3", "e3", "10", "e3", "-10", "e4", "10", "f4", "-1", "f4", "-1"),
                paid("1", "10", refund("f1", "4")),
                paid("2", "10", refund("f2", "4")),
                paid("3", "10"),
                paid("4", "10", refund("f4", "1")));

        assertThat(differences)
                .extracting(Difference::kind, Difference::paymentId, Difference::refundId)
                .containsExactlyInAnyOrder(
                        tuple(Kind.MISSING_REFUND, "pay_1", "ref_f1"),
                        tuple(Kind.OTHER_REFUND_AMOUNT, "pay_2", "ref_f2"),
                        tuple(Kind.UNKNOWN_REFUND, "pay_3", null),
                        tuple(Kind.DOUBLED, "pay_4", "ref_f4"));
    }

    @Test
    void a_report_that_shows_no_refunds_is_one_difference_and_not_one_for_each() {
        Tally tally = match(
                report("e1", "10", "e2", "10"), paid("1", "10", refund("f1", "4")), paid("2", "10", refund("f2", "1")));

        assertThat(differences)
                .containsExactly(new Difference(Kind.REFUNDS_NOT_SHOWN, null, null, null, Money.of("SEK", "5"), null));
        assertThat(tally.showsRefunds()).isFalse();
        assertThat(tally.agreed()).isEqualTo(2);
    }

    /** Its shop never heard of it, and SEQR took it back. */
    @Test
    void what_came_and_went_again_and_we_never_had_is_no_difference() {
        match(report("e1", "10", "e7", "30", "e7", "-30"), paid("1", "10"));

        assertThat(differences).isEmpty();
    }

    @Test
    void a_report_of_sums_agrees_with_or_without_the_refunds_in_them() {
        BookedPayment payment = paid("1", "10", refund("f1", "4"));
        for (String total : List.of("10", "6")) match(SeqrsReport.of(sum(total)), payment);
        assertThat(differences).isEmpty();

        match(SeqrsReport.of(sum("11")), payment);

        assertThat(differences)
                .containsExactly(new Difference(
                        Kind.OTHER_TOTAL, null, null, null, Money.of("SEK", "6"), new BigDecimal("11.00")));
    }

    @Test
    void nothing_depends_on_how_much_is_held_at_once() {
        Random random = new Random(3);
        for (int day = 0; day < 300; day++) {
            List<BookedPayment> ours = new ArrayList<>();
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < random.nextInt(40); i++) mix(random, i, ours, rows);
            SeqrsReport report = SeqrsReport.of("<TransactionDetails>" + rows + "</TransactionDetails>");

            List<Difference> whole = new ArrayList<>();
            Tally tally = new Matching(known -> Optional.empty()).match(report, ours, whole::add);
            for (int atOnce : new int[] {1, 3, 17}) {
                List<Difference> sliced = new ArrayList<>();
                Tally again = new Matching(known -> Optional.empty(), atOnce).match(report, ours, sliced::add);
                assertThat(again).isEqualTo(tally);
                assertThat(sliced).containsExactlyInAnyOrderElementsOf(whole);
            }
            assertThat(tally.differences()).isEqualTo(whole.size());
        }
    }

    @Test
    void a_hundred_thousand_rows_are_compared_with_a_tenth_of_them_held_at_once() {
        int count = 100_000;
        StringBuilder rows = new StringBuilder();
        List<BookedPayment> ours = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String ers = "20261127120000000" + (10_000_000 + i);
            rows.append(row(ers, i % 1000 == 7 ? "2.00000" : "1.00000"));
            if (i % 1000 != 8) ours.add(new BookedPayment("pay_" + i, ers, Money.of("SEK", "1"), List.of()));
        }
        SeqrsReport report = SeqrsReport.of("<TransactionDetails>" + rows + "</TransactionDetails>");

        Tally tally = match(report, ours.toArray(new BookedPayment[0]));
        Slice slice = new Slice(3, 11, true);
        slice.compare(report, ours, known -> Optional.empty(), new Findings(difference -> {}));

        assertThat(tally.movements()).isEqualTo(count);
        assertThat(differences).hasSize(200);
        assertThat(tally.agreed()).isEqualTo(count - 200);
        assertThat(slice.size()).isLessThan(2 * count / 10);
    }

    @Test
    void differences_are_CSV_and_a_reference_cannot_be_a_formula() throws Exception {
        match(report("=1+1", "11", "e1", "9"), paid("1", "10"));
        StringBuilder out = new StringBuilder();
        DifferenceCsv csv = new DifferenceCsv(out);
        differences.sort((a, b) -> a.kind().compareTo(b.kind()));
        for (Difference difference : differences) csv.write(difference);

        assertThat(CsvReader.rows(out.toString()))
                .containsExactly(
                        List.of("kind", "paymentId", "refundId", "ersReference", "ours", "currency", "reported"),
                        List.of("UNKNOWN_PAYMENT", "", "", "'=1+1", "", "", "11.00"),
                        List.of("OTHER_AMOUNT", "pay_1", "", "e1", "10.00", "SEK", "9.00"));
    }

    private static void mix(Random random, int i, List<BookedPayment> ours, StringBuilder rows) {
        String ers = "e" + i;
        List<BookedRefund> refunds = random.nextInt(3) == 0 ? List.of(refund("f" + i, "1")) : List.of();
        if (random.nextInt(10) > 0)
            ours.add(
                    new BookedPayment("pay_" + i, ers, random.nextInt(8) == 0 ? null : Money.of("SEK", "10"), refunds));
        for (int times = random.nextInt(10); times < 11; times += 8)
            rows.append(row(ers, random.nextInt(9) == 0 ? "11" : "10"));
        if (random.nextInt(3) == 0) rows.append(row(random.nextBoolean() ? ers : "f" + i, "-1"));
    }

    private Tally match(SeqrsReport report, BookedPayment... ours) {
        return new Matching(ers -> Optional.ofNullable(elsewhere.get(ers)))
                .match(report, List.of(ours), differences::add);
    }

    /** References and their amounts in turn. */
    private static SeqrsReport report(String... rows) {
        StringBuilder text = new StringBuilder("<TransactionDetails>");
        for (int i = 0; i < rows.length; i += 2) text.append(row(rows[i], rows[i + 1]));
        return SeqrsReport.of(text + "</TransactionDetails>");
    }

    private static String row(String ers, String amount) {
        return "<Row><TerminalId>t1</TerminalId><CashierId>NULL</CashierId><SalesAmount>" + amount
                + "</SalesAmount><ErsReference>" + ers + "</ErsReference></Row>";
    }

    private static String sum(String total) {
        return "<TerminalTransactionSummary><Row><SalesCount>1</SalesCount><SalesTotal>" + total
                + "</SalesTotal></Row></TerminalTransactionSummary>";
    }

    private static BookedPayment paid(String number, String amount, BookedRefund... refunds) {
        return new BookedPayment("pay_" + number, "e" + number, Money.of("SEK", amount), List.of(refunds));
    }

    private static BookedPayment given(String number, BookedRefund... refunds) {
        return new BookedPayment("pay_" + number, "e" + number, null, List.of(refunds));
    }

    private static BookedRefund refund(String ers, String amount) {
        return new BookedRefund("ref_" + ers, ers, Money.of("SEK", amount));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return new org.assertj.core.groups.Tuple(values);
    }
}
