package dev.seqrpay.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.reconciliation.Reconciliation.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A shop's periods, day after day, with a SEQR that is late, down, wrong, or does not say what it has done. */
class ReconcilingTest {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final MapReconciliations store = new MapReconciliations();
    private final List<Reconciliation> ended = new ArrayList<>();
    private final Books books = new Books();
    private final Reconciling reconciling = new Reconciling(store, books, books, () -> books.now, ended::add);

    @Test
    void a_day_is_marked_once_after_its_midnight_and_compared_when_its_report_is_ready() {
        books.paid("1", "10");
        books.pass(Duration.ofDays(1));

        run();
        assertThat(last().state()).isEqualTo(State.MARKED);
        assertThat(last().problem()).contains("not ready");
        assertThat(last().day()).isEqualTo("2026-11-26");
        books.pass(Duration.ofSeconds(3));
        run();
        run();

        assertThat(books.marks).hasSize(1);
        assertThat(last().state()).isEqualTo(State.COMPARED);
        assertThat(last().outcome()).isEqualTo(new Reconciliation.Outcome(1, 0, 1, 1, 0, 1000));
        assertThat(ended).hasSize(1).noneMatch(Reconciliation::isAlarming);
    }

    @Test
    void what_does_not_agree_is_kept_and_somebody_has_to_look() {
        books.paid("1", "10");
        books.seqrsAlone("9", 500);
        finishDay();

        assertThat(store.differences("shop", 1))
                .extracting(Difference::kind)
                .containsExactly(Difference.Kind.UNKNOWN_PAYMENT);
        assertThat(ended).hasSize(1).allMatch(Reconciliation::isAlarming);
    }

    @Test
    void a_day_without_payments_has_its_period_too() {
        finishDay();
        finishDay();

        assertThat(store.latest("shop", 9)).extracting(Reconciliation::state).containsOnly(State.COMPARED);
        assertThat(ended).hasSize(2).noneMatch(Reconciliation::isAlarming);
    }

    @Test
    void reports_that_were_down_for_two_days_are_caught_up_in_order() {
        books.isReportDown = true;
        for (int i = 1; i <= 3; i++) {
            books.paid(String.valueOf(i), "10");
            finishDay();
        }
        assertThat(store.latest("shop", 9)).extracting(Reconciliation::state).containsOnly(State.MARKED);
        assertThat(store.find("shop", 1).orElseThrow().problem()).contains("outcome unknown");

        books.isReportDown = false;
        run();

        assertThat(ended).extracting(Reconciliation::number).containsExactly(1, 2, 3);
        assertThat(ended).noneMatch(Reconciliation::isAlarming);
    }

    @Test
    void a_mark_that_did_not_reach_SEQR_is_made_later_for_both_days() {
        books.failure = SeqrException.notSent("markTransactionPeriod", "refused", null);
        books.paid("1", "10");
        finishDay();
        books.paid("2", "10");
        finishDay();
        assertThat(last().state()).isEqualTo(State.OPEN);
        assertThat(last().problem()).contains("was not sent");

        books.failure = null;
        run();
        books.pass(Duration.ofSeconds(3));
        run();

        assertThat(last().number()).isEqualTo(1);
        assertThat(last().outcome().agreed()).isEqualTo(2);
    }

    @Test
    void a_mark_without_an_answer_is_lost_and_what_was_in_it_is_told() {
        books.paid("1", "10");
        books.losesAnswer = true;
        books.pass(Duration.ofDays(1));
        run();
        assertThat(ended).extracting(Reconciliation::state).containsExactly(State.LOST);
        assertThat(ended).allMatch(Reconciliation::isAlarming);

        books.losesAnswer = false;
        books.pass(Duration.ofMinutes(59));
        run();
        assertThat(last().state()).isEqualTo(State.LOST);
        books.pass(Duration.ofMinutes(1));
        run();
        books.pass(Duration.ofSeconds(3));
        run();

        assertThat(last().state()).isEqualTo(State.COMPARED);
        assertThat(store.differences("shop", last().number()))
                .extracting(Difference::kind)
                .containsExactly(Difference.Kind.MISSING_PAYMENT);
    }

    @Test
    void a_mark_without_an_answer_that_SEQR_never_made_is_made_up_for() {
        books.paid("1", "10");
        books.failure = SeqrException.unknown("markTransactionPeriod", "time-out", null);
        finishDay();
        books.failure = null;
        books.pass(Duration.ofHours(1));
        run();
        books.pass(Duration.ofSeconds(3));
        run();

        assertThat(last().outcome().agreed()).isEqualTo(1);
        assertThat(last().isAlarming()).isFalse();
    }

    @Test
    void a_function_that_dies_while_it_marks_leaves_a_lost_period() {
        books.dies = true;
        books.pass(Duration.ofDays(1));
        try {
            run();
        } catch (IllegalStateException died) {
            books.dies = false;
        }
        run();
        assertThat(last().state()).isEqualTo(State.MARKING);

        books.pass(Duration.ofMinutes(20));
        run();
        books.pass(Duration.ofSeconds(3));
        run();

        assertThat(store.latest("shop", 9))
                .extracting(Reconciliation::state)
                .containsExactly(State.COMPARED, State.LOST);
    }

    @Test
    void a_function_that_dies_before_it_marks_is_gone_on_with() {
        books.pass(Duration.ofDays(1));
        store.store(Reconciliation.open("shop", 1, books.now.atZone(STOCKHOLM).toLocalDate(), Instant.EPOCH));
        run();

        assertThat(books.marks).hasSize(1);
        assertThat(last().state()).isEqualTo(State.MARKED);
    }

    @Test
    void two_functions_at_once_mark_one_period() {
        books.pass(Duration.ofDays(1));
        books.meanwhile = this::run;
        run();

        assertThat(books.marks).hasSize(1);
    }

    @Test
    void what_both_clocks_have_in_two_periods_is_carried_over_once() {
        books.paid("1", "10");
        books.pass(Duration.ofDays(1));
        books.lateAtSeqr("2", "20", books.now.minusSeconds(1));
        books.onMark = () -> books.earlyAtSeqr("3", "30", books.now.plusSeconds(5));
        run();
        books.onMark = () -> {};
        books.pass(Duration.ofMinutes(1));
        run();
        assertThat(last().outcome().differences()).isZero();
        assertThat(last().carried()).isEqualTo(new Carried(Set.of("pay_2"), Set.of("pay_3")));

        finishDay();

        assertThat(last().outcome()).isEqualTo(new Reconciliation.Outcome(1, 0, 1, 1, 0, 2000));
        assertThat(last().carried()).isEqualTo(Carried.NOTHING);
    }

    @Test
    void what_never_comes_is_a_difference_of_the_next_period() {
        books.pass(Duration.ofDays(1));
        books.oursAlone("2", "20", books.now.minusSeconds(1));
        run();
        books.pass(Duration.ofMinutes(1));
        run();
        assertThat(last().outcome().differences()).isZero();

        finishDay();

        assertThat(store.differences("shop", 2))
                .extracting(Difference::kind, Difference::paymentId)
                .containsExactly(new org.assertj.core.groups.Tuple(Difference.Kind.MISSING_PAYMENT, "pay_2"));
    }

    @Test
    void a_report_that_can_never_be_read_is_given_up_and_the_next_is_compared() {
        books.text = "<html>Busy</html>";
        finishDay();
        books.pass(Duration.ofDays(4));
        run();
        assertThat(store.find("shop", 1).orElseThrow().state()).isEqualTo(State.MARKED);
        assertThat(store.find("shop", 1).orElseThrow().problem()).contains("cannot be taken");

        books.pass(Duration.ofDays(2));
        books.unreadable = books.marks.keySet().iterator().next();
        run();
        books.pass(Duration.ofSeconds(3));
        run();

        assertThat(ended).extracting(Reconciliation::state).startsWith(State.UNREADABLE, State.COMPARED);
    }

    @Test
    void on_demand_a_period_is_marked_now_and_not_twice_while_it_is_under_way() {
        books.paid("1", "10");
        Reconciliation first = reconciling.now("shop", STOCKHOLM);
        assertThat(reconciling.now("shop", STOCKHOLM).number()).isEqualTo(first.number());
        assertThat(first.day()).isEqualTo("2026-11-26");
        books.pass(Duration.ofSeconds(3));
        assertThat(reconciling.now("shop", STOCKHOLM).state()).isEqualTo(State.COMPARED);

        Reconciliation second = reconciling.now("shop", STOCKHOLM);
        books.pass(Duration.ofSeconds(3));
        second = reconciling.now("shop", STOCKHOLM);

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.outcome().movements()).isZero();
        assertThat(second.isAlarming()).isFalse();
    }

    @Test
    void each_day_of_a_year_is_marked_once_whatever_its_clocks_do() {
        books.now = Instant.parse("2026-01-01T10:00:00Z");
        run();
        int before = books.marks.size();
        for (int i = 0; i < 365 * 96; i++) {
            books.pass(Duration.ofMinutes(15));
            run();
        }

        assertThat(books.marks).hasSize(before + 365);
        assertThat(store.latest("shop", 400)).extracting(Reconciliation::day).doesNotHaveDuplicates();
        assertThat(store.latest("shop", 400))
                .extracting(each -> Duration.between(
                                each.to()
                                        .atZone(STOCKHOLM)
                                        .toLocalDate()
                                        .atStartOfDay(STOCKHOLM)
                                        .toInstant(),
                                each.to())
                        .toMinutes())
                .filteredOn(minutes -> minutes >= 15)
                .hasSize(1);
    }

    @Test
    void whatever_is_down_whenever_each_payment_is_compared_once() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            ReconcilingTest world = new ReconcilingTest();
            int payments = world.live(random);
            int agreed = world.store.latest("shop", 999).stream()
                    .filter(each -> each.state() == State.COMPARED)
                    .mapToInt(each ->
                            each.outcome().agreed() + each.carried().reported().size())
                    .sum();
            assertThat(world.ended).as("seed " + seed).noneMatch(Reconciliation::isAlarming);
            assertThat(agreed).as("seed " + seed).isEqualTo(payments);
        }
    }

    private int live(Random random) {
        int payments = 0;
        for (int i = 0; i < 20 * 96; i++) {
            books.pass(Duration.ofSeconds(800 + random.nextInt(200)));
            if (random.nextInt(8) == 0) books.isReportDown = random.nextInt(3) == 0;
            if (random.nextInt(8) == 0)
                books.failure =
                        random.nextInt(3) == 0 ? SeqrException.notSent("markTransactionPeriod", "down", null) : null;
            Instant near = books.now.plusSeconds(random.nextInt(60) - 30);
            switch (random.nextInt(8)) {
                case 0 -> books.paid("p" + payments++, "1");
                case 1 -> books.lateAtSeqr("p" + payments++, "1", near.isBefore(books.now) ? near : books.now);
                case 2 -> books.earlyAtSeqr("p" + payments++, "1", near.isAfter(books.now) ? near : books.now);
                default -> {}
            }
            run();
        }
        books.isReportDown = false;
        books.failure = null;
        for (int i = 0; i < 3; i++) finishDay();
        return payments;
    }

    private void finishDay() {
        books.pass(Duration.ofDays(1));
        run();
        books.pass(Duration.ofSeconds(3));
        run();
    }

    private void run() {
        reconciling.day("shop", STOCKHOLM);
    }

    private Reconciliation last() {
        return store.latest("shop", 1).get(0);
    }

    /** SEQR's ledger and ours. */
    private static final class Books implements SeqrsBooks, BookedMoney {
        private Instant now = Instant.parse("2026-11-26T10:00:00Z");
        private final Map<String, List<String>> marks = new LinkedHashMap<>();
        private final Map<String, Instant> markedAt = new LinkedHashMap<>();
        private final List<String> ledger = new ArrayList<>();
        private final List<String> later = new ArrayList<>();
        private final Map<Instant, BookedPayment> ours = new LinkedHashMap<>();
        private Runnable meanwhile = () -> {};
        private Runnable onMark = () -> {};
        private SeqrException failure;
        private boolean losesAnswer;
        private boolean dies;
        private boolean isReportDown;
        private String text;
        private String unreadable;
        private int tick;

        void pass(Duration time) {
            now = now.plus(time);
            ledger.addAll(later);
            later.clear();
        }

        void paid(String number, String amount) {
            oursAlone(number, amount, now);
            seqrsAlone(number, Money.of("SEK", amount).minor());
        }

        void seqrsAlone(String number, long minor) {
            ledger.add(row(number, minor));
        }

        void oursAlone(String number, String amount, Instant at) {
            ours.put(
                    at.plusNanos(++tick),
                    new BookedPayment("pay_" + number, "e" + number, Money.of("SEK", amount), List.of()));
        }

        /** SEQR has it behind its next mark. */
        void lateAtSeqr(String number, String amount, Instant at) {
            oursAlone(number, amount, at.minusNanos(1_000_000));
            later.add(row(number, Money.of("SEK", amount).minor()));
        }

        /** SEQR has it now, and we hear of it later. */
        void earlyAtSeqr(String number, String amount, Instant at) {
            oursAlone(number, amount, at);
            seqrsAlone(number, Money.of("SEK", amount).minor());
        }

        private static String row(String number, long minor) {
            return "<Row><SalesAmount>" + BigDecimal.valueOf(minor, 2) + "</SalesAmount><ErsReference>e" + number
                    + "</ErsReference></Row>";
        }

        @Override
        public String mark(String merchantId) {
            Runnable other = meanwhile;
            meanwhile = () -> {};
            other.run();
            if (dies) throw new IllegalStateException("killed");
            if (failure != null) throw failure;
            onMark.run();
            String id = "p" + (marks.size() + 1);
            marks.put(id, new ArrayList<>(ledger));
            markedAt.put(id, now);
            ledger.clear();
            ledger.addAll(later);
            later.clear();
            if (losesAnswer) throw SeqrException.unknown("markTransactionPeriod", "lost", null);
            return id;
        }

        @Override
        public Optional<SeqrsReport> report(String merchantId, String periodId) {
            if (isReportDown) throw SeqrException.unknown("executeReport", "down", null);
            if (now.isBefore(markedAt.get(periodId).plusSeconds(3))) return Optional.empty();
            if (text != null && (unreadable == null || unreadable.equals(periodId)))
                return Optional.of(SeqrsReport.of(text));
            return Optional.of(SeqrsReport.of(
                    "<TransactionDetails>" + String.join("", marks.get(periodId)) + "</TransactionDetails>"));
        }

        @Override
        public List<BookedPayment> between(String merchantId, Instant from, Instant to) {
            return ours.entrySet().stream()
                    .filter(entry ->
                            !entry.getKey().isBefore(from) && entry.getKey().isBefore(to))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        @Override
        public Optional<String> paymentOf(String merchantId, String ersReference) {
            return ours.values().stream()
                    .filter(each -> each.ersReference().equals(ersReference))
                    .map(BookedPayment::paymentId)
                    .findFirst();
        }
    }
}
