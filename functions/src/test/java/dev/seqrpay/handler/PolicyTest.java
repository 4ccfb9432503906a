package dev.seqrpay.handler;

import static dev.seqrpay.handler.Template.at;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What each function may do, and why it has to. Nothing may do more. */
class PolicyTest {
    /** Rows by their key: a payment, a refund, a shop, a key. */
    private static final String READ = "dynamodb:GetItem on !GetAtt Table.Arn";
    /** A change of a payment is a transaction of puts, each of which needs the right of a plain put. */
    private static final String COMMIT = "dynamodb:PutItem on !GetAtt Table.Arn";
    /** Claims (who may ask SEQR now), leases of checkout, and the version that SEQR told us last. */
    private static final String UPDATE = "dynamodb:UpdateItem on !GetAtt Table.Arn";
    /** All refunds or all events of one payment. */
    private static final String LIST = "dynamodb:Query on !GetAtt Table.Arn";
    /** What has gone stale. */
    private static final String DUE = "dynamodb:Query on !Sub ${Table.Arn}/index/due";
    /** A payment's reminder: the watch, and a notification that SEQR left unanswered. Receiving is SAM's own grant. */
    private static final String REMIND = "sqs:SendMessage on !GetAtt Reminders.Arn";
    /** The key of the tokens. */
    private static final String TOKENS = "secretsmanager:GetSecretValue on !Ref TokenKey";
    /** SEQR's password. */
    private static final String SEQR = "secretsmanager:GetSecretValue on !Ref TerminalPassword";

    /** Sockets are API Gateway's; which ones there will be nobody knows. */
    private static final String PUSH = "execute-api:ManageConnections on !Sub "
            + "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Sockets}/live/POST/@connections/*";

    private static final Map<String, Set<String>> NEEDED = Map.ofEntries(
            // LIST: the payments of the order
            entry("Checkout", Set.of(TOKENS, SEQR, READ, COMMIT, UPDATE, REMIND, LIST)),
            entry("ReadPayment", Set.of(TOKENS, READ, LIST)),
            entry("CancelPayment", Set.of(TOKENS, SEQR, READ, COMMIT, UPDATE)),
            entry("RefundPayment", Set.of(TOKENS, SEQR, READ, COMMIT)),
            entry("Notification", Set.of(TOKENS, SEQR, READ, COMMIT, UPDATE, REMIND)),
            entry("PaymentStatus", Set.of(TOKENS, SEQR, READ, COMMIT, UPDATE)),
            entry("PaymentPage", Set.of(TOKENS, SEQR, READ, COMMIT, UPDATE)),
            // COMMIT: an open socket is an item too
            entry("Socket", Set.of(TOKENS, SEQR, READ, COMMIT, UPDATE)),
            // LIST: the sockets of a payment
            entry("Dispatch", Set.of(TOKENS, READ, LIST, PUSH)),
            entry("Assets", Set.of()),
            entry("Watch", Set.of(TOKENS, SEQR, READ, COMMIT, UPDATE, REMIND)),
            // LIST: a refund whose function died is found among the payment's refunds
            entry("Sweep", Set.of(TOKENS, SEQR, READ, COMMIT, UPDATE, LIST, DUE)));

    private final Template template = new Template();

    @Test
    void each_function_may_do_what_its_code_does_and_nothing_else() {
        Map<String, Set<String>> granted = new TreeMap<>();
        template.functions().forEach((name, function) -> granted.put(name, granted(function)));
        assertThat(granted).isEqualTo(NEEDED);
    }

    @Test
    void no_right_is_for_everything() {
        assertThat(template.functions().values()).allSatisfy(function -> assertThat(granted(function))
                .filteredOn(right -> !right.equals(PUSH))
                .noneMatch(right -> right.contains("*")));
        assertThat(template.<Object>at("Globals", "Function", "Policies")).isNull();
        assertThat(template.functions().values()).noneMatch(function -> function.containsKey("Role"));
    }

    @Test
    void every_policy_is_written_out_and_allows() {
        assertThat(statements()).allSatisfy(statement -> assertThat(statement)
                .containsEntry("Effect", "Allow")
                .containsOnlyKeys("Effect", "Action", "Resource"));
    }

    @Test
    void the_index_that_may_be_queried_is_the_one_that_the_table_has() {
        List<Map<String, Object>> indexes = template.at("Resources", "Table", "Properties", "GlobalSecondaryIndexes");
        assertThat(indexes).extracting(index -> index.get("IndexName")).containsExactly("due");
    }

    private List<Map<String, Object>> statements() {
        List<Map<String, Object>> all = new ArrayList<>();
        template.functions().values().forEach(function -> all.addAll(statements(function)));
        return all;
    }

    private static List<Map<String, Object>> statements(Map<String, Object> function) {
        List<Map<String, Object>> all = new ArrayList<>();
        List<Object> policies = at(function, "Policies");
        if (policies != null) policies.forEach(policy -> all.addAll(at(policy, "Statement")));
        return all;
    }

    static Set<String> granted(Map<String, Object> function) {
        Set<String> rights = new TreeSet<>();
        for (Map<String, Object> statement : statements(function))
            for (Object action : list(statement.get("Action")))
                for (Object resource : list(statement.get("Resource"))) rights.add(action + " on " + resource);
        return rights;
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }
}
