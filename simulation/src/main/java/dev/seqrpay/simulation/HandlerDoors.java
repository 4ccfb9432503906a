package dev.seqrpay.simulation;

import dev.seqrpay.handler.CancelPaymentHandler;
import dev.seqrpay.handler.CheckoutHandler;
import dev.seqrpay.handler.NotificationHandler;
import dev.seqrpay.handler.PaymentPageHandler;
import dev.seqrpay.handler.PaymentStatusHandler;
import dev.seqrpay.handler.RefundPaymentHandler;
import dev.seqrpay.handler.SweepHandler;
import dev.seqrpay.handler.WatchHandler;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Through the deployed functions: their events and answers as JSON, keys, tokens and settings, and the use cases as {@code
 * handler.Wiring} makes them. What an answer says is held against the table.
 */
final class HandlerDoors implements Doors {
    private static final String NOBODYS_TOKEN = "a".repeat(26);

    private final World world;
    private final Deployment deployment;

    HandlerDoors(World world, Deployment deployment) {
        this.world = world;
        this.deployment = deployment;
    }

    @Override
    public String id(Customer customer) {
        return world.idOf(customer);
    }

    @Override
    public Payment checkOut(Customer customer, long minor) {
        HttpAnswer answer = HttpCall.of("POST /checkout")
                .by(Shops.secret(customer.shop()))
                .header("idempotency-key", "key-" + customer.number())
                .body(Shops.order(customer, minor))
                .send(new CheckoutHandler(deployment.now())::handleRequest);
        if (answer.status() == 422) throw new OrderRefused(answer.text("seqrResultCode") != null);
        if (answer.object("payment") instanceof Map<?, ?> other
                && !"Payment being replaced".equals(answer.text("title")))
            throw new OrderTaken("" + other.get("id"), State.valueOf("" + other.get("state")));
        world.told(customer, answer.expect(201).text("viewId"));
        return told(answer, customer);
    }

    @Override
    public Optional<Payment> look(Customer customer, Cause cause) {
        if (cause == Cause.POLL) {
            HttpAnswer answer = shoppers("GET /pay/{id}/{token}/status", customer)
                    .send(new PaymentStatusHandler(deployment.now())::handleRequest);
            return Optional.of(told(answer.expect(200), customer));
        }
        shoppers("GET /pay/{id}/{token}", customer)
                .send(new PaymentPageHandler(deployment.now())::handleRequest)
                .expect(200);
        return Optional.of(world.row(customer.id()));
    }

    private HttpCall shoppers(String route, Customer customer) {
        return HttpCall.of(route).path("id", customer.id()).path("token", world.viewToken(customer));
    }

    @Override
    public Optional<Payment> cancel(Customer customer, Reason reason) {
        HttpCall call = reason == Reason.CANCELED_BY_SHOP
                ? HttpCall.of("POST /payments/{id}/cancel")
                        .by(Shops.secret(customer.shop()))
                        .path("id", customer.id())
                : shoppers("POST /pay/{id}/{token}/cancel", customer);
        HttpAnswer answer = call.send(new CancelPaymentHandler(deployment.now())::handleRequest);
        if (answer.status() == 409) return Optional.of(world.row(customer.id()));
        return Optional.of(told(answer.expect(200, 202), customer));
    }

    @Override
    public Object refund(Customer customer, String key, long minor) {
        HttpAnswer answer = HttpCall.of("POST /payments/{id}/refunds")
                .by(Shops.secret(customer.shop()))
                .path("id", customer.id())
                .header("idempotency-key", "refund-" + key)
                .body(Map.of("amount", Shops.money(customer, minor)))
                .send(new RefundPaymentHandler(deployment.now())::handleRequest)
                .expect(201, 202, 409, 422);
        if (answer.text("id") != null) world.checks.refundTold(customer.id(), key, answer.text("id"));
        return answer;
    }

    @Override
    public Object notify(Customer customer, String url) {
        String[] path = url == null ? new String[] {customer.id(), NOBODYS_TOKEN} : lastTwo(url);
        HttpAnswer answer = HttpCall.of("POST /notifications/{id}/{token}")
                .path("id", path[0])
                .path("token", path[1])
                .send(new NotificationHandler(deployment.now())::handleRequest);
        return url == null ? answer.expect(404) : answer.expect(202, 204);
    }

    private static String[] lastTwo(String url) {
        String[] words = url.split("/");
        return new String[] {words[words.length - 2], words[words.length - 1]};
    }

    @Override
    public Object sweep() {
        return Lambda.invoke(new SweepHandler(deployment.now())::handleRequest, Map.of(), Function.SWEEP);
    }

    @Override
    public Object remind(String text) {
        Map<String, Object> event = Map.of("Records", List.of(Map.of("messageId", "1", "body", text)));
        Map<String, Object> answer =
                Lambda.invoke(new WatchHandler(deployment.now())::handleRequest, event, Function.WATCH);
        if (!((List<?>) answer.get("batchItemFailures")).isEmpty()) throw new Unanswered("it has to come again");
        return "";
    }

    /** What outsiders are told is what is stored, or was. */
    private Payment told(HttpAnswer answer, Customer customer) {
        Payment row = world.row(customer.id());
        String state = answer.text("state");
        if (state.equals("PAID") && row.state() != State.PAID)
            throw new Violation("1", row.id() + " is " + row.state() + " and its shopper reads PAID");
        if (answer.text("qrCode") != null && !answer.text("qrCode").equals(row.qrCode()))
            throw new Violation("7", row.id() + ": another code is shown than is stored");
        return row;
    }
}
