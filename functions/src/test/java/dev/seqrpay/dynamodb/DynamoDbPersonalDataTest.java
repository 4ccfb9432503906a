package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStoreContract;
import dev.seqrpay.payment.PersonalData;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbPersonalDataTest {
    private static LocalTable table;

    private PersonalData data;

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
        data = new DynamoDbPersonalData(table.client(), table.name());
    }

    private Map<String, AttributeValue> row(Payment payment) {
        return table.client()
                .getItem(get -> get.tableName(table.name())
                        .key(Keys.payment(payment.id()).attributes()))
                .item();
    }

    @Test
    void only_the_order_in_the_row_changes_and_the_payment_goes_on_from_it() {
        Payment created =
                table.payments().commit(PaymentStoreContract.creation()).payment();
        Map<String, AttributeValue> before = row(created);

        assertThat(data.erase(created)).isTrue();

        Map<String, AttributeValue> after = row(created);
        assertThat(table.payments().find(created.id())).contains(created.withoutPersonalData());
        assertThat(after).containsAllEntriesOf(without(before)).hasSameSizeAs(before);
        assertThat(after.get("invoice").m()).doesNotContainKeys("cashier", "footer", "backUrl", "renewUrl", "metadata");
        assertThat(table.payments().commit(PaymentStoreContract.issue(created)).isApplied())
                .isTrue();
    }

    private static Map<String, AttributeValue> without(Map<String, AttributeValue> row) {
        Map<String, AttributeValue> rest = new HashMap<>(row);
        rest.remove("invoice");
        return rest;
    }

    @Test
    void what_has_changed_since_it_was_read_is_left() {
        Payment created =
                table.payments().commit(PaymentStoreContract.creation()).payment();
        Payment issued =
                table.payments().commit(PaymentStoreContract.issue(created)).payment();

        assertThat(data.erase(created)).isFalse();
        assertThat(table.payments().find(created.id())).contains(issued);
    }

    @Test
    void each_shop_has_a_last_day_of_its_own() {
        assertThat(data.erasedThrough("shop")).isEmpty();

        data.markErasedThrough("shop", LocalDate.of(2026, 2, 28));
        data.markErasedThrough("shop", LocalDate.of(2026, 3, 1));

        assertThat(data.erasedThrough("shop")).contains(LocalDate.of(2026, 3, 1));
        assertThat(data.erasedThrough("other")).isEmpty();
    }
}
