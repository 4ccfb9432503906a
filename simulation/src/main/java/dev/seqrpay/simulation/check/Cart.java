package dev.seqrpay.simulation.check;

import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.OpenPayment;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * What a shop wants to be paid for.
 *
 * @param number different for each cart of a seed
 * @param orderId of the order, which has several carts now and then
 * @param openPayment what is to become of a payment that the order has already
 */
public record Cart(int number, String shop, String orderId, Currency currency, OpenPayment openPayment) {
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
        return new Invoice(orderId, title(), List.of(row), total, null, null, null, null, null);
    }
}
