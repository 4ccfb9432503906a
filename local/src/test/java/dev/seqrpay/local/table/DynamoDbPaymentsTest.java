package dev.seqrpay.local.table;

import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.PaymentStoreContract;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The store on the template's own table, in DynamoDB Local. */
class DynamoDbPaymentsTest extends PaymentStoreContract {
    private static LocalTable table;

    @BeforeAll
    static void start() {
        table = new LocalTable();
    }

    @AfterAll
    static void stop() {
        table.close();
    }

    @Override
    protected PaymentStore store() {
        return table.payments();
    }

    @Override
    protected List<Integer> outbox(String paymentId) {
        return table.outbox(paymentId);
    }
}
