package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.dynamodb.UnreliableHttp.Way;
import dev.seqrpay.payment.Attempt;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.Claim;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import dev.seqrpay.payment.PaymentStoreContract;
import dev.seqrpay.payment.StoreUnavailable;
import dev.seqrpay.payment.StoredPayment;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the table answers when it is not up to it, one answer after the other, and what our store makes of that. */
public abstract class BusyTableContract {
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Way LOST_ON_THE_WAY_BACK = (call, request) -> {
        request.call();
        throw new SocketTimeoutException();
    };
    private static final Way CONFLICT = (call, request) ->
            call.isTransaction() ? call.cancelled("TransactionConflict") : call.refused("TransactionConflict");

    private final Change creation = PaymentStoreContract.creation();
    private final Payment payment = creation.stored();

    protected abstract TemplateTable table();

    /** These first, and then as ever. */
    private static Way first(Way... ways) {
        Deque<Way> first = new ArrayDeque<>(List.of(ways));
        return (call, request) ->
                first.isEmpty() ? request.call() : first.remove().send(call, request);
    }

    private static Way[] each(int times, Way way) {
        return Collections.nCopies(times, way).toArray(Way[]::new);
    }

    private StoredPayment read() {
        return table().payments().read(payment.id()).orElseThrow();
    }

    private void assertStoredOnce() {
        assertThat(table().payments().find(payment.id())).contains(payment);
        assertThat(table().payments().history(payment.id())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    void a_transaction_that_could_not_be_made_now_is_made_in_a_moment(String reason) {
        Way busy = first(each(3, (call, request) -> call.cancelled(reason)));

        assertThat(table().payments(busy).commit(creation)).isEqualTo(new Committed(Outcome.APPLIED, payment));
        assertStoredOnce();
    }

    @Test
    void a_transaction_that_can_never_be_made_is_given_up() {
        Way busy = (call, request) -> call.cancelled("ThrottlingError");

        assertThatThrownBy(() -> table().payments(busy).commit(creation))
                .isInstanceOf(StoreUnavailable.class)
                .hasCauseInstanceOf(TransactionCanceledException.class);
        assertThat(table().payments().find(payment.id())).isEmpty();
    }

    @Test
    void a_write_whose_answer_got_lost_is_known_again() {
        Way bad = first(LOST_ON_THE_WAY_BACK);

        assertThat(table().payments(bad).commit(creation)).isEqualTo(new Committed(Outcome.APPLIED, payment));
        assertStoredOnce();
    }

    /** AWS's client names its call, for its own repetitions; after a conflict we make another call, with another name. */
    @Test
    void a_write_whose_answer_got_lost_is_known_again_behind_a_conflict() {
        Way bad = first(LOST_ON_THE_WAY_BACK, CONFLICT);

        assertThat(table().payments(bad).commit(creation)).isEqualTo(new Committed(Outcome.APPLIED, payment));
        assertStoredOnce();
    }

    @Test
    void what_somebody_else_wrote_while_we_heard_nothing_is_not_ours() {
        Way bad = first(
                (call, request) -> {
                    table().payments().commit(creation);
                    throw new SocketTimeoutException();
                },
                CONFLICT);

        assertThat(table().payments(bad).commit(creation)).isEqualTo(new Committed(Outcome.LOST, payment));
        assertStoredOnce();
    }

    @Test
    void a_claim_that_meets_a_change_is_refused() {
        table().payments().commit(creation);
        Way change = (call, request) -> {
            table().payments().commit(PaymentStoreContract.end(payment));
            return call.refused("TransactionConflict");
        };

        StoredPayment read = read();

        assertThat(table().payments(first(change)).claim(read, payment.createdAt()))
                .isFalse();
    }

    @Test
    void what_meets_a_change_that_comes_to_nothing_is_written() {
        table().payments().commit(creation);
        Attempt left = new Attempt(0, Instant.EPOCH);

        assertThat(table().payments(first(CONFLICT)).claim(read(), payment.createdAt()))
                .isTrue();
        table().payments(first(CONFLICT)).release(payment, left);
        assertThat(table().payments().find(payment.id())).contains(payment.withAttempt(left));

        Payment issued =
                table().payments().commit(PaymentStoreContract.issue(payment)).payment();
        table().payments(first(CONFLICT)).recordVersion(issued, 2);
        assertThat(table().payments().find(payment.id())).contains(issued.withSeqrVersion(2));
    }

    @Test
    void a_claim_whose_answer_got_lost_keeps_all_away_until_its_interval_is_over() {
        table().payments().commit(creation);

        assertThat(table().payments(first(LOST_ON_THE_WAY_BACK)).claim(read(), payment.createdAt()))
                .isFalse();
        assertThat(read().claim()).as("it holds back the others").isEqualTo(new Claim(payment.createdAt(), false));
        assertThat(table().payments().claim(read(), payment.createdAt().plus(LEASE)))
                .isTrue();
    }
}
