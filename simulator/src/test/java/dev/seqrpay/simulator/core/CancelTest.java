package dev.seqrpay.simulator.core;

import static dev.seqrpay.simulator.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** cancelInvoice against a payer who is paying. */
class CancelTest {
    private final SeqrFixture world = new SeqrFixture();

    @Test
    void an_unpaid_invoice_is_cancelled() {
        String reference = world.send();

        world.seqr.cancelInvoice(world.shop, reference);

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.CANCELED);
    }

    @Test
    void a_cancelled_one_answers_95() {
        String reference = world.send();
        world.seqr.cancelInvoice(world.shop, reference);

        assertRefused(95, () -> world.seqr.cancelInvoice(world.shop, reference));
    }

    @Test
    void one_that_the_payer_has_cancelled_answers_55() {
        String reference = world.send();
        world.payer.scan(reference);
        world.payer.cancel(reference);

        assertRefused(55, () -> world.seqr.cancelInvoice(world.shop, reference));
    }

    @Test
    void a_paid_one_answers_50_and_stays_paid() {
        String reference = world.paid();

        assertRefused(50, () -> world.seqr.cancelInvoice(world.shop, reference));
        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void one_at_the_PIN_prompt_answers_51_and_can_still_be_paid() {
        String reference = world.send();
        world.payer.scan(reference);

        assertRefused(51, () -> world.seqr.cancelInvoice(world.shop, reference));

        world.payer.confirm(reference, SeqrFixture.PIN);
        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void it_can_be_cancelled_again_once_the_payer_has_walked_away() {
        String reference = world.send();
        world.payer.scan(reference);
        world.payer.walkAway(reference);

        world.seqr.cancelInvoice(world.shop, reference);

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.CANCELED);
    }

    @Test
    void a_payer_who_only_stares_at_the_prompt_does_not_hold_the_shop_for_ever() {
        String reference = world.send();
        world.payer.scan(reference);
        world.pass(Duration.ofSeconds(61));

        world.seqr.cancelInvoice(world.shop, reference);

        assertThat(world.status(reference).status()).isEqualTo(InvoiceStatus.CANCELED);
    }

    @Test
    void scanning_again_starts_the_wait_again() {
        String reference = world.send();
        world.payer.scan(reference);
        world.passSeconds(50);
        world.payer.scan(reference);
        world.passSeconds(20);

        assertRefused(51, () -> world.seqr.cancelInvoice(world.shop, reference));
    }

    /** The first of the two wins, and the other is told. */
    @RepeatedTest(50)
    void of_a_shop_that_cancels_and_a_payer_who_pays_at_once_exactly_one_succeeds() throws Exception {
        String reference = world.send();
        CyclicBarrier together = new CyclicBarrier(2);

        CompletableFuture<Boolean> paid = succeeds(together, () -> world.pay(reference));
        CompletableFuture<Boolean> cancelled =
                succeeds(together, () -> world.seqr.cancelInvoice(world.shop, reference));

        assertThat(paid.get()).isNotEqualTo(cancelled.get());
        assertThat(world.status(reference).status())
                .isEqualTo(paid.get() ? InvoiceStatus.PAID : InvoiceStatus.CANCELED);
        assertThat(world.seqr.ledger()).hasSize(paid.get() ? 1 : 0);
    }

    private static CompletableFuture<Boolean> succeeds(CyclicBarrier together, Runnable action) {
        Executor ownThread = task -> new Thread(task).start();
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        together.await();
                        action.run();
                        return true;
                    } catch (Refused | PayerRefused late) {
                        return false;
                    } catch (InterruptedException | BrokenBarrierException e) {
                        throw new IllegalStateException(e);
                    }
                },
                ownThread);
    }
}
