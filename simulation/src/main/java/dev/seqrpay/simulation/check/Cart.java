package dev.seqrpay.simulation.check;

import dev.seqrpay.payment.AcknowledgmentMode;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.OpenPayment;
import dev.seqrpay.payment.Reservation;
import dev.seqrpay.payment.Reservation.Mode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Currency;
import java.util.List;

/**
 * What a shop wants to be paid for.
 *
 * @param number different for each cart of a seed
 * @param orderId of the order, which has several carts now and then
 * @param openPayment what is to become of a payment that the order has already
 * @param holdSeconds for how long the payer is to reserve the money, 0 if it is to be paid at once
 * @param acknowledgmentMode whether the payer's app waits for the shop
 */
public record Cart(
        int number,
        String shop,
        String orderId,
        Currency currency,
        OpenPayment openPayment,
        int holdSeconds,
        AcknowledgmentMode acknowledgmentMode) {
    private static final String TITLE = "Cart ";

    /** Of the many payments that an order may have, it tells which is this one. */
    public String title() {
        return TITLE + number;
    }

    /** @return the number of the cart that a payment is for */
    public static int number(Invoice invoice) {
        return Integer.parseInt(invoice.title().substring(TITLE.length()));
    }

    public Invoice order(long minor) {
        Money total = new Money(currency, minor);
        Invoice.Row row = new Invoice.Row("Thing", BigDecimal.ONE, total, null, null, null, null, null, null);
        Reservation held =
                holdSeconds == 0 ? null : new Reservation(Mode.RESERVATION_REQUIRED, Duration.ofSeconds(holdSeconds));
        return new Invoice(
                orderId,
                title(),
                true,
                List.of(row),
                total,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                held,
                acknowledgmentMode,
                Collections.emptySortedMap());
    }
}
