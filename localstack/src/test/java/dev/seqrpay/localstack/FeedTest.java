package dev.seqrpay.localstack;

import dev.seqrpay.dynamodb.FeedContract;
import dev.seqrpay.dynamodb.TemplateTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@OnStandIn
class FeedTest extends FeedContract {
    private static TemplateTable table;

    @BeforeAll
    static void start() {
        table = new TemplateTable(StandIn.url());
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
