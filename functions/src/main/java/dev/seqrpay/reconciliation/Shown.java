package dev.seqrpay.reconciliation;

/** What a report shows under one reference. */
final class Shown {
    private int sales;
    private long sold;
    private int returns;
    private long givenBack;

    void add(long minor) {
        if (minor < 0) {
            returns++;
            givenBack = Math.subtractExact(givenBack, minor);
        } else {
            sales++;
            sold = Math.addExact(sold, minor);
        }
    }

    boolean hasSales() {
        return sales > 0;
    }

    boolean hasReturns() {
        return returns > 0;
    }

    long sold() {
        return sold;
    }

    /** Above zero. */
    long givenBack() {
        return givenBack;
    }

    long net() {
        return sold - givenBack;
    }

    /** The same amount, more than once. */
    boolean isSoldTwice(long once) {
        return sales > 1 && sold == Math.multiplyExact(once, (long) sales);
    }

    boolean isGivenBackTwice(long once) {
        return returns > 1 && givenBack == Math.multiplyExact(once, (long) returns);
    }
}
