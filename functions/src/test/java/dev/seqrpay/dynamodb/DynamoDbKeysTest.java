package dev.seqrpay.dynamodb;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** In DynamoDB Local. */
class DynamoDbKeysTest extends KeysContract {
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
