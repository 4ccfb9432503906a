package dev.seqrpay.local.demo.shop;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small webshop that is paid through our own API, as any webshop would do it. */
public final class DemoShop {
    private static final int LISTED_ORDERS = 25;

    private final PaymentApi api;
    private final Orders orders;

    /** @param orders where its orders are kept; in memory if empty */
    public DemoShop(PaymentApi api, Optional<Path> orders) {
        this.api = api;
        this.orders = new Orders(orders);
    }

    /**
     * An order that no browser has placed: no page has to lead a shopper back.
     *
     * @param url the shop's own address
     */
    public ShopPayment buy(Map<String, Integer> quantities, String url) throws PaymentApiException {
        Order order = orders.place(Order.newId(), quantities);
        return checkout(order, order.id(), url, false);
    }

    /** One that the payment page leads back from by itself. */
    public ShopPayment buyAndReturn(Map<String, Integer> quantities, String url) throws PaymentApiException {
        return buy(Order.newId(), quantities, url);
    }

    /**
     * Places an order and makes its payment. The order is kept first, so that a payment never comes without one.
     *
     * @param cartId becomes the order's id: the button pressed twice is one order, and so one payment
     */
    ShopPayment buy(String cartId, Map<String, Integer> quantities, String url) throws PaymentApiException {
        Order order = orders.place(cartId, quantities);
        return order.paymentId().isEmpty() ? checkout(order, order.id(), url, true) : payment(order);
    }

    /**
     * A new payment for an order whose last one has ended unpaid, and the last one in any other case. The key is made from the
     * last one: however often the link is pressed, one payment follows another.
     */
    ShopPayment renew(Order order, String url) throws PaymentApiException {
        ShopPayment last = payment(order);
        return last.hasEndedUnpaid() ? checkout(order, "after-" + last.id(), url, true) : last;
    }

    private ShopPayment checkout(Order order, String key, String url, boolean leads) throws PaymentApiException {
        ShopPayment payment = api.checkout(order, key, url + "/orders/" + order.id(), leads);
        orders.put(order.paidWith(payment.id()));
        return payment;
    }

    Optional<Order> find(String orderId) {
        return orders.find(orderId);
    }

    ShopPayment payment(Order order) throws PaymentApiException {
        return api.read(order.paymentId());
    }

    void cancel(Order order) throws PaymentApiException {
        api.cancel(order.paymentId());
    }

    void refund(Order order, long ore, String idempotencyKey) throws PaymentApiException {
        api.refund(order.paymentId(), ore, idempotencyKey);
    }

    /** The latest first. */
    public List<OrderLine> list() {
        return orders.latestFirst().stream()
                .limit(LISTED_ORDERS)
                .map(this::line)
                .toList();
    }

    private OrderLine line(Order order) {
        try {
            return new OrderLine(order, order.paymentId().isEmpty() ? Optional.empty() : Optional.of(payment(order)));
        } catch (PaymentApiException shownAsUnknown) {
            return new OrderLine(order, Optional.empty());
        }
    }
}
