package dev.seqrpay.simulation;

/** The shop that gives money back, in parts, two at once, and again with the same key when it got no answer. */
final class Refunder {
    private static final int TRIES = 3;

    private final Customer customer;
    private final World world;
    private int calls;

    Refunder(Customer customer) {
        this.customer = customer;
        this.world = customer.world;
    }

    void paid() {
        int part = 0;
        for (PaymentPlan.Part each : customer.plan.refunds()) {
            String key = "" + part++;
            long amount = amount(each);
            world.time.after(each.after(), () -> refund(key, amount, 1));
            if (each.twice()) world.time.after(each.after() + Time.MILLI, () -> refund(key, amount, 1));
        }
    }

    /** What has been asked for is asked for again with its key. */
    void again() {
        if (calls > 0) refund("0", amount(customer.plan.refunds().get(0)), TRIES);
    }

    private long amount(PaymentPlan.Part part) {
        return Math.max(1, (long) (customer.plan.amount() * part.share()));
    }

    private void refund(String key, long minor, int attempt) {
        world.invoke(
                Function.REFUND,
                customer.number(),
                calls++,
                () -> world.doors().refund(customer, key, minor),
                (result, failure) -> {
                    if (failure != null && attempt < TRIES)
                        world.time.after(2 * Time.SECOND, () -> refund(key, minor, attempt + 1));
                });
    }
}
