package dev.seqrpay.dynamodb;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The stream of DynamoDB Local. */
class DynamoDbChangesTest extends ChangesContract {
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
    protected TemplateTable table() {
        return table;
    }
}
