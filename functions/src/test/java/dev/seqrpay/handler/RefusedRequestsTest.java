package dev.seqrpay.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.http.LogTest;
import dev.seqrpay.http.TokensTest;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.State;
import dev.seqrpay.wiring.TestPorts;
import dev.seqrpay.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.jr.ob.JSON;

/** What is refused is refused with a problem: nothing is stored, SEQR hears nothing, and next to nothing is read. */
class RefusedRequestsTest {
    private static final String KEY =
            "sk_test_demoshop-1_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    /** Another shop's key, to be refused what is the first shop's. */
    private static final String OTHERS = KEY.replace("demoshop", "othershop");

    private static final Map<String, Function<Wiring, RequestStreamHandler>> OF_THE_SHOP = Map.ofEntries(
            entry("checkout", CheckoutHandler::new),
            entry("read-payment", ReadPaymentHandler::new),
            entry("payments-of-order", ReadPaymentHandler::new),
            entry("read-history", ReadPaymentHandler::new),
            entry("read-refunds", ReadPaymentHandler::new),
            entry("update", UpdatePaymentHandler::new),
            entry("cancel", CancelPaymentHandler::new),
            entry("capture", CapturePaymentHandler::new),
            entry("refund", RefundPaymentHandler::new),
            entry("resolution", ResolvePaymentHandler::new),
            entry("refund-resolution", ResolvePaymentHandler::new),
            entry("links", LinksHandler::new),
            entry("link-create", LinksHandler::new),
            entry("link", LinksHandler::new),
            entry("link-change", LinksHandler::new),
            entry("events", EventsHandler::new),
            entry("health", DoctorHandler::new),
            entry("reconcile", ReconcileHandler::new),
            entry("reconciliation", ReconcileHandler::new),
            entry("settlements", ReconcileHandler::new),
            entry("event-resend", WebhooksHandler::new),
            entry("webhooks", WebhooksHandler::new),
            entry("webhook-create", WebhooksHandler::new),
            entry("webhook", WebhooksHandler::new),
            entry("webhook-change", WebhooksHandler::new),
            entry("webhook-remove", WebhooksHandler::new),
            entry("webhook-secret", WebhooksHandler::new),
            entry("webhook-ping", WebhooksHandler::new),
            entry("webhook-resend", WebhooksHandler::new),
            entry("webhook-deliveries", WebhooksHandler::new));

    private static Map.Entry<String, Function<Wiring, RequestStreamHandler>> entry(
            String event, Function<Wiring, RequestStreamHandler> handler) {
        return Map.entry(event, handler);
    }

    private static final Map<String, Function<Wiring, RequestStreamHandler>> WITH_A_TOKEN = Map.ofEntries(
            entry("notification-post", NotificationHandler::new),
            entry("notification-get", NotificationHandler::new),
            entry("status", PaymentStatusHandler::new),
            entry("view", PaymentPageHandler::new),
            entry("cancel-by-shopper", CancelPaymentHandler::new),
            entry("page", PaymentPageHandler::new),
            entry("qr-code", PaymentPageHandler::new),
            entry("logo", PaymentPageHandler::new),
            entry("receipt", PaymentPageHandler::new),
            entry("link-page", OpenLinkHandler::new),
            entry("link-pay", OpenLinkHandler::new),
            entry("link-qr-code", OpenLinkHandler::new),
            entry("link-logo", OpenLinkHandler::new),
            entry("purchase", OpenLinkHandler::new));

    static Stream<Arguments> ofTheShop() {
        return OF_THE_SHOP.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    static Stream<Arguments> ofTheShopsPayments() {
        return ofTheShop()
                .filter(each ->
                        EventFile.of((String) each.get()[0]).request().route().contains("/payments/"));
    }

    static Stream<Arguments> withAToken() {
        return WITH_A_TOKEN.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @Test
    void every_event_of_the_api_is_refused_here_in_every_way_it_can_be() {
        assertThat(Stream.of(
                                OF_THE_SHOP.keySet(),
                                WITH_A_TOKEN.keySet(),
                                List.of("asset", "script", "anything-else", "proof-keys"))
                        .flatMap(names -> names.stream()))
                .containsExactlyInAnyOrderElementsOf(
                        EventFile.ofTheApi().stream().map(EventFile::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofTheShop")
    void without_a_key_or_with_a_wrong_one(String event, Function<Wiring, RequestStreamHandler> handler)
            throws IOException {
        for (String key : new String[] {null, "", "Bearer " + KEY.replace("0", "1"), "Bearer " + OTHERS})
            assertThat(problem(handler, header(EventFile.of(event), "authorization", key)))
                    .containsEntry("status", 401);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofTheShop")
    void with_a_key_that_is_for_something_else(String event, Function<Wiring, RequestStreamHandler> handler)
            throws IOException {
        Wiring wiring = wiring(new ShopKeys(KEY), Untouchable.of(PaymentStore.class));
        assertThat(problem(handler.apply(wiring), EventFile.of(event))).containsEntry("status", 403);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofTheShop")
    void with_a_body_of_more_than_384_kib(String event, Function<Wiring, RequestStreamHandler> handler)
            throws IOException {
        assertThat(problem(handler, EventFile.of(event).with("body", "å".repeat(196_609))))
                .containsEntry("status", 413);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofTheShopsPayments")
    void for_what_cannot_be_a_payment(String event, Function<Wiring, RequestStreamHandler> handler) throws IOException {
        assertThat(problem(handler, EventFile.of(event).with("pathParameters", Map.of("id", "x".repeat(3000)))))
                .containsEntry("status", 404);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofTheShopsPayments")
    void for_somebody_elses_payment_as_for_one_that_is_not_there(
            String event, Function<Wiring, RequestStreamHandler> handler) throws IOException {
        EventFile others = header(EventFile.of(event), "authorization", "Bearer " + OTHERS);
        ShopKeys keys = new ShopKeys(OTHERS, Scope.values());
        PaymentStore there = OnePayment.of(LogTest.payment(State.ISSUED, null));
        PaymentStore empty = OnePayment.none();

        assertThat(problem(handler.apply(wiring(keys, there)), others))
                .isEqualTo(problem(handler.apply(wiring(keys, empty)), others))
                .containsEntry("status", 404);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withAToken")
    void with_a_forged_token(String event, Function<Wiring, RequestStreamHandler> handler) throws IOException {
        String id = EventFile.of(event).request().id();
        for (String token : List.of(
                "", "a".repeat(26), "1" + "a".repeat(26), "2" + "a".repeat(26), TokensTest.TOKENS.view("pay_x")))
            assertThat(problem(
                            handler,
                            EventFile.of(event)
                                    .with("pathParameters", Map.of("shop", "demoshop", "id", id, "token", token))))
                    .containsEntry("status", 404);
    }

    @Test
    void a_checkout_without_an_idempotency_key_that_can_be_one() throws IOException {
        for (String key :
                new String[] {null, "", "two words", "å", "k".repeat(256), "order-1,order-2", "order-1, order-2", ","})
            assertThat(field(header(EventFile.of("checkout"), "idempotency-key", key)))
                    .contains("Idempotency-Key");
    }

    @Test
    void a_checkout_whose_body_is_wrong() throws IOException {
        EventFile checkout = EventFile.of("checkout");

        assertThat(field(checkout.with("body", null))).contains("body");
        assertThat(field(checkout.with("body", "{"))).contains("body");
        assertThat(field(checkout.with("body", "{}"))).contains("orderId");
        assertThat(field(checkout.with(
                        "body", new String(OrderJson.with("backURL", "\"https://evil.example\""), UTF_8))))
                .contains("backURL");
        assertThat(field(checkout.with("body", new String(OrderJson.with("totalAmount.value", "\"1e3\""), UTF_8))))
                .contains("totalAmount.value");
    }

    @Test
    void a_body_that_is_packed_and_names_the_coding() throws IOException {
        for (String coding : List.of("gzip", "br", "deflate", "zstd", "gzip, br", "GZIP"))
            assertThat(problem(CheckoutHandler::new, header(EventFile.of("checkout"), "content-encoding", coding)))
                    .containsEntry("status", 415)
                    .containsEntry(
                            "detail",
                            "The body has the Content-Encoding " + coding + ". Send it as it is, without one.");
    }

    @Test
    void a_body_of_one_byte_is_no_packed_one() throws IOException {
        EventFile oneByte = EventFile.of("checkout").with("body", "\u001f");

        assertThat(problem(CheckoutHandler::new, oneByte)).containsEntry("status", 400);
    }

    @Test
    void a_body_that_is_packed_and_does_not_say_so() throws IOException {
        byte[] gzip = {0x1f, (byte) 0x8b, 8, 0};
        EventFile packed = EventFile.of("checkout")
                .with("body", Base64.getEncoder().encodeToString(gzip))
                .with("isBase64Encoded", true);

        assertThat(problem(CheckoutHandler::new, packed)).containsEntry("status", 415);
    }

    private Optional<String> field(EventFile event) throws IOException {
        Map<String, Object> problem = problem(CheckoutHandler::new, event);
        assertThat(problem).containsEntry("status", 400);
        List<Map<String, String>> errors = DeployedTemplate.at(problem, "errors");
        return errors.stream().map(error -> error.get("field")).findFirst();
    }

    private static EventFile header(EventFile event, String name, String value) {
        Map<String, Object> headers = new HashMap<>(DeployedTemplate.<Map<String, Object>>at(event.json(), "headers"));
        if (value == null) headers.remove(name);
        else headers.put(name, value);
        return event.with("headers", headers);
    }

    private static Map<String, Object> problem(Function<Wiring, RequestStreamHandler> handler, EventFile event)
            throws IOException {
        return problem(
                handler.apply(wiring(new ShopKeys(KEY, Scope.values()), Untouchable.of(PaymentStore.class))), event);
    }

    private static Map<String, Object> problem(RequestStreamHandler handler, EventFile event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(event.stream(), out, null);
        Map<String, Object> answer = JSON.std.mapFrom(out.toString(UTF_8));
        Map<String, Object> problem = JSON.std.mapFrom(answer.get("body"));
        assertThat(DeployedTemplate.<Map<String, String>>at(answer, "headers"))
                .containsEntry("content-type", "application/problem+json");
        assertThat(problem).containsEntry("status", answer.get("statusCode")).containsKeys("title", "detail");
        return problem;
    }

    private static Wiring wiring(ShopKeys keys, PaymentStore store) {
        return new TestPorts().payments(store).merchants(keys).wiring();
    }
}
