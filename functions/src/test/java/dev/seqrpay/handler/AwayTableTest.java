package dev.seqrpay.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.doctor.Visit;
import dev.seqrpay.event.DeliveryQueue;
import dev.seqrpay.event.Feed;
import dev.seqrpay.link.PaymentLinks;
import dev.seqrpay.live.Connections;
import dev.seqrpay.live.Sockets;
import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Reminders;
import dev.seqrpay.payment.StoreUnavailable;
import dev.seqrpay.reconciliation.Reconciliations;
import dev.seqrpay.reconciliation.SeqrsBooks;
import dev.seqrpay.seqr.Accounts;
import dev.seqrpay.webhook.Deliveries;
import dev.seqrpay.webhook.WebhookEndpoints;
import dev.seqrpay.wiring.TestPorts;
import dev.seqrpay.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.jr.ob.JSON;

/** A table and a queue that give no answer: each function that is asked over HTTP says to ask again, and tells the log why. */
class AwayTableTest {
    private static final String KEY =
            "sk_test_demoshop-1_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final RequestStreamHandler NONE = (in, out, context) -> {};

    private final List<String> lines = new ArrayList<>();

    static Stream<EventFile> thatReadTheTable() {
        return EventFile.ofTheApi().stream()
                .filter(event -> handler(event, null) != null)
                .filter(event -> !event.request().route().contains("/notifications/"));
    }

    @ParameterizedTest
    @MethodSource("thatReadTheTable")
    void who_asks_is_told_to_ask_again(EventFile event) throws IOException {
        assertThatItSaysSo(event, answer(event, away(Merchants.class)));
    }

    @ParameterizedTest
    @MethodSource("thatReadTheTable")
    void so_is_a_shop_whose_key_could_still_be_read(EventFile event) throws IOException {
        assertThatItSaysSo(event, answer(event, new ShopKeys(KEY, ApiKey.Scope.values())));
    }

    private void assertThatItSaysSo(EventFile event, Map<String, Object> answer) {
        assertThat(answer).containsEntry("statusCode", 503);
        assertThat(headers(answer))
                .containsEntry("retry-after", "2")
                .containsEntry("content-type", "application/problem+json");
        assertThat(JSON.std.mapFrom(answer.get("body")))
                .isEqualTo(Map.of(
                        "title",
                        "Storage unavailable",
                        "status",
                        503,
                        "detail",
                        "It is not known what was stored. Make the same call again in a moment.",
                        "requestId",
                        event.request().requestId()));
        assertThat(lines).hasSize(2).first().asString().contains("\"event\":\"error\"", "the table is away");
        boolean isShoppers = isShoppers(event);
        assertThat(headers(answer).get("access-control-allow-origin")).isEqualTo(isShoppers ? "*" : null);
    }

    @ParameterizedTest
    @MethodSource("thatReadTheTable")
    void a_browser_is_shown_a_page_where_a_shopper_looks(EventFile event) throws IOException {
        Map<String, String> headers = new HashMap<>(DeployedTemplate.at(event.json(), "headers"));
        headers.put("accept", "text/html,application/xhtml+xml");
        boolean isShoppers = isShoppers(event);

        Map<String, Object> answer = answer(event.with("headers", headers), away(Merchants.class));

        assertThat(answer).containsEntry("statusCode", 503);
        assertThat(headers(answer)).containsEntry("retry-after", "2");
        assertThat(headers(answer).get("content-type"))
                .isEqualTo(isShoppers ? "text/html; charset=utf-8" : "application/problem+json");
    }

    @Test
    void the_functions_that_read_the_table_are_asked_on_every_route_but_those_of_files() {
        assertThat(EventFile.ofTheApi())
                .filteredOn(event -> handler(event, null) == null)
                .extracting(event -> event.request().route())
                .containsExactlyInAnyOrder(
                        "GET /assets/{file}", "GET /seqr.js", "GET /.well-known/jwks.json", "$default");
    }

    /** SEQR asks again by itself, and is told what it is told when SEQR itself gave no answer. */
    @Test
    void a_notification_that_cannot_be_dealt_with_comes_again() throws IOException {
        Map<String, Object> answer = answer(EventFile.of("notification-post"), waitingNowhere());

        assertThat(answer).containsEntry("statusCode", 503);
        assertThat(headers(answer)).containsEntry("retry-after", "2");
    }

    /** The next minute makes up for it, so the batch does not fail. */
    @Test
    void what_cannot_be_published_is_told_to_the_log() throws IOException {
        new PublishHandler(wiring(away(Merchants.class)))
                .handleRequest(EventFile.of("publish").stream(), new ByteArrayOutputStream(), null);
        assertThat(lines).singleElement().asString().contains("\"event\":\"error\"", "the table is away");
    }

    private Map<String, Object> answer(EventFile event, Merchants merchants) throws IOException {
        return answer(event, wiring(merchants));
    }

    private static Map<String, Object> answer(EventFile event, Wiring wiring) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler(event, wiring).handleRequest(event.stream(), out, null);
        return JSON.std.mapFrom(out.toString(UTF_8));
    }

    private static boolean isShoppers(EventFile event) {
        return Stream.of("/pay/", "/link/", "/instant/")
                .anyMatch(event.request().route()::contains);
    }

    private static Map<String, String> headers(Map<String, Object> answer) {
        return DeployedTemplate.at(answer, "headers");
    }

    /** @return what deploys the route, null if it is no route of a function that has a table */
    private static RequestStreamHandler handler(EventFile event, Wiring wiring) {
        String path = event.request().route().replaceFirst("^\\w+ ", "");
        return switch (path) {
            case "/checkout" -> made(wiring, CheckoutHandler::new);
            case "/payments/{id}" ->
                event.request().method().equals("PATCH")
                        ? made(wiring, UpdatePaymentHandler::new)
                        : made(wiring, ReadPaymentHandler::new);
            case "/payments", "/payments/{id}/events" -> made(wiring, ReadPaymentHandler::new);
            case "/payments/{id}/refunds" ->
                event.request().method().equals("GET")
                        ? made(wiring, ReadPaymentHandler::new)
                        : made(wiring, RefundPaymentHandler::new);
            case "/payments/{id}/cancel", "/pay/{id}/{token}/cancel" -> made(wiring, CancelPaymentHandler::new);
            case "/payments/{id}/capture" -> made(wiring, CapturePaymentHandler::new);
            case "/notifications/{id}/{token}" -> made(wiring, NotificationHandler::new);
            case "/pay/{id}/{token}/status" -> made(wiring, PaymentStatusHandler::new);
            case "/payments/{id}/resolution", "/payments/{id}/refunds/{refund}/resolution" ->
                made(wiring, ResolvePaymentHandler::new);
            case "/events" -> made(wiring, EventsHandler::new);
            case "/links", "/links/{id}" -> made(wiring, LinksHandler::new);
            case "/health" -> made(wiring, DoctorHandler::new);
            case "/reconciliations", "/reconciliations/{id}", "/settlements/{day}" ->
                made(wiring, ReconcileHandler::new);
            case "$default", "/assets/{file}", "/seqr.js", "/.well-known/jwks.json" -> null;
            default ->
                path.startsWith("/link/") || path.startsWith("/instant/")
                        ? made(wiring, OpenLinkHandler::new)
                        : path.startsWith("/pay/")
                                ? made(wiring, PaymentPageHandler::new)
                                : made(wiring, WebhooksHandler::new);
        };
    }

    private static RequestStreamHandler made(Wiring wiring, Function<Wiring, RequestStreamHandler> handler) {
        return wiring == null ? NONE : handler.apply(wiring);
    }

    private Wiring wiring(Merchants merchants) {
        return new TestPorts()
                .log(lines::add)
                .payments(away(PaymentStore.class))
                .paymentLinks(away(PaymentLinks.class))
                .merchants(merchants)
                .doctor(Accounts.only(Counter.ACCOUNT), account -> {}, address -> new Visit.Answer(404, null))
                .books(away(Reconciliations.class), away(SeqrsBooks.class), ers -> Optional.empty(), id -> true)
                .reminders(away(Reminders.class))
                .feed(away(Feed.class))
                .webhooks(away(WebhookEndpoints.class), away(Deliveries.class), away(DeliveryQueue.class))
                .sockets(away(Connections.class), Untouchable.of(Sockets.class))
                .wiring();
    }

    /** A notification tries again for as long as SEQR gives; here each pause moves the clock instead. */
    private Wiring waitingNowhere() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
        return new TestPorts()
                .log(lines::add)
                .clock(now::get, pause -> now.updateAndGet(before -> before.plus(pause)))
                .payments(away(PaymentStore.class))
                .merchants(away(Merchants.class))
                .reminders(away(Reminders.class))
                .wiring();
    }

    private static <T> T away(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                AwayTableTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new StoreUnavailable(new IOException("the table is away"));
                }));
    }
}
