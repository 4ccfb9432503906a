package dev.seqrpay.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Refunds near to a mark. */
class PeriodComparisonTest implements BookedMoney {
    private static final Instant FIRST = Instant.parse("2026-11-26T23:00:00Z");
    private static final Instant SECOND = FIRST.plusSeconds(86_400);

    private final Map<Instant, BookedPayment> ours = new LinkedHashMap<>();

    @Test
    void a_refund_that_the_report_does_not_show_yet_is_carried_over() {
        ours.put(FIRST.minusSeconds(600), payment("10"));
        ours.put(FIRST.minusSeconds(1), refund("4"));

        Reconciliation first = compared(1, Instant.EPOCH, FIRST, row("e1", "10"), Carried.NOTHING);
        Reconciliation second = compared(2, FIRST, SECOND, row("f1", "-4"), first.carried());

        assertThat(first.isAlarming()).isFalse();
        assertThat(first.carried().toCome()).isEqualTo(Set.of("pay_1/ref_1"));
        assertThat(second.isAlarming()).isFalse();
        assertThat(second.outcome().agreed()).isEqualTo(1);
    }

    @Test
    void one_that_the_report_shows_already_is_carried_over_too() {
        ours.put(FIRST.minusSeconds(600), payment("10"));
        ours.put(FIRST.plusSeconds(1), refund("4"));

        Reconciliation first = compared(1, Instant.EPOCH, FIRST, row("e1", "10") + row("e1", "-4"), Carried.NOTHING);
        Reconciliation second = compared(2, FIRST, SECOND, "", first.carried());

        assertThat(first.isAlarming()).isFalse();
        assertThat(first.carried().reported()).isEqualTo(Set.of("pay_1/ref_1"));
        assertThat(second.isAlarming()).isFalse();
    }

    @Test
    void one_of_noon_that_no_report_shows_is_told() {
        ours.put(FIRST.minusSeconds(600), payment("10"));
        ours.put(FIRST.minusSeconds(300), refund("4"));

        assertThat(compared(1, Instant.EPOCH, FIRST, row("e1", "10"), Carried.NOTHING)
                        .isAlarming())
                .isTrue();
    }

    @Test
    void what_is_carried_over_is_reported_in_the_next_period() {
        ours.put(FIRST.minusSeconds(600), payment("10"));
        ours.put(FIRST.minusSeconds(1), refund("4"));
        Reconciliation first = compared(1, Instant.EPOCH, FIRST, row("e1", "10"), Carried.NOTHING);
        Reconciliation second = compared(2, FIRST, SECOND, row("f1", "-4"), first.carried());

        assertThat(first.outcome().reportedNet()).isEqualTo(1000);
        assertThat(second.outcome().reportedNet()).isEqualTo(-400);
    }

    private Reconciliation compared(int number, Instant from, Instant to, String rows, Carried before) {
        Reconciliation marked = Reconciliation.open("shop", number, LocalDate.of(2026, 11, 26), from)
                .marking(to)
                .marked("p" + number);
        SeqrsReport report = SeqrsReport.of("<TransactionDetails>" + rows + "</TransactionDetails>");
        return new PeriodComparison(marked, this).compare(report, before);
    }

    private static BookedPayment payment(String amount) {
        return new BookedPayment("pay_1", "e1", Money.of("SEK", amount), List.of());
    }

    private static BookedPayment refund(String amount) {
        return new BookedPayment(
                "pay_1", "e1", null, List.of(new BookedRefund("ref_1", "f1", Money.of("SEK", amount))));
    }

    private static String row(String ers, String amount) {
        return "<Row><SalesAmount>" + amount + "</SalesAmount><ErsReference>" + ers + "</ErsReference></Row>";
    }

    @Override
    public List<BookedPayment> between(String merchantId, Instant from, Instant to) {
        Map<String, BookedPayment> found = new LinkedHashMap<>();
        ours.forEach((at, each) -> {
            if (!at.isBefore(from) && at.isBefore(to)) found.merge(each.paymentId(), each, BookedPayment::and);
        });
        return List.copyOf(found.values());
    }

    @Override
    public Optional<String> paymentOf(String merchantId, String ersReference) {
        return ersReference.equals("e1") ? Optional.of("pay_1") : Optional.empty();
    }
}
