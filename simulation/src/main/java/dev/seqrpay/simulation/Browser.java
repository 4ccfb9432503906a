package dev.seqrpay.simulation;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Payment;
import java.util.Optional;
import java.util.Set;

/** One tab with the payment page: it asks a second after each answer until the payment has ended ({@code pay.js}). */
final class Browser {
    private static final Set<String> FINAL = Set.of("PAID", "CANCELED", "FAILED");
    private static final long LONGEST_PAUSE = 15 * Time.SECOND;

    private final Customer customer;
    private final World world;
    private final int tab;
    private final long leavesAt;
    private int questions;
    private int failures;
    private boolean isOpen = true;

    Browser(Customer customer, int tab) {
        this.customer = customer;
        this.world = customer.world;
        this.tab = tab;
        this.leavesAt = world.time.now() + world.weather.life + Time.MINUTE;
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
        world.invoke(
                function,
                customer.number(),
                tab * 10_000L + questions++,
                () -> world.doors().look(customer, cause),
                this::answered);
    }

    private void answered(Object result, RuntimeException failure) {
        failures = failure == null ? 0 : failures + 1;
        if (failure == null) {
            Payment row = (Payment) ((Optional<?>) result).orElseThrow();
            customer.shown(row);
            if (FINAL.contains(row.state().seqrWord()) || world.time.now() > leavesAt) close();
        }
        if (isOpen) world.time.after(pause(), this::again);
    }

    private long pause() {
        return Math.min(LONGEST_PAUSE, Time.SECOND << Math.min(failures, 10));
    }

    private void again() {
        if (isOpen) ask(Function.STATUS, Cause.POLL);
    }
}
