package dev.seqrpay.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.http.LogTest;
import dev.seqrpay.live.Connections;
import dev.seqrpay.payment.Claim;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.StoredPayment;
import dev.seqrpay.wiring.TestPorts;
import dev.seqrpay.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/** A browser's socket: who may open one, what a message is answered with, and what is sent to it. */
class LiveStatusTest {
    private static final String CONNECTION = "JKJcTdYZvHcCEvg=";
    private static final Payment PAID = LogTest.payment(State.PAID, null);

    private final Map<String, Instant> opened = new HashMap<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void a_socket_is_remembered_with_its_payment_for_as_long_as_api_gateway_may_keep_it() throws IOException {
        Map<String, Object> answer = answer(new SocketHandler(wiring()), EventFile.of("socket-connect"));

        assertThat(answer).containsEntry("statusCode", 200);
        String paymentId = EventFile.of("status").request().id();
        assertThat(opened).containsOnlyKeys(paymentId + " " + CONNECTION);
        assertThat(Duration.between(LogTest.NOW, opened.values().iterator().next()))
                .isBetween(Duration.ofMinutes(119), Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pay_ym2psxbn5orj2og4p7x2o37zo4",
                "pay_ym2psxbn5orj2og4p7x2o37zo4.",
                "pay_ym2psxbn5orj2og4p7x2o37zo4.cbsvnlq5syhrp56dbduvpbvwuv",
                "pay_aaaaaaaaaaaaaaaaaaaaaaaaaa.cbsvnlq5syhrp56dbduvpbvwuu",
                ".cbsvnlq5syhrp56dbduvpbvwuu",
                "{\"action\":\"x\"}"
            })
    void without_the_payments_own_token_no_socket_is_opened_and_no_message_answered(String viewId) throws IOException {
        EventFile connect = EventFile.of("socket-connect").with("queryStringParameters", Map.of("view", viewId));
        EventFile message = EventFile.of("socket-message").with("body", viewId);

        assertThat(answer(new SocketHandler(wiring()), connect)).containsEntry("statusCode", 404);
        assertThat(answer(new SocketHandler(wiring()), message)).containsEntry("statusCode", 404);
        assertThat(opened).isEmpty();
        assertThat(lines).noneMatch(line -> line.contains("cbsvnlq5"));
    }

    @Test
    void a_socket_without_a_query_is_refused() throws IOException {
        EventFile connect = EventFile.of("socket-connect").with("queryStringParameters", null);
        assertThat(answer(new SocketHandler(wiring()), connect)).containsEntry("statusCode", 404);
    }

    @Test
    void the_hundred_and_first_socket_of_a_payment_is_refused() throws IOException {
        for (int socket = 1; socket < 100; socket++) others.add("socket-" + socket);
        assertThat(answer(new SocketHandler(wiring()), EventFile.of("socket-connect")))
                .containsEntry("statusCode", 200);
        assertThat(opened).hasSize(1);

        others.add("socket-100");
        assertThat(answer(new SocketHandler(wiring()), EventFile.of("socket-connect")))
                .containsEntry("statusCode", 429);
        assertThat(opened).hasSize(1);
    }

    /** What a read is on the wire, {@code ConsistentReadsTest} says. */
    @Test
    void a_sign_of_life_while_somebody_asks_costs_one_read_and_nothing_else() throws IOException {
        AtomicInteger reads = new AtomicInteger();
        Claim held = new Claim(Instant.now().plus(Claim.LEASE.dividedBy(2)), false);
        StoredPayment row = new StoredPayment(LogTest.payment(State.ISSUED, null), held);
        PaymentStore table = (PaymentStore) Proxy.newProxyInstance(
                LiveStatusTest.class.getClassLoader(),
                new Class<?>[] {PaymentStore.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("read");
                    reads.incrementAndGet();
                    return Optional.of(row);
                });
        SocketHandler handler = new SocketHandler(wiring(table));

        for (int messages = 1; messages <= 20; messages++) {
            assertThat(answer(handler, EventFile.of("socket-message"))).containsEntry("statusCode", 200);
            assertThat(reads).hasValue(messages);
        }
    }

    @Test
    void a_sign_of_life_is_answered_with_the_status() throws IOException {
        Map<String, Object> answer = answer(new SocketHandler(wiring()), EventFile.of("socket-message"));

        assertThat(answer).containsOnlyKeys("statusCode", "body").containsEntry("statusCode", 200);
        assertThat(JSON.std.mapFrom(answer.get("body")))
                .containsEntry("status", "PAID")
                .containsEntry("seq", PAID.version())
                .containsKeys("now", "expiresAt");
        assertThat(lines).hasSize(1).allMatch(line -> line.contains("\"route\":\"$default\""));
    }

    @Test
    void a_message_longer_than_a_view_id_is_not_even_looked_at() throws IOException {
        EventFile message = EventFile.of("socket-message");
        EventFile longer = message.with("body", message.json().get("body") + " ".repeat(256));

        assertThat(answer(new SocketHandler(wiring(unreadable())), longer)).containsEntry("statusCode", 413);
        int blanks = 256 - ((String) message.json().get("body")).length();
        EventFile most = message.with("body", message.json().get("body") + " ".repeat(blanks));
        assertThat(answer(new SocketHandler(wiring()), most)).containsEntry("statusCode", 200);
    }

    @Test
    void a_change_is_told_to_all_who_look_and_a_new_socket_is_greeted() throws IOException {
        others.add("another");
        new DispatchHandler(wiring()).handleRequest(EventFile.of("dispatch").stream(), null, null);

        assertThat(sent).hasSize(2).allMatch(message -> message.contains("\"status\":\"PAID\""));
        assertThat(sent.get(0)).startsWith("another");
        assertThat(sent.get(1)).startsWith(CONNECTION);
        assertThat(lines)
                .hasSize(1)
                .allMatch(line -> line.contains("\"event\":\"push\"") && line.contains("\"greeted\":1"));
    }

    @Test
    void a_new_socket_is_greeted_and_those_that_know_already_are_not_told_again() throws IOException {
        others.add("another");
        new DispatchHandler(wiring()).handleRequest(changes("PAY#pay_a WS#001795356000#new").stream(), null, null);

        assertThat(sent).hasSize(1).allMatch(message -> message.startsWith("new "));
        assertThat(lines).hasSize(1).allMatch(line -> line.contains("\"told\":0"));
    }

    @Test
    void a_change_of_another_item_or_of_a_payment_without_viewers_is_not_told() throws IOException {
        DispatchHandler handler = new DispatchHandler(wiring());
        handler.handleRequest(changes("PAY#pay_a EV#000002").stream(), null, null);
        handler.handleRequest(changes("ORD#demoshop EV#000002", "ORD#demoshop WS#1#new").stream(), null, null);

        assertThat(sent).isEmpty();
        assertThat(lines).isEmpty();
    }

    private static EventFile changes(String... keys) {
        return EventFile.of("dispatch")
                .with("Records", Stream.of(keys).map(LiveStatusTest::change).toList());
    }

    private static Map<String, Object> change(String key) {
        String[] keys = key.split(" ");
        return Map.of("dynamodb", Map.of("Keys", Map.of("pk", Map.of("S", keys[0]), "sk", Map.of("S", keys[1]))));
    }

    @Test
    void a_socket_that_cannot_be_sent_to_is_told_to_the_log_and_holds_up_none_beside_it() throws IOException {
        others.addAll(List.of("broken", "another"));
        new DispatchHandler(wiring()).handleRequest(changes("PAY#pay_a EV#000002").stream(), null, null);

        assertThat(sent).singleElement().asString().startsWith("another ");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("\"event\":\"error\"", "no way to broken");
        assertThat(lines.get(1)).contains("\"told\":1");
    }

    @Test
    void a_batch_never_fails_for_a_payment_that_cannot_be_read() throws IOException {
        new DispatchHandler(wiring(unreadable())).handleRequest(EventFile.of("dispatch").stream(), null, null);

        assertThat(sent).isEmpty();
        assertThat(lines).hasSize(1).allMatch(line -> line.contains("\"event\":\"error\""));
    }

    private static PaymentStore unreadable() {
        return (PaymentStore) Proxy.newProxyInstance(
                LiveStatusTest.class.getClassLoader(),
                new Class<?>[] {PaymentStore.class},
                (proxy, method, arguments) -> {
                    throw new IllegalStateException("the table is away");
                });
    }

    private static Map<String, Object> answer(RequestStreamHandler handler, EventFile event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(event.stream(), out, null);
        return JSON.std.mapFrom(out.toString(UTF_8));
    }

    private Wiring wiring() {
        return wiring(OnePayment.of(PAID));
    }

    private Wiring wiring(PaymentStore store) {
        return new TestPorts()
                .log(lines::add)
                .payments(store)
                .sockets(connections(), this::send)
                .clock(() -> LogTest.NOW)
                .wiring();
    }

    private boolean send(String connection, String message) {
        if (connection.equals("broken")) throw new IllegalStateException("no way to broken");
        return sent.add(connection + " " + message);
    }

    private Connections connections() {
        return new Connections() {
            @Override
            public void opened(String paymentId, String connectionId, Instant until) {
                opened.put(paymentId + " " + connectionId, until);
            }

            @Override
            public List<String> of(String paymentId, Instant now) {
                return others;
            }
        };
    }
}
