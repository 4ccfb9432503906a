package dev.seqrpay.simulation.world;

import dev.seqrpay.payment.OpenPayment;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.simulation.check.Cart;
import dev.seqrpay.simulation.check.Checks;
import java.util.List;
import java.util.stream.Stream;

/**
 * The other payments of a cart's order. A checkout that replaces may end each of them that is there when it begins, or comes
 * while it is under way, and no other.
 */
final class Rivals {
    private final Checks checks;
    private final Cart cart;
    private final List<Rivals> ofTheOrder;
    private int underWay;
    private boolean hasBegun;

    /** @param ofTheOrder all that there are of the order, this one among them from now on */
    Rivals(Checks checks, Cart cart, List<Rivals> ofTheOrder) {
        this.checks = checks;
        this.cart = cart;
        this.ofTheOrder = ofTheOrder;
        ofTheOrder.add(this);
    }

    /** A run of the cart's checkout begins. */
    void begin() {
        if (cart.openPayment() == OpenPayment.ALONGSIDE) checks.alongside(cart.title());
        if (!hasBegun && others().anyMatch(Rivals::isReplacing)) mayGo();
        hasBegun = true;
        underWay++;
        if (isReplacing()) others().filter(other -> other.hasBegun).forEach(Rivals::mayGo);
    }

    /** It can do no more. */
    void end() {
        underWay--;
    }

    private boolean isReplacing() {
        return underWay > 0 && cart.openPayment() == OpenPayment.REPLACE;
    }

    private Stream<Rivals> others() {
        return ofTheOrder.stream().filter(other -> other != this);
    }

    private void mayGo() {
        checks.wish(cart.title(), Reason.REPLACED);
    }
}
