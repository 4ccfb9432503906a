package dev.seqrpay.dynamodb;

import dev.seqrpay.reconciliation.Reconciliations;
import dev.seqrpay.reconciliation.ReconciliationsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class DynamoDbReconciliationsTest extends ReconciliationsContract {
    private static LocalTable table;

    @BeforeAll
    static void start() {
        table = new LocalTable();
    }

    @AfterAll
    static void stop() {
        table.close();
    }

    @BeforeEach
    void renew() {
        table.renew();
    }

    @Override
    protected Reconciliations store() {
        return new DynamoDbReconciliations(table.client(), table.name());
    }
}
