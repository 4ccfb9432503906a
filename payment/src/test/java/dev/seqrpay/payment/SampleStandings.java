package dev.seqrpay.payment;

import dev.seqrpay.payment.Standing.Canceling;
import dev.seqrpay.payment.Standing.Capturing;
import dev.seqrpay.payment.Standing.Created;
import dev.seqrpay.payment.Standing.Ended;
import dev.seqrpay.payment.Standing.Issued;
import dev.seqrpay.payment.Standing.Paid;
import dev.seqrpay.payment.Standing.Reserved;
import dev.seqrpay.payment.Standing.Reversed;
import java.time.Instant;
import java.util.List;

/** A payment's standing in each state, for tests that are about something else. */
public final class SampleStandings {
    public static final SeqrInvoice INVOICE = new SeqrInvoice(
            "1397240460668",
            "HTTP://SEQR.SE/R1397240460668",
            2,
            null,
            new TokenOffer(
                    2,
                    List.of(
                            new CustomerToken("card", "9752", "Kaffeklubben", CustomerToken.Status.USED),
                            new CustomerToken("coupon", null, null, CustomerToken.Status.INVALID)),
                    true));

    static final Instant RESERVED_UNTIL = Instant.parse("2026-01-08T12:00:00Z");

    private SampleStandings() {}

    /** Nothing was given back. */
    public static Standing in(State state, Reason reason, Instant paidAt, Money total) {
        return in(state, reason, paid(paidAt, total.zero(), total.zero()));
    }

    public static Paid paid(Instant at, Money refunded, Money reserved) {
        return new Paid(INVOICE, "2012050100", at, refunded, reserved);
    }

    /**
     * @param reason {@code null} for one that means nothing by itself
     * @param paid what was paid, if that is the state; its invoice in any case
     */
    public static Standing in(State state, Reason reason, Paid paid) {
        Reason why = reason == null ? Reason.UNDECIDED : reason;
        return switch (state) {
            case CREATED -> new Created(new Attempt(1, Instant.EPOCH));
            case ISSUED -> new Issued(paid.invoice());
            case CANCELING -> new Canceling(paid.invoice(), why, Cause.CANCEL);
            case RESERVED -> new Reserved(paid.invoice().reserved(RESERVED_UNTIL));
            case CAPTURING -> new Capturing(paid.invoice().reserved(RESERVED_UNTIL));
            case PAID -> paid;
            case CANCELED, FAILED, REVIEW -> new Ended(state, why, paid.invoice());
            case REVERSED -> new Reversed(paid);
        };
    }
}
