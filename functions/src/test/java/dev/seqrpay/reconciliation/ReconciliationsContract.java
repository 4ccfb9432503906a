package dev.seqrpay.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What both tables of reconciliations keep to. */
public abstract class ReconciliationsContract {
    private static final Instant NOW = Instant.parse("2026-11-27T23:05:00.123456789Z");

    protected abstract Reconciliations store();

    @Test
    void what_is_stored_is_read_again_to_the_last_field() {
        Reconciliation open = open(1);
        Reconciliation compared = open.marking(NOW)
                .marked("p1")
                .waiting("not ready")
                .compared(
                        new Reconciliation.Outcome(3, 1, 4, 2, 2, -12_345_678_901L),
                        new Carried(Set.of("pay_1", "pay_1/ref_1"), Set.of("pay_2")));
        for (Reconciliation step : List.of(
                open,
                open.marking(NOW),
                open.marking(NOW).marked("p1"),
                open.marking(NOW).marked("p1").waiting("not ready"),
                compared)) {
            assertThat(store().store(step)).isTrue();
            assertThat(store().find("shop", 1)).contains(step);
        }
        assertThat(store().latest("shop", 9)).containsExactly(compared);
    }

    @Test
    void a_change_is_stored_only_if_nobody_was_faster() {
        Reconciliation open = open(1);
        assertThat(store().store(open)).isTrue();
        assertThat(store().store(Reconciliation.open("shop", 1, LocalDate.of(2026, 1, 1), NOW)))
                .isFalse();

        assertThat(store().store(open.marking(NOW))).isTrue();
        assertThat(store().store(open.marking(NOW.plusSeconds(1)))).isFalse();

        assertThat(store().find("shop", 1)).contains(open.marking(NOW));
        assertThat(store().store(open(2).marking(NOW))).isFalse();
        assertThat(store().find("shop", 2)).isEmpty();
    }

    @Test
    void the_latest_come_first_and_each_shop_has_its_own() {
        IntStream.rangeClosed(1, 12).forEach(number -> store().store(open(number)));

        assertThat(store().latest("shop", 3)).extracting(Reconciliation::number).containsExactly(12, 11, 10);
        assertThat(store().latest("sho", 3)).isEmpty();
        assertThat(store().find("other", 1)).isEmpty();
    }

    @Test
    void differences_are_kept_instead_of_those_before() {
        Difference full = new Difference(
                Difference.Kind.OTHER_AMOUNT, "pay_1", "ref_1", "e1", Money.of("EUR", "10"), new BigDecimal("-0.10"));
        Difference bare = new Difference(Difference.Kind.REFUNDS_NOT_SHOWN, null, null, null, null, null);
        Difference largest = new Difference(
                Difference.Kind.UNKNOWN_PAYMENT, null, null, "å".repeat(256), null, new BigDecimal("1.00"));

        store().keep(open(1), List.of(bare));
        store().keep(open(1), List.of(full, bare));
        store().keep(open(2), Collections.nCopies(Reconciliations.MOST_DIFFERENCES, largest));

        assertThat(store().differences("shop", 1)).containsExactly(full, bare);
        assertThat(store().differences("shop", 2))
                .hasSize(Reconciliations.MOST_DIFFERENCES)
                .containsOnly(largest);
        assertThat(store().differences("shop", 3)).isEmpty();
    }

    private static Reconciliation open(int number) {
        return Reconciliation.open("shop", number, LocalDate.of(2026, 11, 27), Instant.EPOCH);
    }
}
