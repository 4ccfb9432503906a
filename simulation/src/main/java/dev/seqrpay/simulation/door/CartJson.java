package dev.seqrpay.simulation.door;

import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Money;
import dev.seqrpay.simulation.check.Cart;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A cart as a shop sends it. */
final class CartJson {
    private CartJson() {}

    static Map<String, Object> order(Cart cart, long minor) {
        Map<String, Object> order = new HashMap<>(items(cart, minor));
        order.put("openPayment", cart.openPayment().name().toLowerCase(Locale.ROOT));
        order.put("orderId", cart.orderId());
        order.put("title", cart.title());
        order.put("acknowledgmentMode", cart.acknowledgmentMode().name());
        if (cart.holdSeconds() > 0) {
            order.put("paymentMode", "RESERVATION_REQUIRED");
            order.put("commitReservationTimeout", cart.holdSeconds());
        }
        return order;
    }

    static Map<String, Object> items(Cart cart, long minor) {
        Map<String, Object> total = money(cart, minor);
        return Map.of(
                "totalAmount",
                total,
                "invoiceRows",
                List.of(Map.of("itemDescription", "Thing", "itemQuantity", "1", "itemTotalAmount", total)));
    }

    /** @param minor of the new total, 0 if it stays */
    static Map<String, Object> answer(Cart cart, Map<String, Status> answers, long minor) {
        Map<String, Object> change = new HashMap<>(minor == 0 ? Map.of() : items(cart, minor));
        change.put(
                "customerTokens",
                answers.entrySet().stream()
                        .map(token -> Map.of(
                                "id", token.getKey(), "status", token.getValue().name()))
                        .toList());
        return change;
    }

    static Map<String, Object> money(Cart cart, long minor) {
        Money money = new Money(cart.currency(), minor);
        return Map.of(
                "currency",
                money.currency().getCurrencyCode(),
                "value",
                money.decimal().toPlainString());
    }
}
