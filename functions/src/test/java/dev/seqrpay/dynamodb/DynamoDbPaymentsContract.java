package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.PaymentStoreContract;
import dev.seqrpay.payment.StoreUnavailable;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The store on the template's own table, wherever that is. */
public abstract class DynamoDbPaymentsContract implements PaymentStoreContract {
    private PaymentStore store;

    protected abstract TemplateTable table();

    @BeforeEach
    void empty() {
        table().renew();
        store = table().payments();
    }

    @Override
    public PaymentStore store() {
        return store;
    }

    @Override
    public List<Integer> outbox(String paymentId) {
        return table().outbox(paymentId);
    }

    @Override
    public PaymentStore faulty(long seed) {
        return table().payments(new BadDay(seed));
    }

    @Override
    public boolean isFault(RuntimeException failure) {
        return failure instanceof StoreUnavailable;
    }
}
