package dev.seqrpay.simulation.world;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.simulation.check.Cart;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Time;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One tab with the payment page: it asks a second after each answer until the payment has ended ({@code pay.js}). */
final class Browser {
    private static final Set<String> FINAL = Set.of("PAID", "RESERVED", "CANCELED", "FAILED");
    private static final long LONGEST_PAUSE = 15 * Time.SECOND;

    private final Surroundings around;
    private final Cart cart;
    private final int tab;
    private final Consumer<Payment> shown;
    private final long leavesAt;
    private int questions;
    private int failures;
    private boolean isOpen = true;

    /** @param shown told of each answer */
    Browser(Surroundings around, Cart cart, int tab, Consumer<Payment> shown) {
        this.around = around;
        this.cart = cart;
        this.tab = tab;
        this.shown = shown;
        this.leavesAt = around.time().now() + around.weather().life() + Time.MINUTE;
    }

    void open() {
        ask(Function.PAGE, Cause.PAGE);
    }

    /** A page that is looked at once, such as the receipt. */
    void look() {
        isOpen = false;
        ask(Function.PAGE, Cause.PAGE);
    }

    void close() {
        isOpen = false;
    }

    private void ask(Function function, Cause cause) {
        around.invoke(
                function,
                cart.number(),
                tab * 10_000L + questions++,
                () -> around.doors().look(cart, cause),
                this::answered);
    }

    private void answered(Object result, RuntimeException failure) {
        failures = failure == null ? 0 : failures + 1;
        if (failure == null) {
            Payment row = (Payment) ((Optional<?>) result).orElseThrow();
            shown.accept(row);
            if (FINAL.contains(row.state().seqrWord()) || around.time().now() > leavesAt) close();
        }
        if (isOpen) around.time().after(pause(), this::again);
    }

    private long pause() {
        return Math.min(LONGEST_PAUSE, Time.SECOND << Math.min(failures, 10));
    }

    private void again() {
        if (isOpen) ask(Function.STATUS, Cause.POLL);
    }
}
