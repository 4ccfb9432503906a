package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.table.TableStream;
import dev.seqrpay.loopback.Await;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.PaymentStore.Outcome;
import dev.seqrpay.payment.PaymentStoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** What the stream of the template's own table says of payments: what is dispatched to browsers begins with it. */
public abstract class ChangesContract {
    private final Change creation = PaymentStoreContract.creation();
    private final Change end = PaymentStoreContract.end(creation.stored());
    private final Change last = PaymentStoreContract.creation();
    private final List<Record> heard = new ArrayList<>();
    private TableStream stream;

    protected abstract TemplateTable table();

    @BeforeEach
    void empty() {
        table().renewWithStream();
        stream = table().changes();
    }

    @Test
    void each_change_of_a_payment_is_heard_once_and_in_its_order() {
        commit(creation, end, last);

        hearTheLast();
        assertThat(lines(creation)).containsExactly("EV#000001", "EV#000002");
    }

    @Test
    void it_says_the_keys_and_nothing_else() {
        commit(creation, last);

        hearTheLast();
        assertThat(heard).allSatisfy(record -> {
            assertThat(record.dynamodb().streamViewType()).isEqualTo(StreamViewType.KEYS_ONLY);
            assertThat(record.dynamodb().keys()).containsOnlyKeys("pk", "sk");
            assertThat(record.dynamodb().hasNewImage()).isFalse();
            assertThat(record.dynamodb().hasOldImage()).isFalse();
        });
    }

    @Test
    void what_was_refused_is_not_heard() {
        commit(creation);

        assertThat(store().commit(creation).outcome()).isEqualTo(Outcome.LOST);
        commit(last);

        hearTheLast();
        assertThat(lines(creation)).containsExactly("EV#000001");
    }

    @Test
    void what_was_there_before_is_not_heard() {
        commit(creation);
        stream = table().changes();

        commit(end, last);

        hearTheLast();
        assertThat(lines(creation)).containsExactly("EV#000002");
    }

    private PaymentStore store() {
        return table().payments();
    }

    private void commit(Change... changes) {
        for (Change change : changes)
            assertThat(store().commit(change).outcome()).isEqualTo(Outcome.APPLIED);
    }

    private void hearTheLast() {
        Await.until(() -> {
            heard.addAll(stream.next());
            return !lines(last).isEmpty();
        });
    }

    private List<String> lines(Change change) {
        return heard.stream()
                .filter(record -> record.eventName() == OperationType.INSERT)
                .map(record -> record.dynamodb().keys())
                .filter(keys ->
                        keys.get("pk").s().equals("PAY#" + change.payment().id()))
                .map(keys -> keys.get("sk").s())
                .filter(key -> key.startsWith("EV#"))
                .toList();
    }
}
