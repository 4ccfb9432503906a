package dev.seqrpay.simulation.check;

import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.payment.Claim;
import dev.seqrpay.simulation.engine.Time;

/**
 * Questions to SEQR, and cancels, are bounded by the lease (10), and the number of tabs, sockets, their polls and of impatient
 * cancels is nowhere in the bound.
 *
 * <p>With right clocks the lease is one for all. Two functions whose clocks differ by more than the lease do not see each
 * other's claim, but each sees its own: what one of them claims lets one question of the others through. So what the watch, the
 * sweep, the notifications and the pages that are opened ask at their own pace counts twice then: itself, and a poll after it.
 */
final class QuestionChecks {
    private static final long LEASE = Claim.LEASE.toNanos() / 1000;
    /** The lease of a question that failed. */
    private static final long SHORT_LEASE = Claim.AFTER_FAILURE.toNanos() / 1000;
    /** A notification asks that often, in the sixteen seconds that it has, if it gets no answer. */
    private static final long PER_NOTIFICATION = 24;
    /** It asks, cancels and asks again, and comes twice now and then. */
    private static final long PER_SWEEP = 4;

    private QuestionChecks() {}

    static void check(Witness purchase, Tracked tracked, boolean rightClocks) {
        long open = tracked.endedAt - tracked.createdAt;
        long lease = purchase.lie().isFailure() ? SHORT_LEASE : LEASE;
        long leases = 2 + open / lease;
        long onPurpose = tracked.row.version()
                + PER_SWEEP * (open / Time.MINUTE + 1)
                + PER_NOTIFICATION * purchase.notifications();
        // who cancels within the lease tells SEQR and asks
        long canceling = tracked.cancelingAt < 0 ? 0 : 2 + (tracked.endedAt - tracked.cancelingAt) / lease;
        long bound = leases + canceling + onPurpose + (rightClocks ? 0 : 2L * tracked.others);
        unless(
                tracked.calls <= bound,
                "10",
                () -> purchase.id() + ": SEQR was asked or told to cancel " + tracked.calls + " times, not " + bound);
    }
}
