package dev.seqrpay.payment;

import dev.seqrpay.payment.PaymentStore.Committed;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Takes the money that a payer has reserved ({@code commitReservation}). As with a cancel the wish is written down first, then SEQR
 * is told, then SEQR is asked, and only that answer decides. SEQR takes a reservation once, so it can be told again.
 */
public final class Capture {
    private final PaymentStore store;
    private final SeqrGateway seqr;
    private final Settlement settlement;
    private final Reminders reminders;
    private final InstantSource clock;

    public Capture(
            PaymentStore store, SeqrGateway seqr, Settlement settlement, Reminders reminders, InstantSource clock) {
        this.store = store;
        this.seqr = seqr;
        this.settlement = settlement;
        this.reminders = reminders;
        this.clock = clock;
    }

    /**
     * @return PAID, now or before; CAPTURING while SEQR cannot say yet
     * @throws CaptureRefused when nothing is reserved, or SEQR does not take it: the payment in it says what holds
     */
    public Payment capture(Payment payment) {
        StoredPayment read = store.read(payment.id()).orElseThrow();
        return switch (read.payment().state()) {
            case RESERVED -> begin(read.payment());
            case CAPTURING -> goOn(read);
            case PAID -> read.payment();
            default -> throw new CaptureRefused(read.payment(), null);
        };
    }

    /** The watch begins before SEQR is told, so that SEQR's answer is heard in time even if this function does not hear it. */
    private Payment begin(Payment reserved) {
        reminders.send(new Reminder.KeepWatching(reserved.id()), Watch.PERIOD);
        Instant now = clock.instant();
        Committed committed = store.commit(Change.claiming(reserved, reserved.capturing(now), Cause.CAPTURE, now));
        return committed.isApplied() ? askClaimed(committed.payment(), now) : capture(committed.payment());
    }

    private Payment askClaimed(Payment capturing, Instant claimed) {
        try {
            return taken(settlement.askClaimed(capturing, claimed, this::tellFirst));
        } catch (SeqrException noAnswer) {
            return capturing;
        }
    }

    private Payment goOn(StoredPayment read) {
        try {
            return settlement
                    .claimAndAsk(read, Pace.WAITING, payment -> tellAgain(payment, Cause.CAPTURE))
                    .map(this::taken)
                    .orElse(read.payment());
        } catch (SeqrException noAnswer) {
            return read.payment();
        }
    }

    private Payment taken(Payment after) {
        if (after.state() == State.PAID || after.state() == State.CAPTURING) return after;
        throw new CaptureRefused(after, null);
    }

    /** If SEQR refuses and still holds the money, the shop may take it another time. */
    private Payment tellFirst(Payment capturing) {
        try {
            seqr.commitReservation(capturing);
        } catch (SeqrException e) {
            Payment asked = settlement.ask(capturing, Cause.CAPTURE);
            if (!e.isWithoutEffect() || asked.state() != State.CAPTURING) return asked;
            throw new CaptureRefused(giveUp(asked), e);
        }
        return settlement.ask(capturing, Cause.CAPTURE);
    }

    private Payment giveUp(Payment capturing) {
        return store.commit(Change.of(capturing, capturing.notCaptured(clock.instant()), Cause.CAPTURE))
                .payment();
    }

    /** An earlier call may still be on its way to SEQR, so a refusal of this one ends nothing. The caller must have claimed the payment. */
    Payment tellAgain(Payment capturing, Cause cause) {
        try {
            seqr.commitReservation(capturing);
        } catch (SeqrException inconclusive) {
            // the status that follows tells what became of it
        }
        return settlement.ask(capturing, cause);
    }
}
