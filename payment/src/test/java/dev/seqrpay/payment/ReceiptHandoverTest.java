package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Reminder.HandOverReceipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptHandoverTest {
    private final UseCaseFixture shop = new UseCaseFixture();
    private final Payment paid = shop.paid();

    /** Until no reminder of it is left. @return how long it took */
    private Duration handOver() {
        Instant begun = shop.instant();
        while (shop.queue.next(Instant.MAX).isPresent()) {}
        shop.watch.handle(new HandOverReceipt(paid.id(), 1));
        for (var next = shop.queue.next(Instant.MAX); next.isPresent(); next = shop.queue.next(Instant.MAX)) {
            shop.pass(Duration.between(shop.instant(), next.get().due()));
            shop.watch.handle(next.get().reminder());
        }
        return Duration.between(begun, shop.instant());
    }

    @Test
    void seqr_gets_the_receipt_of_a_paid_payment() {
        shop.seqr.agrees();

        assertThat(handOver()).isZero();
        assertThat(shop.seqr.calls).containsExactly("submitPaymentReceipt ers-1 receipt of " + paid.id());
        assertThat(shop.now(paid)).isEqualTo(paid);
    }

    @Test
    void an_outage_is_waited_for() {
        shop.seqr.isNotReached().isSilent().answers(94).agrees();

        assertThat(handOver()).isEqualTo(Duration.ofMinutes(1 + 5 + 15));
        assertThat(shop.seqr.calls).hasSize(4);
        assertThat(shop.unanswered).hasSize(3);
    }

    @Test
    void after_five_tries_it_is_given_up() {
        for (int i = 0; i < 5; i++) shop.seqr.isNotReached();

        assertThat(handOver()).isEqualTo(Duration.ofMinutes(36));
        assertThat(shop.seqr.calls).hasSize(5);
        assertThat(shop.now(paid)).isEqualTo(paid);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 23, 91})
    void what_seqr_refuses_is_not_asked_for_again(int code) {
        shop.seqr.answers(code);

        assertThat(handOver()).isZero();
        assertThat(shop.unanswered).hasSize(1);
    }

    @Test
    void what_is_not_paid_any_more_has_no_receipt() {
        Payment other = new UseCaseFixture().issued();
        shop.store.commit(Change.of(paid, paid.reversed(shop.instant()), Cause.PERSON));

        shop.watch.handle(new HandOverReceipt(paid.id(), 1));
        shop.watch.handle(new HandOverReceipt(other.id() + "x", 1));

        assertThat(shop.seqr.calls).isEqualTo(List.of());
    }
}
