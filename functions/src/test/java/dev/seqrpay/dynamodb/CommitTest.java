package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.Claim;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentBuilder;
import dev.seqrpay.payment.PaymentStore.Committed;
import dev.seqrpay.payment.PaymentStore.Outcome;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.SampleStandings;
import dev.seqrpay.payment.Standing;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.StoreUnavailable;
import dev.seqrpay.payment.StoredPayment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, each part under its condition, and what the table's answer is taken for. */
class CommitTest {
    private static final String NEW = "attribute_not_exists(pk)";
    private static final Money FOUR = Money.of("SEK", "4");

    private final RecordingTable table = new RecordingTable();

    private static Payment payment(State state, int version) {
        Payment paid = PaymentItemTest.paid();
        Standing standing = SampleStandings.in(state, Reason.EXPIRED, (Standing.Paid) paid.standing());
        return new Payment(paid.purchase(), version, paid.changedAt(), standing);
    }

    private static Change created() {
        return new Change(null, payment(State.CREATED, 1), Cause.CHECKOUT, null, null, null, null, 7);
    }

    private static Change to(State from, State state, int version) {
        return new Change(from, payment(state, version), Cause.POLL, 0, null, null);
    }

    private Committed commit(Change change) {
        return table.payments().commit(change);
    }

    /** The keys of what was written, each with its condition. */
    private Map<String, Object> written() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        for (Map<?, ?> put : puts(table.requests.get(0)))
            conditions.put(
                    text(put, "pk") + " " + text(put, "sk"),
                    put.containsKey("ConditionExpression") ? put.get("ConditionExpression") : "none");
        return conditions;
    }

    private static List<? extends Map<?, ?>> puts(Map<String, Object> request) {
        return ((List<?>) request.get("TransactItems"))
                .stream().map(item -> (Map<?, ?>) ((Map<?, ?>) item).get("Put")).toList();
    }

    private static Object text(Map<?, ?> put, String name) {
        return ((Map<?, ?>) ((Map<?, ?>) put.get("Item")).get(name)).get("S");
    }

    @Test
    void a_new_payment_takes_its_row_and_its_place_only_if_they_are_free() {
        assertThat(commit(created()).isApplied()).isTrue();

        assertThat(written())
                .containsExactly(
                        Map.entry("PAY#pay_a META", NEW),
                        Map.entry("PAY#pay_a EV#000001", "none"),
                        Map.entry("ORD#shop#1001 000000007", NEW),
                        Map.entry("DAY#shop#2026-01-01 1767268800000#pay_a", "none"));
        assertThat(text(puts(table.requests.get(0)).get(2), "payment")).isEqualTo("pay_a");
    }

    @Test
    void a_change_replaces_the_version_before_it_and_no_other() {
        commit(to(State.ISSUED, State.CANCELING, 3));

        assertThat(written())
                .containsExactly(
                        Map.entry("PAY#pay_a META", "v = :before AND attribute_not_exists(h)"),
                        Map.entry("PAY#pay_a EV#000003", "none"));
        assertThat(puts(table.requests.get(0)).get(0).get("ExpressionAttributeValues"))
                .isEqualTo(Map.of(":before", Map.of("N", "2")));
    }

    /** Else somebody who holds an old value of the payment would break the chain of hashes. */
    @Test
    void a_change_goes_on_from_the_history_that_is_stored() {
        Payment canceling = payment(State.CANCELING, 3);
        Payment next = PaymentBuilder.builder(canceling)
                .historyHash("hash of the second")
                .build();
        commit(new Change(State.ISSUED, next, Cause.POLL, 0, null, null));

        assertThat(written()).containsEntry("PAY#pay_a META", "v = :before AND h = :hash");
        assertThat(puts(table.requests.get(0)).get(0).get("ExpressionAttributeValues"))
                .isEqualTo(Map.of(":before", Map.of("N", "2"), ":hash", Map.of("S", "hash of the second")));
        assertThat(text(puts(table.requests.get(0)).get(1), "previous")).isEqualTo("hash of the second");
    }

    @Test
    void who_gets_an_invoice_takes_its_reference_at_its_terminal() {
        commit(to(State.CREATED, State.ISSUED, 2));

        assertThat(written()).hasSize(3).containsEntry("REF#terminal#1397240460668 U", NEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISSUED", "CANCELING"})
    void who_is_paid_takes_the_money_out_of_every_state(State from) {
        commit(to(from, State.PAID, 3));

        assertThat(written()).hasSize(4).containsEntry("ERS#2012050100 U", NEW).containsKey("PAY#pay_a OB#000003");
    }

    @Test
    void a_refund_is_written_with_the_sums_and_takes_no_money_again() {
        Refund refund = new Refund(
                "ref_a", "pay_a", FOUR, Refund.State.REQUESTED, null, null, Instant.parse("2026-01-01T12:00:00Z"));
        commit(new Change(State.PAID, payment(State.PAID, 4), Cause.REFUND, null, null, refund));

        assertThat(written())
                .containsExactly(
                        Map.entry("PAY#pay_a META", "v = :before AND attribute_not_exists(h)"),
                        Map.entry("PAY#pay_a EV#000004", "none"),
                        Map.entry("PAY#pay_a RF#ref_a", "none"));
    }

    @Test
    void every_write_goes_to_the_table_and_asks_for_what_was_there_instead() {
        commit(created());

        assertThat(puts(table.requests.get(0))).hasSize(4).allSatisfy(put -> {
            assertThat(put.get("TableName")).isEqualTo("table");
            assertThat(put.get("ReturnValuesOnConditionCheckFailure")).isEqualTo("ALL_OLD");
        });
    }

    @Test
    void who_was_overtaken_is_given_the_row_of_the_other() {
        Payment winner = payment(State.CANCELED, 3);
        table.cancels(request -> PaymentItem.of(winner).put("w", "theirs"), "ConditionalCheckFailed", "None", "None");

        Committed committed = commit(to(State.ISSUED, State.PAID, 3));

        assertThat(committed.outcome()).isEqualTo(Outcome.LOST);
        assertThat(committed.payment()).isEqualTo(winner);
    }

    /** AWS's client makes a write again whose answer got lost, and then meets its own. */
    @Test
    void who_meets_their_own_write_has_not_been_overtaken() {
        table.cancels(
                request -> PaymentItem.of(payment(State.PAID, 3))
                        .put("w", (String) text(puts(request).get(0), "w")),
                "ConditionalCheckFailed",
                "None",
                "None",
                "ConditionalCheckFailed");

        Change paid = to(State.ISSUED, State.PAID, 3);
        Committed committed = commit(paid);

        assertThat(committed.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(committed.payment()).isEqualTo(paid.stored());
    }

    @ParameterizedTest
    @CsvSource({"ISSUED, PAID, 3", "CREATED, ISSUED, 2"})
    void whose_reference_belongs_to_another_is_given_the_own_row_as_it_is(State from, State to, int version) {
        Payment now = payment(from, version - 1);
        table.cancels(none -> null, "None", "None", "None", "ConditionalCheckFailed");
        table.answers(RecordingTable.json(Map.of("Item", DynamoJson.of(PaymentItem.of(now)))));

        Committed committed = commit(to(from, to, version));

        assertThat(committed.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(committed.payment()).isEqualTo(now);
    }

    @Test
    void whose_place_is_gone_may_look_at_the_order_again() {
        table.cancels(none -> null, "None", "None", "ConditionalCheckFailed", "None");

        Committed committed = commit(created());

        assertThat(committed.outcome()).isEqualTo(Outcome.OVERTAKEN);
        assertThat(table.requests).hasSize(1);
    }

    @Test
    void a_transaction_that_met_another_is_made_again() {
        table.cancels(none -> null, "TransactionConflict", "None", "None");
        table.cancels(none -> null, "None", "ThrottlingError", "None");

        assertThat(commit(to(State.ISSUED, State.PAID, 3)).isApplied()).isTrue();
        assertThat(table.requests).hasSize(3).allSatisfy(request -> assertThat(puts(request))
                .isEqualTo(puts(table.requests.get(0))));
    }

    @Test
    void one_that_the_table_refuses_for_good_is_not_and_decides_nothing() {
        table.cancels(none -> null, "None", "ValidationError", "None");

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> commit(to(State.ISSUED, State.PAID, 3)));
        assertThat(table.requests).hasSize(1);
    }

    @Test
    void one_that_meets_others_for_ever_ends() {
        for (int tries = 0; tries < 20; tries++) table.cancels(none -> null, "TransactionConflict", "None", "None");

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> commit(to(State.ISSUED, State.PAID, 3)));
        assertThat(table.requests).hasSize(6);
    }

    @Test
    void a_claim_that_met_a_transaction_is_made_again() {
        table.answers(RecordingTable.json(Map.of(
                "__type", "com.amazonaws.dynamodb.v20120810#TransactionConflictException", "message", "conflict")));

        assertThat(table.payments().claim(new StoredPayment(payment(State.ISSUED, 2), Claim.NONE), Instant.EPOCH))
                .isTrue();
        assertThat(table.requests).hasSize(2);
        assertThat(table.requests.get(1)).isEqualTo(table.requests.get(0));
    }
}
