package dev.seqrpay.simulation;

import dev.seqrpay.payment.OpenPayment;
import dev.seqrpay.payment.Reason;
import java.util.stream.Stream;

/**
 * The other payments of a customer's order. A checkout that replaces may end each of them that is there when it begins, or comes
 * while it is under way, and no other.
 */
final class Rivals {
    private final Customer customer;
    private int underWay;
    private boolean hasBegun;

    Rivals(Customer customer) {
        this.customer = customer;
    }

    /** A run of the customer's checkout begins. */
    void begin() {
        if (customer.plan.openPayment() == OpenPayment.ALONGSIDE) customer.world.checks.alongside(customer.title());
        if (!hasBegun && others().anyMatch(other -> other.rivals().isReplacing())) mayGo(customer);
        hasBegun = true;
        underWay++;
        if (isReplacing()) others().filter(other -> other.rivals().hasBegun).forEach(Rivals::mayGo);
    }

    /** It can do no more. */
    void end() {
        underWay--;
    }

    private boolean isReplacing() {
        return underWay > 0 && customer.plan.openPayment() == OpenPayment.REPLACE;
    }

    private Stream<Customer> others() {
        return customer.world.customers().stream()
                .filter(other -> other != customer && other.orderId().equals(customer.orderId()));
    }

    private static void mayGo(Customer other) {
        other.world.checks.wish(other.title(), Reason.REPLACED);
    }
}
