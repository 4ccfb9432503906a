package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.wiring.Wiring;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each route of a shop with a key of each scope and no other: one opens it, and the others are told which one would. */
class ScopesTest {

    private static Arguments route(
            String event, Scope scope, int status, Function<Wiring, RequestStreamHandler> handler) {
        return Arguments.of(event, scope, status, handler);
    }

    static Stream<Arguments> routes() {
        return Stream.of(
                route("checkout", Scope.CHECKOUT, 201, CheckoutHandler::new),
                route("read-payment", Scope.READ, 404, ReadPaymentHandler::new),
                route("payments-of-order", Scope.READ, 200, ReadPaymentHandler::new),
                route("read-history", Scope.READ, 404, ReadPaymentHandler::new),
                route("read-refunds", Scope.READ, 404, ReadPaymentHandler::new),
                route("update", Scope.CHECKOUT, 404, UpdatePaymentHandler::new),
                route("cancel", Scope.CANCEL, 404, CancelPaymentHandler::new),
                route("capture", Scope.CHECKOUT, 404, CapturePaymentHandler::new),
                route("refund", Scope.REFUND, 404, RefundPaymentHandler::new),
                route("resolution", Scope.RESOLVE, 404, ResolvePaymentHandler::new),
                route("refund-resolution", Scope.RESOLVE, 404, ResolvePaymentHandler::new),
                route("links", Scope.READ, 200, LinksHandler::new),
                route("link", Scope.READ, 404, LinksHandler::new),
                route("link-create", Scope.CHECKOUT, 201, LinksHandler::new),
                route("link-change", Scope.CHECKOUT, 404, LinksHandler::new),
                route("events", Scope.READ, 200, EventsHandler::new),
                route("health", Scope.READ, 200, DoctorHandler::new),
                route("reconcile", Scope.RESOLVE, 409, ReconcileHandler::new),
                route("reconciliation", Scope.READ, 404, ReconcileHandler::new),
                route("settlements", Scope.READ, 200, ReconcileHandler::new),
                route("event-resend", Scope.WEBHOOKS, 404, WebhooksHandler::new),
                route("webhooks", Scope.WEBHOOKS, 200, WebhooksHandler::new),
                route("webhook-create", Scope.WEBHOOKS, 201, WebhooksHandler::new),
                route("webhook", Scope.WEBHOOKS, 404, WebhooksHandler::new),
                route("webhook-change", Scope.WEBHOOKS, 404, WebhooksHandler::new),
                route("webhook-remove", Scope.WEBHOOKS, 404, WebhooksHandler::new),
                route("webhook-secret", Scope.WEBHOOKS, 404, WebhooksHandler::new),
                route("webhook-ping", Scope.WEBHOOKS, 404, WebhooksHandler::new),
                route("webhook-resend", Scope.WEBHOOKS, 404, WebhooksHandler::new),
                route("webhook-deliveries", Scope.WEBHOOKS, 404, WebhooksHandler::new));
    }

    @Test
    void every_route_that_a_key_opens_is_one_of_them() {
        assertThat(routes().map(each -> (String) each.get()[0]))
                .containsExactlyInAnyOrderElementsOf(EventFile.ofTheApi().stream()
                        .filter(event -> event.request().header("authorization").isPresent())
                        .map(EventFile::name)
                        .toList());
    }

    /** The shop has no payment yet, so what it may look for is not found. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void one_scope_opens_it(String event, Scope needed, int status, Function<Wiring, RequestStreamHandler> handler) {
        for (Scope scope : Scope.values()) {
            Counter counter = new Counter(table -> table, scope);
            counter.seqr.issues("1001");
            Answer answer = counter.call(handler, event);

            assertThat(answer.status()).as(scope.name()).isEqualTo(scope == needed ? status : 403);
            if (scope == needed) continue;
            assertThat(answer.json()).containsEntry("detail", "This key may not be used for " + needed + ".");
            assertThat(counter.seqr.calls).isEmpty();
        }
    }
}
