package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DynamoDbReferencesTest {
    @AutoClose
    private final LocalTable table = new LocalTable();

    @Test
    void money_leads_to_its_payment() {
        table.renew();
        table.client().putItem(put -> put.tableName(table.name())
                .item(Keys.ersReference("ers-1", "pay_1").attributes()));
        DynamoDbReferences references = new DynamoDbReferences(table.client(), table.name());

        assertThat(references.paymentOf("ers-1")).contains("pay_1");
        assertThat(references.paymentOf("ers-2")).isEmpty();
    }
}
