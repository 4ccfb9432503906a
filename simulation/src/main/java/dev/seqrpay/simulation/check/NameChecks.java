package dev.seqrpay.simulation.check;

import static dev.seqrpay.simulation.engine.Violation.unless;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.simulation.engine.Invocation;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Weather;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A new key makes the names of new payments from its time on, and of no payment before (21); with any key, an
 * Idempotency-Key has one payment and one refund.
 */
public final class NameChecks {
    /** So long a function goes on with what a secret said, and a second for what comes between. */
    private static final long KEPT = 61 * Time.SECOND;

    private static final String NUMBERED = "pay_2";
    /** {@code pay_}, the number, and 26 characters. */
    private static final int LENGTH = 31;

    /** What the secrets say, and when. */
    public interface Secrets {
        /** By a clock that says so, new payments have the second key's number in their names. */
        boolean isNewKeyUsed(Instant now);

        /** Whether new payments are made with this terminal, by some text that the secret has or had since then. */
        boolean mayBe(String terminal, long since);
    }

    private final Secrets secrets;
    private final Weather weather;
    private final Map<String, String> payments = new HashMap<>();
    private final Map<String, String> refunds = new HashMap<>();

    public NameChecks(Secrets secrets, Weather weather) {
        this.secrets = secrets;
        this.weather = weather;
    }

    /** @param now as the run knows it that makes the payment, which may have made the name at its beginning */
    void created(Payment row, Invocation by, Instant now) {
        boolean isNew = row.id().startsWith(NUMBERED) && row.id().length() == LENGTH;
        boolean isRight = isNew == secrets.isNewKeyUsed(now)
                || isNew == secrets.isNewKeyUsed(weather.clock(by.function(), by.begun()));
        unless(isRight, "21", () -> row.id() + " is not named by the key that is in use");
        boolean isKnown = weather.isFaulty(by.begun())
                || weather.isSkewed()
                || secrets.mayBe(row.terminalId(), by.begun() - KEPT);
        unless(isKnown, "20", () -> row.id() + " is made with a terminal that the secret has not said for a minute");
        String other = payments.putIfAbsent(row.invoice().title(), row.id());
        unless(other == null, "21", () -> row.id() + " has the Idempotency-Key of " + other);
    }

    /** What a shop is told of a refund. */
    void refunded(String paymentId, String key, String refundId) {
        String other = refunds.putIfAbsent(paymentId + " " + key, refundId);
        unless(
                other == null || other.equals(refundId),
                "21",
                () -> paymentId + ": one key has the refunds " + other + " and " + refundId);
    }
}
