package dev.seqrpay.simulation.check;

import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.CustomerToken;
import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.TokenOffer;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Weather;
import dev.seqrpay.simulator.core.InvoiceView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the payer's app offers comes to the shop once, and what the shop says of it comes to SEQR, and nothing else does (32). */
final class LoyaltyChecks {
    /** The watch's period, a slow answer, the shop's own pace, and a second try of it. */
    private static final long LONGEST_WAIT = 40 * Time.SECOND;

    private final Ledgers ledgers;
    /** What each shop has said of each token. */
    private final Map<String, Map<String, Status>> answers = new HashMap<>();

    LoyaltyChecks(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    void committed(Payment before, Payment after, Cause cause) {
        Optional<TokenOffer> offer = after.offer();
        Optional<TokenOffer> former = before.offer();
        if (offer.equals(former) || cause == Cause.UPDATE) return;
        unless(
                offer.isPresent()
                        && former.filter(known -> known.version() >= offer.get().version())
                                .isEmpty(),
                "32",
                () -> after.id() + ": its shop is told " + offer + " after " + former);
    }

    void answers(Payment payment, Map<String, Status> said) {
        answers.computeIfAbsent(payment.id(), id -> new HashMap<>()).putAll(said);
    }

    /** To SEQR, whatever is updated is an answer. */
    void updates(Payment payment) {
        TokenOffer offer = payment.offer().orElse(null);
        if (offer == null) return;
        Map<String, Status> said = answers.get(payment.id());
        unless(said != null, "32", () -> payment.id() + ": SEQR is told of an answer that its shop has not given");
        for (CustomerToken token : offer.tokens())
            unless(
                    token.status() == said.get(token.id()),
                    "32",
                    () -> payment.id() + ": SEQR is told " + token + ", and its shop said " + said);
    }

    /** The shop was told that SEQR has its answer. */
    void heard(Payment payment) {
        InvoiceView there = ledgers.view(payment.reference());
        Map<String, Status> said = answers.get(payment.id());
        there.tokens()
                .forEach(token -> unless(
                        !said.containsKey(token.id()) || said.get(token.id()).code() == token.status(),
                        "32",
                        () -> payment.id() + ": its shop was told that SEQR has its answer, and SEQR has " + token));
    }

    /** All is quiet. */
    void end(Witness purchase, Weather weather) {
        long quietFrom = weather.faultsUntil() == 0 ? 0 : weather.faultsUntil() + Time.MINUTE;
        unless(
                purchase.waitedFor() < LONGEST_WAIT
                        || purchase.waitedSince() < quietFrom
                        || purchase.lie() != Lie.NONE
                        || isToBeCancelled(purchase, weather.isSkewed() ? 10 * Time.MINUTE : 0),
                "32",
                () -> purchase.id() + ": its payer waited " + Time.clock(purchase.waitedFor()) + " for the shop");
    }

    /** Or its time is up. Who waits at the prompt then waits until it ends, for SEQR does not cancel before (51). */
    private boolean isToBeCancelled(Witness purchase, long skew) {
        Payment row = ledgers.payments.get(purchase.id()).row;
        return !ledgers.wishes(row).isEmpty()
                || Time.of(row.expiresAt()) < purchase.waitedSince() + LONGEST_WAIT + skew;
    }
}
