package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.State;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What goes over the wire. DynamoDB reads with eventual consistency unless it is told otherwise, and an index cannot be told
 * ("Read consistency", DynamoDB developer guide); DynamoDB Local is always consistent, so that no test on it would notice.
 */
class ConsistentReadsTest {
    private final RecordingTable table = new RecordingTable();

    static List<Consumer<PaymentStore>> reads() {
        return List.of(
                store -> store.find("pay_a"),
                store -> store.read("pay_a"),
                store -> store.refund("pay_a", "ref_a"),
                store -> store.refunds("pay_a"),
                store -> store.history("pay_a"),
                store -> store.ofOrder("shop", "1001"));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void every_read_of_a_payment_is_consistent(Consumer<PaymentStore> read) {
        read.accept(table.payments());

        assertThat(table.requests).hasSize(1).allSatisfy(request -> assertThat(request)
                .containsEntry("ConsistentRead", true));
    }

    @Test
    void so_is_the_read_of_a_row_whose_reference_was_taken() {
        table.cancels(none -> null, "None", "ConditionalCheckFailed");

        assertThatThrownBy(() -> table.payments()
                .commit(new Change(State.ISSUED, PaymentItemTest.paid(), Cause.POLL, null, null, null)));

        assertThat(table.requests).hasSize(2);
        assertThat(table.requests.get(1)).containsEntry("ConsistentRead", true);
    }

    @Test
    void so_is_that_of_the_sockets_of_a_payment() {
        new DynamoDbConnections(table.client(), "table").of("pay_a", Instant.EPOCH);

        assertThat(table.requests).hasSize(1).allSatisfy(request -> assertThat(request)
                .containsEntry("ConsistentRead", true));
    }

    @Test
    void only_the_index_that_finds_candidates_cannot_be() {
        table.payments().due(Instant.EPOCH, 10);

        assertThat(table.requests).hasSize(Keys.DUE_PARTITIONS).allSatisfy(request -> assertThat(request)
                .containsEntry("IndexName", "due")
                .doesNotContainKey("ConsistentRead"));
    }
}
