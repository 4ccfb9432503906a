package dev.seqrpay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.aws.template.Template;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.local.stack.PublicUrls;
import dev.seqrpay.local.stack.SeqrAccount;
import dev.seqrpay.local.stack.Stack;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import dev.seqrpay.simulator.core.Terminal;
import dev.seqrpay.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import tools.jackson.jr.ob.JSON;

/** What is changed in Secrets Manager under a stack that runs on. */
class ChangedSettingsTest {
    private static final PublicUrls NOWHERE = new PublicUrls("http://127.0.0.1:1", "http://127.0.0.1:1");
    private static final SimulatorOptions STANDARD = SimulatorOptions.standard();

    @TempDir
    Path folder;

    private final Project project = Project.find();
    private final Map<String, FunctionHost> functions = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    private Data data;
    private Simulator seqr;
    private Stack stack;

    @BeforeEach
    void start() {
        data = Data.inMemory(project);
        EventsShop.prepare(data.keys());
        seqr = Simulator.start(STANDARD.port(0));
        stack = new Stack(
                project,
                data,
                account(STANDARD.terminalId(), STANDARD.terminalPassword()),
                NOWHERE,
                (name, line) -> log.add(line));
        EventsShop.register(new Wiring(stack.environment("Checkout"), line -> {}));
    }

    @AfterEach
    void stop() {
        stack.close();
        seqr.close();
        data.close();
    }

    private SeqrAccount account(String terminal, String password) {
        return new SeqrAccount(seqr.soapUrl().toString(), terminal, password);
    }

    /** At SEQR. */
    private void terminal(String id, String password) {
        seqr.core().registry().add(Terminal.of(id, password, "Shop", STANDARD.resellerId()));
    }

    private Map<String, Object> invoke(String function, Map<String, Object> event) throws Exception {
        FunctionHost host = functions.computeIfAbsent(function, stack::function);
        return JSON.std.mapFrom(host.invoke(JSON.std.asBytes(event)));
    }

    /** As Lambda does when it has no instance that is free. */
    private void newInstances() {
        functions.clear();
    }

    private Map<String, Object> call(String function, String route, Map<String, String> path, String key, Object body)
            throws Exception {
        Map<String, Object> event = new HashMap<>();
        event.put("routeKey", route);
        event.put("pathParameters", path);
        event.put("headers", Map.of("authorization", "Bearer " + EventsShop.SECRET_KEY, "idempotency-key", key));
        event.put("requestContext", Map.of("domainName", "shop.example", "http", Map.of("method", "POST")));
        event.put("body", JSON.std.asString(body));
        return invoke(function, event);
    }

    private Map<String, Object> checkout(String order) throws Exception {
        Map<String, String> amount = Map.of("currency", "SEK", "value", "100.00");
        return call(
                "Checkout",
                "POST /checkout",
                Map.of(),
                order,
                Map.of(
                        "orderId", order,
                        "totalAmount", amount,
                        "invoiceRows", List.of(Map.of("itemQuantity", "1", "itemTotalAmount", amount))));
    }

    private Map<String, Object> made(String order) throws Exception {
        Map<String, Object> answer = checkout(order);
        assertThat(answer).as(answer.toString()).containsEntry("statusCode", 201);
        return JSON.std.mapFrom(answer.get("body"));
    }

    private static String id(Map<String, Object> payment) {
        return (String) payment.get("id");
    }

    /** The payer confirms, and SEQR's own notification arrives at its address. */
    private void pay(Map<String, Object> payment) throws Exception {
        String reference = (String) payment.get("invoiceReference");
        seqr.core().payer().scan(reference);
        seqr.core().payer().confirm(reference, "1234");
        String address = seqr.core().invoices().stream()
                .filter(invoice -> invoice.reference().equals(reference))
                .map(invoice -> invoice.invoice().notificationUrl())
                .findFirst()
                .orElseThrow();
        String[] path = address.split("/");
        Map<String, String> idAndToken = Map.of("id", path[path.length - 2], "token", path[path.length - 1]);
        assertThat(call("Notification", "POST /notifications/{id}/{token}", idAndToken, "", ""))
                .containsEntry("statusCode", 204);
        assertThat(status(payment)).isEqualTo("PAID");
    }

    private Object status(Map<String, Object> payment) throws Exception {
        String view = (String) ((Map<?, ?>) payment.get("links")).get("view");
        String[] path = view.split("/");
        Map<String, String> idAndToken = Map.of("id", path[path.length - 2], "token", path[path.length - 1]);
        Map<String, Object> answer = call("PaymentStatus", "GET /pay/{id}/{token}/status", idAndToken, "", "");
        assertThat(answer).containsEntry("statusCode", 200);
        return JSON.std.mapFrom(answer.get("body")).get("status");
    }

    private Map<String, Object> refund(Map<String, Object> payment, String key) throws Exception {
        return call(
                "RefundPayment",
                "POST /payments/{id}/refunds",
                Map.of("id", id(payment)),
                key,
                Map.of("amount", Map.of("currency", "SEK", "value", "40.00")));
    }

    @Test
    void a_new_password_is_taken_without_a_restart() throws Exception {
        Map<String, Object> open = made("before");
        terminal(STANDARD.terminalId(), "new password");
        assertThat(checkout("between")).containsEntry("statusCode", 503);

        stack.change(project, account(STANDARD.terminalId(), "new password"), NOWHERE);

        made("between");
        pay(open);
        assertThat(refund(open, "return")).containsEntry("statusCode", 201);
        assertThat(log).noneMatch(line -> line.contains("new password"));
    }

    @Test
    void with_a_new_terminal_the_old_ones_payments_are_settled_and_refunded() throws Exception {
        Map<String, Object> paid = made("paid");
        pay(paid);
        Map<String, Object> open = made("open");
        terminal("T-2", "second");
        stack.change(project, account("T-2", "second"), NOWHERE);
        newInstances();

        Map<String, Object> made = made("new");

        assertThat(terminals()).containsEntry((String) made.get("invoiceReference"), "T-2");
        assertThat(terminals()).containsEntry((String) open.get("invoiceReference"), STANDARD.terminalId());
        pay(open);
        pay(made);
        assertThat(refund(paid, "return")).containsEntry("statusCode", 201);
    }

    /** {@code ./seqrpay terminal}, against the secret and the table of the stack. */
    private String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true);
        Map<String, String> environment = stack.environment("Checkout");
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(
                "--table",
                environment.get("TABLE_NAME"),
                "--secret",
                environment.get("SHOP_ACCOUNTS_ARN"),
                "--url",
                seqr.soapUrl().toString()));
        CommandLine line = Main.settle(
                new CommandLine(new TerminalCommand(
                        to,
                        () -> client(DynamoDbClient.builder(), "AWS_ENDPOINT_URL_DYNAMODB"),
                        () -> client(SecretsManagerClient.builder(), "AWS_ENDPOINT_URL_SECRETS_MANAGER"))),
                to,
                to);
        assertThat(line.execute(all.toArray(String[]::new))).as(out.toString()).isZero();
        return out.toString();
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder, String endpoint) {
        return builder.endpointOverride(URI.create(stack.environment("Checkout").get(endpoint)))
                .region(Region.of(Template.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private Path passwordFile(String password) throws IOException {
        return Files.writeString(folder.resolve("password"), password + "\n");
    }

    @Test
    void a_shop_gets_a_terminal_of_its_own_and_another_one_and_shares_again() throws Exception {
        String shop = "demoshop";
        Map<String, Object> shared = made("shared");
        String reseller = passwordFile(STANDARD.resellerPassword()).toString();

        String registered = run("register", shop, "--id", STANDARD.resellerId(), "--password-file", reseller);
        Map<String, Object> own = made("own");
        String ownTerminal = terminals().get((String) own.get("invoiceReference"));
        assertThat(ownTerminal).isNotEqualTo(STANDARD.terminalId());
        assertThat(registered).contains(ownTerminal);

        run("assign", shop, "--seqr-id", "boots");
        terminal("T-2", "second");
        String second = passwordFile("second").toString();
        run("use", shop, "--id", "T-2", "--password-file", second);
        newInstances();
        Map<String, Object> other = made("other");
        assertThat(terminals()).containsEntry((String) other.get("invoiceReference"), "T-2");
        assertThat(run("list")).isEqualTo(shop + "  T-2  before [" + ownTerminal + "]" + System.lineSeparator());

        for (Map<String, Object> payment : List.of(shared, own, other)) pay(payment);
        assertThat(refund(own, "return")).containsEntry("statusCode", 201);

        run("share", shop);
        String again = (String) made("again").get("invoiceReference");
        assertThat(terminals()).containsEntry(again, STANDARD.terminalId());
        assertThat(run("list")).contains("T-2  not used");
        assertThat(log).noneMatch(line -> line.contains("second"));
    }

    private Map<String, String> terminals() {
        Map<String, String> terminals = new LinkedHashMap<>();
        seqr.core().invoices().forEach(invoice -> terminals.put(invoice.reference(), invoice.terminalId()));
        return terminals;
    }

    @Test
    void a_new_key_makes_new_payments_and_what_the_old_one_made_goes_on() throws Exception {
        Map<String, Object> open = made("open");
        Map<String, Object> paid = made("paid");
        pay(paid);
        Map<String, Object> refunded = refund(paid, "return");
        addKey();
        newInstances();

        Map<String, Object> made = made("new");

        assertThat(id(made)).startsWith("pay_2").hasSize(31);
        assertThat(made("open")).as("the same Idempotency-Key").isEqualTo(open);
        assertThat(refund(paid, "return").get("body")).isEqualTo(refunded.get("body"));
        assertThat(seqr.core().invoices()).hasSize(3);
        pay(open);
        pay(made);
        assertThat(made("new")).containsEntry("id", id(made)).containsEntry("status", "PAID");
        Map<String, String> forged = Map.of("id", "pay_3" + id(made).substring(5), "token", "a".repeat(26));
        assertThat(call("PaymentStatus", "GET /pay/{id}/{token}/status", forged, "", ""))
                .containsEntry("statusCode", 404);
    }

    private void addKey() {
        String arn = stack.environment("Checkout").get("TOKEN_KEY_ARN");
        List<Map<String, Object>> keys = new ArrayList<>();
        keys.add(Map.of("number", 1, "key", stack.secrets().get(arn), "from", Instant.EPOCH.toString()));
        keys.add(Map.of(
                "number",
                2,
                "key",
                "another-key-of-at-least-forty-characters-42",
                "from",
                Instant.now().toString()));
        stack.secrets().put(arn, JSON.std.asString(Map.of("keys", keys)));
    }
}
