package dev.seqrpay.simulation.bug;

/** Where the lines of the planted bugs are, from the folder of the project, and words that several of them use. */
final class Source {
    private static final String MAIN = "payment/src/main/java/dev/seqrpay/payment/";
    static final String SETTLEMENT = MAIN + "Settlement.java";
    static final String CLAIM = MAIN + "Claim.java";
    static final String CANCELLATION = MAIN + "Cancellation.java";
    static final String ONE_OPEN_PAYMENT = MAIN + "OneOpenPayment.java";
    static final String STATUS_LOOKUP = MAIN + "StatusLookup.java";
    static final String CHECKOUT = MAIN + "Checkout.java";
    static final String ORPHAN_INVOICES = MAIN + "OrphanInvoices.java";
    static final String NOTIFICATIONS = MAIN + "Notifications.java";
    static final String PACE = MAIN + "Pace.java";
    static final String PAYMENT = MAIN + "Payment.java";
    static final String REFUND = MAIN + "Refund.java";
    static final String REFUNDS = MAIN + "Refunds.java";
    static final String STATE = MAIN + "State.java";
    static final String SWEEP = MAIN + "Sweep.java";
    static final String WATCH = MAIN + "Watch.java";
    private static final String HANDLER = "functions/src/main/java/dev/seqrpay/handler/";
    static final String WIRING = "functions/src/main/java/dev/seqrpay/wiring/Wiring.java";
    static final String CANCEL_HANDLER = HANDLER + "CancelPaymentHandler.java";
    static final String TABLE = "payment/src/main/java/dev/seqrpay/payment/memory/InMemoryPayments.java";
    static final String ACCOUNTS = "functions/src/main/java/dev/seqrpay/wiring/SecretAccounts.java";
    static final String KEY_RING = "functions/src/main/java/dev/seqrpay/http/KeyRing.java";
    static final String SECRET = "functions/src/main/java/dev/seqrpay/wiring/Secret.java";
    static final String SWEEP_HANDLER = HANDLER + "SweepHandler.java";
    static final String TOKENS = "functions/src/main/java/dev/seqrpay/http/Tokens.java";
    static final String VIEWING = "functions/src/main/java/dev/seqrpay/http/Viewing.java";
    static final String ACCOUNT_SEQR = "functions/src/main/java/dev/seqrpay/seqr/AccountSeqr.java";
    private static final String ROWS = "functions/src/main/java/dev/seqrpay/dynamodb/";
    static final String COMMIT = ROWS + "Commit.java";
    static final String PAYMENT_ITEM = ROWS + "PaymentItem.java";

    static final String CANCELED = "return store.commit(Change.of(payment, payment.ended(State.CANCELED,"
            + " payment.reason(), clock.instant()), cause)).payment();";
    static final String EMPTY = "return Optional.empty();";

    private Source() {}
}
