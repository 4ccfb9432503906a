package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.payment.Attempt;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.Claim;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.StoreUnavailable;
import dev.seqrpay.payment.StoredPayment;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call to a table that gives no answer throws StoreUnavailable, which callers know: they try again. */
class AwayTest {
    private static final Payment PAID = PaymentItemTest.paid();

    static Stream<Consumer<PaymentStore>> calls() {
        return Stream.of(
                store -> store.read("pay_a"),
                store -> store.find("pay_a"),
                store -> store.commit(new Change(State.ISSUED, PAID, Cause.POLL, null, null, null)),
                store -> store.claim(new StoredPayment(PAID, Claim.NONE), Instant.EPOCH),
                store -> store.recordNoAnswer(PAID, Instant.EPOCH),
                store -> store.recordVersion(PAID, 3),
                store -> store.release(PAID, new Attempt(1, Instant.EPOCH)),
                store -> store.due(Instant.EPOCH, 10),
                store -> store.refund("pay_a", "ref_a"),
                store -> store.refunds("pay_a"),
                store -> store.ofOrder("shop", "1001"),
                store -> store.history("pay_a"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void no_answer_is_told_as_no_answer(Consumer<PaymentStore> call) {
        RecordingTable table = new RecordingTable();
        table.answers(RecordingTable.json(Map.of(
                "__type", "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", "message", "no such table")));

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> call.accept(table.payments()));
    }
}
