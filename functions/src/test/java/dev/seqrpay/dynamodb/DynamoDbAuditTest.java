package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.HistoryAudit.Finding;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStoreContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What somebody who can write the table does to it behind our back. */
class DynamoDbAuditTest {
    private static final int PLANTED = 100;

    private static LocalTable table;

    private DynamoDbClient client;
    private DynamoDbAudit audit;

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
        client = table.client();
        audit = new DynamoDbAudit(client, table.name());
    }

    private Payment canceled() {
        Payment created = commit(PaymentStoreContract.creation());
        Payment canceling = commit(PaymentStoreContract.cancel(commit(PaymentStoreContract.issue(created))));
        return commit(PaymentStoreContract.canceled(canceling));
    }

    private Payment commit(Change change) {
        return table.payments().commit(change).payment();
    }

    private Map<String, AttributeValue> get(Item key) {
        return new HashMap<>(client.getItem(get -> get.tableName(table.name()).key(key.attributes()))
                .item());
    }

    private void put(Map<String, AttributeValue> item) {
        client.putItem(put -> put.tableName(table.name()).item(item));
    }

    private List<Integer> places(Payment payment) {
        return audit.check(payment.id()).stream().map(Finding::version).toList();
    }

    @Test
    void a_table_that_nobody_touched_is_whole() {
        List<String> ids = List.of(canceled().id(), canceled().id());

        assertThat(audit.paymentIds()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(audit.paymentIds().flatMap(id -> audit.check(id).stream())).isEmpty();
    }

    @Test
    void every_attribute_of_an_entry_is_held() {
        Payment payment = canceled();
        for (int version = 1; version <= 4; version++) {
            Item key = Keys.event(payment.id(), version);
            for (String name : get(key).keySet().stream()
                    .filter(each -> !List.of("pk", "sk").contains(each))
                    .toList()) {
                Map<String, AttributeValue> was = get(key);
                Map<String, AttributeValue> without = new HashMap<>(was);
                without.remove(name);
                put(without);
                assertThat(places(payment)).as(version + " without " + name).contains(version);
                put(was);
            }
        }
        assertThat(audit.check(payment.id())).isEmpty();
    }

    @Test
    void what_is_planted_is_found_and_placed() {
        Random random = new Random(1);
        List<Payment> payments = new ArrayList<>(List.of(canceled(), canceled(), canceled()));
        for (int planted = 0; planted < PLANTED; planted++) {
            Payment payment = payments.get(random.nextInt(payments.size()));
            int version = 1 + random.nextInt(4);
            int other = 1 + (version + random.nextInt(3)) % 4;
            Map<String, AttributeValue> one = get(Keys.event(payment.id(), version));
            Map<String, AttributeValue> another = get(Keys.event(payment.id(), other));
            switch (random.nextInt(3)) {
                case 0 -> {
                    Map<String, AttributeValue> edited = new HashMap<>(one);
                    edited.put("at", AttributeValue.fromS("2026-01-01T13:00:00Z"));
                    put(edited);
                }
                case 1 ->
                    client.deleteItem(delete -> delete.tableName(table.name())
                            .key(Keys.event(payment.id(), version).attributes()));
                default -> {
                    Map<String, AttributeValue> moved = new HashMap<>(one);
                    moved.put("sk", another.get("sk"));
                    Map<String, AttributeValue> swapped = new HashMap<>(another);
                    swapped.put("sk", one.get("sk"));
                    put(moved);
                    put(swapped);
                }
            }

            Map<String, List<Integer>> found = audit.paymentIds()
                    .filter(id -> !audit.check(id).isEmpty())
                    .collect(Collectors.toMap(
                            id -> id,
                            id -> audit.check(id).stream().map(Finding::version).toList()));

            assertThat(found).containsOnlyKeys(payment.id());
            assertThat(found.get(payment.id())).contains(version);
            put(one);
            put(another);
        }
    }

    @Test
    void a_row_that_was_edited_or_is_gone_is_found() {
        Payment payment = canceled();
        Map<String, AttributeValue> row = get(Keys.payment(payment.id()));
        Map<String, AttributeValue> edited = new HashMap<>(row);
        edited.put("changed", AttributeValue.fromS("2026-01-01T13:00:00Z"));
        put(edited);
        assertThat(audit.check(payment.id())).containsExactly(new Finding(4, "says other than the payment"));

        client.deleteItem(delete ->
                delete.tableName(table.name()).key(Keys.payment(payment.id()).attributes()));
        assertThat(audit.paymentIds()).containsExactly(payment.id());
        assertThat(audit.check(payment.id())).containsExactly(new Finding(4, "has no payment"));
    }

    @Test
    void a_payment_that_is_not_there_is_said_not_to_be() {
        assertThat(audit.check("pay_none")).containsExactly(new Finding(0, "is not in the table"));
    }
}
