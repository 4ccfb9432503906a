package dev.seqrpay.local.simulation;

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
        for (long after : customer.plan.forged()) world.time.at(customer.plan.checkoutAt() + after, this::deliver);
    }

    void paid() {
        if (customer.plan.notificationLost()) return;
        for (long after : customer.plan.notifications()) world.time.after(after, this::deliver);
    }

    int delivered() {
        return delivered;
    }

    private void deliver() {
        world.invoke(
                Function.NOTIFICATION,
                customer.number(),
                delivered++,
                () -> world.useCases.notifications().notified(customer.id()),
                (result, failure) -> {});
    }
}
