package dev.seqrpay.deployment;

import static dev.seqrpay.deployment.DeployedTemplate.at;
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
    private static final String PAYMENTS = " of PAY#*";
    private static final String PAYMENTS_AND_SHOPS = " of PAY#*, MER#*";
    /** A payment's own, and the guards that keep an invoice and the money itself for one payment. Never a shop or its keys. */
    private static final String WRITTEN = " of PAY#*, REF#*, ERS#*";

    private static final String ANY = " of PAY#*, ORD#*, MER#*";
    private static final String ANY_AND_LINKS = " of PAY#*, ORD#*, MER#*, LNK#*";
    private static final String ANY_AND_DAYS = " of PAY#*, ORD#*, DAY#*, MER#*";
    /** A place of an order is taken where a payment is made. */
    private static final String WRITTEN_BY_CHECKOUT = WRITTEN + ", ORD#*, DAY#*";

    /** A payment or a refund by its key. */
    private static final String READ = "dynamodb:GetItem on !GetAtt Table.Arn" + PAYMENTS;
    /** A shop or a key of it as well. */
    private static final String READ_SHOP = "dynamodb:GetItem on !GetAtt Table.Arn" + PAYMENTS_AND_SHOPS;

    private static final String READ_ANY = "dynamodb:GetItem on !GetAtt Table.Arn" + ANY;
    /** A change of a payment is a transaction of puts, each of which needs the right of a plain put. */
    private static final String COMMIT = "dynamodb:PutItem on !GetAtt Table.Arn" + WRITTEN;

    private static final String COMMIT_ORDER = "dynamodb:PutItem on !GetAtt Table.Arn" + WRITTEN_BY_CHECKOUT;
    /** Claims (who may ask SEQR now), leases of checkout, and the version that SEQR told us last. */
    private static final String UPDATE = "dynamodb:UpdateItem on !GetAtt Table.Arn" + WRITTEN;

    private static final String UPDATE_ORDER = "dynamodb:UpdateItem on !GetAtt Table.Arn" + WRITTEN_BY_CHECKOUT;
    /** All refunds or all events of one payment. */
    private static final String LIST = "dynamodb:Query on !GetAtt Table.Arn" + PAYMENTS;

    /** The payments of an order as well. */
    private static final String LIST_ANY = "dynamodb:Query on !GetAtt Table.Arn" + ANY;
    /** What has gone stale. */
    private static final String DUE = "dynamodb:Query on !Sub ${Table.Arn}/index/due";
    /** A payment's reminder: the watch, and a notification that SEQR left unanswered. Receiving is SAM's own grant. */
    private static final String REMIND = "sqs:SendMessage on !GetAtt Reminders.Arn";
    /** The keys of the tokens. */
    private static final String TOKENS = "secretsmanager:GetSecretValue on !Ref TokenKey";
    /** SEQR's address and password. */
    private static final String SEQR = "secretsmanager:GetSecretValue on !Ref SeqrAccount";
    /** The same of shops that have their own. */
    private static final String SHOPS = "secretsmanager:GetSecretValue on !Ref ShopAccounts";

    /** Sockets are API Gateway's; which ones there will be cannot be known. */
    private static final String PUSH = "execute-api:ManageConnections on !Sub "
            + "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Sockets}/live/POST/@connections/*";

    private static final String FEED_OF_SHOP = " of MER#*, FEED#*";
    /** Endpoints, events and deliveries. */
    private static final String HOOKS = " of EPS#*, FEED#*, DLV#*";

    private static final String HOOKS_OF_SHOP = " of MER#*, EPS#*, FEED#*, DLV#*";
    /** A delivery that is to be made. */
    private static final String DELIVER = "sqs:SendMessage on !GetAtt Deliveries.Arn";

    private static final String RECONCILED = " of PAY#*, MER#*, MERS, FEED#*, ERS#*, REC#*, DIF#*";

    private static final String ERASING = " of PAY#*, DAY#*, MERS, ERA#*";

    /** The deployment's own bus; with no name it is none. */
    private static final String EVENT_BUS = "events:PutEvents on !Sub "
            + "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/${EventBus}";

    /** How often a key is used. */
    private static final String COUNT = right("UpdateItem", " of USE#*");

    private static String right(String action, String partitions) {
        return "dynamodb:" + action + " on !GetAtt Table.Arn" + partitions;
    }

    private static final Map<String, Set<String>> NEEDED = Map.ofEntries(
            // LIST_ANY: the payments of the order
            entry(
                    "Checkout",
                    Set.of(COUNT, TOKENS, SEQR, SHOPS, READ_ANY, COMMIT_ORDER, UPDATE_ORDER, REMIND, LIST_ANY)),
            entry("ReadPayment", Set.of(COUNT, TOKENS, right("GetItem", ANY_AND_DAYS), right("Query", ANY_AND_DAYS))),
            entry("UpdatePayment", Set.of(COUNT, TOKENS, SEQR, SHOPS, READ_SHOP, COMMIT, UPDATE)),
            entry("CapturePayment", Set.of(COUNT, TOKENS, SEQR, SHOPS, READ_SHOP, COMMIT, UPDATE, REMIND)),
            entry("CancelPayment", Set.of(COUNT, TOKENS, SEQR, SHOPS, READ_SHOP, COMMIT, UPDATE)),
            entry("RefundPayment", Set.of(COUNT, TOKENS, SEQR, SHOPS, READ_SHOP, COMMIT)),
            entry("ResolvePayment", Set.of(COUNT, TOKENS, SEQR, SHOPS, READ_SHOP, COMMIT)),
            entry("Notification", Set.of(TOKENS, SEQR, SHOPS, READ, COMMIT, UPDATE, REMIND)),
            entry("PaymentStatus", Set.of(TOKENS, SEQR, SHOPS, READ, COMMIT, UPDATE)),
            // the shop's name, colour and logo
            entry("PaymentPage", Set.of(TOKENS, SEQR, SHOPS, READ_SHOP, COMMIT, UPDATE)),
            // COMMIT: an open socket is an item too; LIST: how many the payment has already
            entry("Socket", Set.of(TOKENS, SEQR, SHOPS, READ, COMMIT, UPDATE, LIST)),
            // LIST: the sockets of a payment
            entry("Dispatch", Set.of(READ, LIST, PUSH)),
            entry(
                    "Doctor",
                    Set.of(
                            COUNT,
                            TOKENS,
                            SEQR,
                            SHOPS,
                            right("GetItem", " of MER#*, MERS, EPS#*"),
                            right("Query", " of MER#*, MERS, EPS#*"))),
            // the shops' events say what was paid and given back, and when
            entry(
                    "Reconcile",
                    Set.of(
                            COUNT,
                            TOKENS,
                            SEQR,
                            SHOPS,
                            right("GetItem", RECONCILED),
                            right("Query", RECONCILED),
                            right("PutItem", " of REC#*, DIF#*"))),
            entry(
                    "Links",
                    Set.of(
                            COUNT,
                            TOKENS,
                            right("GetItem", " of MER#*, LNK#*"),
                            right("Query", " of MER#*, LNK#*"),
                            right("PutItem", " of LNK#*"))),
            // it makes payments as Checkout does, and has no key to count
            entry(
                    "OpenLink",
                    Set.of(
                            TOKENS,
                            SEQR,
                            SHOPS,
                            right("GetItem", ANY_AND_LINKS),
                            right("Query", ANY_AND_LINKS),
                            COMMIT_ORDER,
                            UPDATE_ORDER,
                            REMIND)),
            entry(
                    "ErasePersonalData",
                    Set.of(
                            right("GetItem", ERASING),
                            right("Query", ERASING),
                            right("UpdateItem", PAYMENTS),
                            right("PutItem", " of ERA#*"))),
            entry("ReadEvents", Set.of(COUNT, TOKENS, right("GetItem", FEED_OF_SHOP), right("Query", FEED_OF_SHOP))),
            // DeleteItem: an endpoint that its shop removes
            entry(
                    "Webhooks",
                    Set.of(
                            COUNT,
                            TOKENS,
                            right("GetItem", HOOKS_OF_SHOP),
                            right("Query", HOOKS_OF_SHOP),
                            right("PutItem", HOOKS),
                            right("UpdateItem", HOOKS),
                            right("DeleteItem", " of EPS#*"),
                            DELIVER)),
            // of payments it marks what it has published; TOKENS: proofs of payment
            entry(
                    "Publish",
                    Set.of(
                            TOKENS,
                            REMIND,
                            right("GetItem", " of PAY#*, EPS#*, FEED#*"),
                            right("Query", " of PAY#*, EPS#*, FEED#*"),
                            right("PutItem", " of PAY#*, FEED#*, DLV#*"),
                            right("UpdateItem", " of PAY#*, FEED#*, DLV#*"),
                            DUE,
                            DELIVER)),
            // what it switches off it tells the shop by its feed
            entry(
                    "Deliver",
                    Set.of(
                            TOKENS,
                            right("GetItem", HOOKS),
                            right("Query", HOOKS),
                            right("PutItem", HOOKS),
                            right("UpdateItem", HOOKS),
                            DELIVER,
                            EVENT_BUS)),
            entry("Assets", Set.of()),
            // neither of the two makes or checks a name
            entry("Watch", Set.of(SEQR, SHOPS, READ, COMMIT, UPDATE, REMIND)),
            // LIST: a refund whose function died is found among the payment's refunds
            entry("Sweep", Set.of(SEQR, SHOPS, READ, COMMIT, UPDATE, LIST, DUE)));

    private final DeployedTemplate template = new DeployedTemplate();

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
                .noneMatch(right -> right.replaceFirst(" of .*", "").contains("*")));
        assertThat(template.<Object>at("Globals", "Function", "Policies")).isNull();
        assertThat(template.functions().values()).noneMatch(function -> function.containsKey("Role"));
    }

    @Test
    void every_policy_is_written_out_and_allows() {
        assertThat(statements()).allSatisfy(statement -> assertThat(statement)
                .containsEntry("Effect", "Allow")
                .containsOnlyKeys(
                        statement.containsKey("Condition")
                                ? new String[] {"Effect", "Action", "Resource", "Condition"}
                                : new String[] {"Effect", "Action", "Resource"}));
    }

    /** IAM: a request without the key fits any {@code ForAllValues}, so it takes {@code Null} as well to be one to these partitions. */
    @Test
    void every_right_to_the_table_is_one_to_partitions() {
        assertThat(statements())
                .filteredOn(statement -> "!GetAtt Table.Arn".equals(statement.get("Resource")))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(DeployedTemplate.<Map<String, Object>>at(statement, "Condition"))
                        .containsOnlyKeys("ForAllValues:StringLike", "Null")
                        .containsEntry("Null", Map.of("dynamodb:LeadingKeys", "false")));
    }

    /** A variable that leads to what a function has no right to, or a right that it has no variable for, is one too many. */
    @Test
    void each_function_has_the_variables_of_its_rights_and_no_others() {
        Map<String, String> needs = Map.of(
                "TABLE_NAME", "dynamodb:",
                "TOKEN_KEY_ARN", TOKENS,
                "SEQR_ACCOUNT_ARN", SEQR,
                "SHOP_ACCOUNTS_ARN", SHOPS,
                "REMINDER_QUEUE_URL", REMIND,
                "DELIVERY_QUEUE_URL", DELIVER);
        template.functions()
                .forEach((name, function) -> needs.forEach((variable, right) -> assertThat(
                                DeployedTemplate.<Object>at(function, "Environment", "Variables", variable) != null)
                        .as(name + " " + variable)
                        .isEqualTo(granted(function).stream().anyMatch(each -> each.startsWith(right)))));
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
                for (Object resource : list(statement.get("Resource")))
                    rights.add(action + " on " + resource + partitions(statement));
        return rights;
    }

    private static String partitions(Map<String, Object> statement) {
        List<String> keys = at(statement, "Condition", "ForAllValues:StringLike", "dynamodb:LeadingKeys");
        return keys == null ? "" : " of " + String.join(", ", keys);
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }
}
