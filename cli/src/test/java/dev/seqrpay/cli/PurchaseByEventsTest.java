package dev.seqrpay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.function.FunctionHost;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.local.stack.PublicUrls;
import dev.seqrpay.local.stack.SeqrAccount;
import dev.seqrpay.local.stack.Stack;
import dev.seqrpay.loopback.Await;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import dev.seqrpay.wiring.Wiring;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.jr.ob.JSON;

/** The events of {@code events/} one after the other, to the real handlers, table and SEQR: together they are a purchase. */
@Execution(ExecutionMode.CONCURRENT)
class PurchaseByEventsTest {
    private static final PublicUrls NOWHERE = new PublicUrls("http://127.0.0.1:1", "http://127.0.0.1:1");

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
        SimulatorOptions options = SimulatorOptions.standard().port(0);
        seqr = Simulator.start(options);
        SeqrAccount account =
                new SeqrAccount(seqr.soapUrl().toString(), options.terminalId(), options.terminalPassword());
        stack = new Stack(project, data, account, NOWHERE, (name, line) -> log.add(line));
        EventsShop.register(new Wiring(stack.environment("Checkout"), line -> {}));
    }

    @AfterEach
    void stop() {
        stack.close();
        seqr.close();
        data.close();
    }

    private Map<String, Object> invoke(String function, String event) throws Exception {
        byte[] bytes = Files.readAllBytes(project.folder().resolve("events").resolve(event + ".json"));
        byte[] answer = functions.computeIfAbsent(function, stack::function).invoke(bytes);
        return answer.length == 0 ? Map.of() : JSON.std.mapFrom(answer);
    }

    private Map<String, Object> body(Map<String, Object> answer) {
        return JSON.std.mapFrom((String) answer.get("body"));
    }

    private String checkout() throws Exception {
        Map<String, Object> answer = invoke("Checkout", "checkout");
        assertThat(answer).containsEntry("statusCode", 201);
        return (String) body(answer).get("invoiceReference");
    }

    /** The payer confirms, and SEQR's own notification gets lost: the one of the event takes its place. */
    private void pay(String reference) {
        seqr.core().payer().scan(reference);
        seqr.core().payer().confirm(reference, "1234");
    }

    @Test
    void a_purchase_from_checkout_to_refund() throws Exception {
        String reference = checkout();
        assertThat(invoke("PaymentPage", "page").get("body")).asString().contains("Two T-shirts and a cap");
        assertThat(invoke("PaymentPage", "qr-code").get("body")).asString().startsWith("<svg");
        assertThat(body(invoke("PaymentStatus", "status"))).containsEntry("status", "ISSUED");
        pay(reference);

        assertThat(invoke("Notification", "notification-post")).containsEntry("statusCode", 204);

        assertThat(body(invoke("PaymentStatus", "status"))).containsEntry("status", "PAID");
        Map<String, Object> payment = body(invoke("ReadPayment", "read-payment"));
        assertThat(payment).containsEntry("status", "PAID");
        assertThat(invoke("PaymentPage", "receipt").get("body")).asString().contains((String)
                payment.get("ersReference"));
        assertThat(invoke("RefundPayment", "refund")).containsEntry("statusCode", 201);
        assertThat(body(invoke("ReadPayment", "read-refunds")).get("refunds"))
                .asString()
                .contains("SETTLED");
        assertThat(body(invoke("ReadPayment", "read-history")).get("events"))
                .asList()
                .hasSize(5);
        assertThat(invoke("CancelPayment", "cancel")).containsEntry("statusCode", 409);
    }

    @Test
    void a_cancelled_purchase() throws Exception {
        checkout();

        assertThat(body(invoke("CancelPayment", "cancel"))).containsEntry("status", "CANCELED");
        assertThat(invoke("Notification", "notification-get")).containsEntry("statusCode", 204);
        assertThat(invoke("RefundPayment", "refund")).containsEntry("statusCode", 409);
    }

    @Test
    void with_the_notification_lost_a_browser_that_asks_is_enough() throws Exception {
        String reference = checkout();
        assertThat(body(invoke("PaymentStatus", "status"))).containsEntry("status", "ISSUED");
        pay(reference);

        Await.until(() -> polled().equals("PAID"));
    }

    private Object polled() {
        try {
            return body(invoke("PaymentStatus", "status")).get("status");
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void with_nobody_there_the_reminder_is_enough() throws Exception {
        pay(checkout());

        assertThat(invoke("Watch", "watch")).containsEntry("batchItemFailures", List.of());

        assertThat(body(invoke("ReadPayment", "read-payment"))).containsEntry("status", "PAID");
    }

    @Test
    void the_same_checkout_again_is_the_same_payment() throws Exception {
        assertThat(checkout()).isEqualTo(checkout());
        assertThat(seqr.core().invoices()).hasSize(1);
    }

    @Test
    void what_needs_no_payment_and_what_there_is_none_for() throws Exception {
        assertThat(invoke("Assets", "asset")).containsEntry("statusCode", 200);
        assertThat(invoke("Assets", "anything-else")).containsEntry("statusCode", 404);
        assertThat(invoke("ReadPayment", "read-payment")).containsEntry("statusCode", 404);
        assertThat(invoke("Notification", "notification-post")).containsEntry("statusCode", 404);
        assertThat(invoke("Sweep", "sweep")).isEmpty();
    }

    @Test
    void from_the_notification_to_the_stored_payment_seqr_is_asked_once_and_the_answer_acknowledged() throws Exception {
        pay(checkout());

        assertThat(invoke("Notification", "notification-post")).containsEntry("statusCode", 204);

        assertThat(seqr.journal().newestFirst())
                .filteredOn(entry -> entry.what().equals("getPaymentStatus"))
                .hasSize(2);
        assertThat(body(invoke("PaymentStatus", "status"))).containsEntry("status", "PAID");
    }

    @Test
    void no_token_key_or_password_is_in_the_log() throws Exception {
        a_purchase_from_checkout_to_refund();

        assertThat(log)
                .isNotEmpty()
                .noneMatch(line -> line.contains("0123456789abcdef")
                        || line.contains("cbsvnlq5syhrp56dbduvpbvwuu")
                        || line.contains("5t27ubunuqlw2wz7bnxafqnywe")
                        || line.contains("\"1234\"")
                        || line.contains(EventsShop.MAC_KEY));
    }
}
