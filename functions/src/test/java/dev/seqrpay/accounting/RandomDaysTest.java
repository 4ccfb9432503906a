package dev.seqrpay.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.RefundDetails;
import dev.seqrpay.payment.Tax;
import dev.seqrpay.reconciliation.BookedPayment;
import dev.seqrpay.reconciliation.CsvReader;
import dev.seqrpay.reconciliation.Difference;
import dev.seqrpay.reconciliation.Matching;
import dev.seqrpay.reconciliation.SeqrsReport;
import dev.seqrpay.reconciliation.Tally;
import dev.seqrpay.reconciliation.UnreadableReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ten thousand days as shops may have them, with reports as SEQR may write them, right and wrong. */
class RandomDaysTest {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final String[] RATES = {"25", "25.00", "12", "6", "0", null};
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final Random random = new Random(20261127);

    private ShopDay day;
    private List<Payment> payments;
    private List<List<Refund>> refunds;

    @Test
    void each_voucher_sums_to_zero_and_agrees_with_the_report() throws IOException {
        int unreadable = 0;
        int different = 0;
        int empty = 0;
        for (int i = 0; i < 10_000; i++) {
            makeDay(i);
            DayBook book = book();
            assertList(book);
            String text = report();
            Tally tally = tally(text);
            if (tally == null) unreadable++;
            else if (tally.differences() > 0) different++;
            if (assertVoucher(book, tally, text).isEmpty()) empty++;
        }
        assertThat(unreadable).isBetween(300, 3000);
        assertThat(different).isBetween(2000, 8000);
        assertThat(empty).isBetween(50, 2000);
    }

    private Optional<Voucher> assertVoucher(DayBook book, Tally tally, String report) {
        Long net = tally == null ? null : tally.reportedNet();
        Optional<Voucher> voucher = Voucher.of(book, Accounts.BAS, net);
        if (voucher.isEmpty()) {
            assertThat(book.paid()).isZero();
            assertThat(book.refunded()).isZero();
            return voucher;
        }
        SieReader sie = SieReader.read(SieFile.of(
                voucher.get(),
                "Åkes \"Fisk\" & Ön AB",
                "556000-0000",
                "S",
                day.date().plusDays(1)));
        long ours = book.paid() - book.refunded();
        long owed = tally == null ? ours : shown(report) - (tally.showsRefunds() ? 0 : book.refunded());
        assertThat(sie.sumOf("1580")).isEqualByComparingTo(kronor(owed));
        assertThat(sie.sumOf("2999")).isEqualByComparingTo(kronor(ours - owed));
        assertThat(sie.sumOf("2611")).isEqualByComparingTo(kronor(-vat("25")));
        assertThat(sie.sumOf("2621")).isEqualByComparingTo(kronor(-vat("12")));
        assertThat(sie.sumOf("2631")).isEqualByComparingTo(kronor(-vat("6")));
        return voucher;
    }

    /** What the report says in sum, read with no parser. */
    private static long shown(String report) {
        long sum = 0;
        for (String element : new String[] {"SalesAmount>", "RefundAmount>"})
            for (int at = report.indexOf("<" + element); at >= 0; at = report.indexOf("<" + element, at + 1)) {
                int begin = at + 1 + element.length();
                long minor = new BigDecimal(report.substring(begin, report.indexOf('<', begin)))
                        .movePointRight(2)
                        .longValueExact();
                sum += element.startsWith("S") ? minor : -minor;
            }
        return sum;
    }

    /** As receipts have it: by payment. What is given back in full has no VAT left. */
    private long vat(String rate) {
        long sum = 0;
        for (int i = 0; i < payments.size(); i++) {
            long sold = vatOf(payments.get(i), rate);
            List<Refund> given = refunds.get(i);
            long back = given.stream().mapToLong(each -> each.amount().minor()).sum();
            boolean isWhole = back == payments.get(i).invoice().total().minor();
            boolean isAllOfDay = given.stream().allMatch(each -> day.contains(each.createdAt()));
            if (day.contains(payments.get(i).paidAt())) sum += sold;
            if (isWhole && isAllOfDay) sum -= sold;
            else sum -= vatGivenBack(payments.get(i), given, rate);
        }
        return sum;
    }

    private static long vatOf(Payment payment, String rate) {
        return Tax.of(payment.invoice()).stream()
                .filter(tax -> tax.rate().compareTo(new BigDecimal(rate)) == 0)
                .mapToLong(tax -> tax.amount().minor())
                .sum();
    }

    private long vatGivenBack(Payment payment, List<Refund> given, String rate) {
        DayBook alone = new DayBook(day, Money.currency("SEK"));
        alone.add(payment, given);
        return alone.refundsVat().getOrDefault(Rate.of(rate), 0L);
    }

    private void assertList(DayBook book) throws IOException {
        StringBuilder out = new StringBuilder();
        SettlementList list = new SettlementList(day, out);
        for (int i = 0; i < payments.size(); i++) list.write(payments.get(i), refunds.get(i));
        List<List<String>> rows = CsvReader.rows(out.toString());
        BigDecimal sum =
                rows.stream().skip(1).map(row -> new BigDecimal(row.get(6))).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(rows).hasSize(1 + book.payments() + book.refunds());
        assertThat(sum).isEqualByComparingTo(kronor(book.paid() - book.refunded()));
    }

    private DayBook book() {
        DayBook book = new DayBook(day, Money.currency("SEK"));
        for (int i = 0; i < payments.size(); i++) book.add(payments.get(i), refunds.get(i));
        return book;
    }

    private Tally tally(String report) {
        List<BookedPayment> ours = new ArrayList<>();
        for (int i = 0; i < payments.size(); i++) {
            List<Refund> ofDay = refunds.get(i).stream()
                    .filter(refund -> day.contains(refund.createdAt()))
                    .toList();
            boolean isOfDay = day.contains(payments.get(i).paidAt());
            if (isOfDay || !ofDay.isEmpty()) ours.add(BookedPayment.of(payments.get(i), isOfDay, ofDay));
        }
        List<Difference> differences = new ArrayList<>();
        try {
            Tally tally = new Matching(ers -> Optional.empty()).match(SeqrsReport.of(report), ours, differences::add);
            assertThat(tally.differences()).isEqualTo(differences.size());
            return tally;
        } catch (UnreadableReport refused) {
            return null;
        }
    }

    /** Payments of the day, some of the day before, and refunds of the day and of the day after. */
    private void makeDay(int number) {
        day = new ShopDay(FIRST.plusDays(number % 1000), STOCKHOLM);
        payments = new ArrayList<>();
        refunds = new ArrayList<>();
        long seconds = Duration.between(day.begin(), day.end()).toSeconds();
        for (int i = random.nextInt(6); i > 0; i--) {
            Instant at =
                    day.begin().plusSeconds(random.nextLong(seconds)).minusSeconds(random.nextInt(5) == 0 ? 90_000 : 0);
            Payment payment = SampleDay.paid(number + "-" + i, at, rows());
            payments.add(payment);
            refunds.add(refundsOf(payment, number + "-" + i));
        }
    }

    private Invoice.Row[] rows() {
        Invoice.Row[] rows = new Invoice.Row[1 + random.nextInt(4)];
        for (int i = 0; i < rows.length; i++) {
            boolean isDiscount = i > 0 && random.nextInt(6) == 0;
            String amount =
                    (isDiscount ? "-" : "") + kronor(1 + random.nextInt(isDiscount ? 40 : 40_000) + (i == 0 ? 200 : 0));
            rows[i] = SampleDay.row(amount, RATES[random.nextInt(RATES.length)]);
        }
        return rows;
    }

    private List<Refund> refundsOf(Payment payment, String number) {
        List<Refund> given = new ArrayList<>();
        long left = payment.invoice().total().minor();
        for (int i = 0; i < 3 && left > 0 && random.nextInt(3) == 0; i++) {
            Invoice.Row first = payment.invoice().rows().get(0);
            boolean byRow = i == 0 && random.nextBoolean() && first.total().minor() <= left;
            long amount = byRow ? first.total().minor() : random.nextInt(3) == 0 ? left : 1 + random.nextLong(left);
            Money money = new Money(payment.invoice().total().currency(), amount);
            RefundDetails details = byRow
                    ? new RefundDetails(List.of(new RefundDetails.Row(1, BigDecimal.ONE, money)), "=1+1", "-2")
                    : RefundDetails.NONE;
            Instant at = payment.paidAt().plusSeconds(1 + i * (random.nextInt(4) == 0 ? 90_000L : 1));
            given.add(SampleDay.refund(number + "-" + i, payment.id(), money, at, details));
            left -= amount;
        }
        return given;
    }

    private String report() {
        StringBuilder rows = new StringBuilder();
        int form = random.nextInt(4);
        for (int i = 0; i < payments.size(); i++) {
            Payment payment = payments.get(i);
            if (day.contains(payment.paidAt())) sale(rows, payment);
            for (Refund refund : refunds.get(i))
                if (day.contains(refund.createdAt())) refund(rows, form, payment, refund);
        }
        if (random.nextInt(10) == 0) row(rows, "unknown", "SalesAmount", 100 + random.nextInt(900));
        String whole = "<?xml version=\"1.0\"?>\n<TransactionDetails><Meta><ResellerId>r</ResellerId></Meta>" + rows
                + "</Cashier>";
        return random.nextInt(12) == 0 ? whole.substring(0, random.nextInt(whole.length())) : whole;
    }

    private void sale(StringBuilder rows, Payment payment) {
        long minor = payment.invoice().total().minor();
        int mistake = random.nextInt(20);
        if (mistake != 0) row(rows, payment.ersReference(), "SalesAmount", mistake == 1 ? minor + 100 : minor);
        if (mistake == 2) row(rows, payment.ersReference(), "SalesAmount", minor);
    }

    private void refund(StringBuilder rows, int form, Payment payment, Refund refund) {
        long minor = refund.amount().minor();
        switch (form) {
            case 0 -> row(rows, refund.ersReference(), "SalesAmount", -minor);
            case 1 -> row(rows, payment.ersReference(), "SalesAmount", -minor);
            case 2 -> row(rows, refund.ersReference(), "RefundAmount", minor);
            default -> {}
        }
    }

    private static void row(StringBuilder rows, String ers, String name, long minor) {
        rows.append("<Row><TerminalId>t</TerminalId><" + name + ">" + kronor(minor) + "000</" + name + "><ErsReference>"
                + ers + "</ErsReference></Row>");
    }

    private static BigDecimal kronor(long minor) {
        return BigDecimal.valueOf(minor, 2);
    }
}
