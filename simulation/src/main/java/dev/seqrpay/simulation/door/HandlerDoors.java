package dev.seqrpay.simulation.door;

import dev.seqrpay.handler.CancelPaymentHandler;
import dev.seqrpay.handler.CapturePaymentHandler;
import dev.seqrpay.handler.CheckoutHandler;
import dev.seqrpay.handler.NotificationHandler;
import dev.seqrpay.handler.PaymentPageHandler;
import dev.seqrpay.handler.PaymentStatusHandler;
import dev.seqrpay.handler.RefundPaymentHandler;
import dev.seqrpay.handler.SweepHandler;
import dev.seqrpay.handler.UpdatePaymentHandler;
import dev.seqrpay.handler.WatchHandler;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.State;
import dev.seqrpay.simulation.check.Cart;
import dev.seqrpay.simulation.check.Checks;
import dev.seqrpay.simulation.check.Table;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Unanswered;
import dev.seqrpay.simulation.engine.Violation;
import dev.seqrpay.simulation.port.Shops;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Through the deployed functions: their events and answers as JSON, keys, tokens and settings, and the use cases as {@code
 * wiring.Wiring} makes them. What an answer says is held against the table.
 */
public final class HandlerDoors implements Doors {
    private static final String NOBODYS_TOKEN = "a".repeat(26);

    private final SimulatedDeployment deployment;
    private final Checks checks;
    private final Table table;
    /** What opens the pages of those that the shop has been told of. */
    private final Map<Cart, String> viewTokens = new HashMap<>();

    public HandlerDoors(SimulatedDeployment deployment, Checks checks, Table table) {
        this.deployment = deployment;
        this.checks = checks;
        this.table = table;
    }

    private Payment row(Cart cart) {
        return table.find(id(cart)).orElse(null);
    }

    @Override
    public String id(Cart cart) {
        return checks.titled(cart.title());
    }

    @Override
    public Payment checkOut(Cart cart, long minor) {
        HttpAnswer answer = HttpCall.of("POST /checkout")
                .by(Shops.secret(cart.shop()))
                .header("idempotency-key", "key-" + cart.number())
                .body(CartJson.order(cart, minor))
                .send(new CheckoutHandler(deployment.now())::handleRequest);
        if (answer.status() == 422) throw new OrderRefused(answer.text("seqrResultCode") != null);
        if (answer.object("payment") instanceof Map<?, ?> other
                && !"Payment being replaced".equals(answer.text("title")))
            throw new OrderTaken("" + other.get("id"), State.valueOf("" + other.get("state")));
        tell(cart, answer.expect(201).text("viewId"));
        return told(answer, cart);
    }

    /** @param viewId the payment's id, a dot, and the token of its pages */
    private void tell(Cart cart, String viewId) {
        viewTokens.put(cart, viewId.substring(viewId.indexOf('.') + 1));
    }

    @Override
    public Optional<Payment> look(Cart cart, Cause cause) {
        if (cause == Cause.POLL) {
            HttpAnswer answer = shoppers("GET /pay/{id}/{token}/status", cart)
                    .send(new PaymentStatusHandler(deployment.now())::handleRequest);
            return Optional.of(told(answer.expect(200), cart));
        }
        shoppers("GET /pay/{id}/{token}", cart)
                .send(new PaymentPageHandler(deployment.now())::handleRequest)
                .expect(200);
        return Optional.of(row(cart));
    }

    private HttpCall shoppers(String route, Cart cart) {
        return HttpCall.of(route).path("id", id(cart)).path("token", viewTokens.get(cart));
    }

    @Override
    public Optional<Payment> cancel(Cart cart, Reason reason) {
        HttpCall call = reason == Reason.CANCELED_BY_SHOP
                ? HttpCall.of("POST /payments/{id}/cancel")
                        .by(Shops.secret(cart.shop()))
                        .path("id", id(cart))
                : shoppers("POST /pay/{id}/{token}/cancel", cart);
        HttpAnswer answer = call.send(new CancelPaymentHandler(deployment.now())::handleRequest);
        if (answer.status() == 409) return Optional.of(row(cart));
        return Optional.of(told(answer.expect(200, 202), cart));
    }

    @Override
    public Payment update(Cart cart, long minor) {
        return change(cart, CartJson.items(cart, minor));
    }

    @Override
    public Payment answer(Cart cart, Map<String, Status> answers, long minor) {
        return change(cart, CartJson.answer(cart, answers, minor));
    }

    private Payment change(Cart cart, Map<String, Object> change) {
        HttpAnswer answer = HttpCall.of("PATCH /payments/{id}")
                .by(Shops.secret(cart.shop()))
                .path("id", id(cart))
                .body(change)
                .send(new UpdatePaymentHandler(deployment.now())::handleRequest);
        if (answer.status() == 409 || answer.status() == 422) throw new Unanswered("the order is not changed");
        return told(answer.expect(200), cart);
    }

    @Override
    public Payment capture(Cart cart) {
        HttpAnswer answer = HttpCall.of("POST /payments/{id}/capture")
                .by(Shops.secret(cart.shop()))
                .path("id", id(cart))
                .send(new CapturePaymentHandler(deployment.now())::handleRequest);
        if (answer.status() == 409 || answer.status() == 422) throw new Unanswered("nothing is captured");
        return told(answer.expect(200, 202), cart);
    }

    @Override
    public Object refund(Cart cart, String key, long minor) {
        HttpAnswer answer = HttpCall.of("POST /payments/{id}/refunds")
                .by(Shops.secret(cart.shop()))
                .path("id", id(cart))
                .header("idempotency-key", "refund-" + key)
                .body(Map.of("amount", CartJson.money(cart, minor)))
                .send(new RefundPaymentHandler(deployment.now())::handleRequest)
                .expect(201, 202, 409, 422);
        if (answer.text("id") != null) checks.refundTold(id(cart), key, answer.text("id"));
        return answer;
    }

    @Override
    public Object notify(Cart cart, String url) {
        String[] path = url == null ? new String[] {id(cart), NOBODYS_TOKEN} : lastTwo(url);
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
    private Payment told(HttpAnswer answer, Cart cart) {
        Payment row = row(cart);
        String state = answer.text("state");
        if (state.equals("PAID") && row.state() != State.PAID)
            throw new Violation("1", row.id() + " is " + row.state() + " and its shopper reads PAID");
        if (answer.text("qrCode") != null && !answer.text("qrCode").equals(row.qrCode()))
            throw new Violation("7", row.id() + ": another code is shown than is stored");
        return row;
    }
}
