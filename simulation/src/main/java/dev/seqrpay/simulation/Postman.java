package dev.seqrpay.simulation;

/** SEQR's notifications on their way: lost, late, twice; and those that somebody has made up. */
final class Postman {
    private final Customer customer;
    private final World world;
    private int delivered;

    Postman(Customer customer) {
        this.customer = customer;
        this.world = customer.world;
    }

    void begin() {
        for (long after : customer.plan.forged())
            world.time.at(customer.plan.checkoutAt() + after, () -> deliver(null));
    }

    void paid(String url) {
        if (customer.plan.notificationLost()) return;
        for (long after : customer.plan.notifications()) world.time.after(after, () -> deliver(url));
    }

    int delivered() {
        return delivered;
    }

    private void deliver(String url) {
        if (customer.id() == null) return;
        world.invoke(
                Function.NOTIFICATION,
                customer.number(),
                delivered++,
                () -> world.doors().notify(customer, url),
                (result, failure) -> {});
    }
}
