package dev.seqrpay.payment;

import dev.seqrpay.payment.Invoice.LineItems;
import dev.seqrpay.payment.Standing.AtSeqr;
import dev.seqrpay.payment.Standing.Canceling;
import dev.seqrpay.payment.Standing.Capturing;
import dev.seqrpay.payment.Standing.Created;
import dev.seqrpay.payment.Standing.Ended;
import dev.seqrpay.payment.Standing.Issued;
import dev.seqrpay.payment.Standing.Paid;
import dev.seqrpay.payment.Standing.Reserved;
import dev.seqrpay.payment.Standing.Reversed;
import dev.seqrpay.payment.Standing.Undecided;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands. It is a value: a change makes a new one with the next {@link #version}, and the table takes it
 * only if the version before is still the stored one.
 *
 * @param version counts the changes, from 1; the {@code seq} of the browser's status
 * @param historyHash of the last entry of its stored history, which the next entry is to carry; empty while none is stored
 */
@RecordBuilder
public record Payment(Purchase purchase, int version, Instant changedAt, Standing standing, String historyHash) {
    /** How long after its lease an attempt may still store its invoice, at the very most, even if two clocks differ by ten minutes. */
    private static final Duration LATE = Duration.ofMinutes(11);

    private static final String WEB = "(?is)https?:.+";

    /** One whose history is not stored. */
    public Payment(Purchase purchase, int version, Instant changedAt, Standing standing) {
        this(purchase, version, changedAt, standing, "");
    }

    public Payment {
        if (version < 1) throw new IllegalArgumentException("a payment cannot have the version " + version);
        if (standing instanceof Paid paid && isOtherMoney(purchase, paid))
            throw new IllegalArgumentException(purchase.id() + " cannot give back another currency than was paid");
    }

    private static boolean isOtherMoney(Purchase purchase, Paid paid) {
        Money zero = purchase.invoice().total().zero();
        return !paid.refunded().zero().equals(zero) || !paid.reserved().zero().equals(zero);
    }

    static Payment created(Purchase purchase, Attempt attempt) {
        return new Payment(purchase, 1, purchase.createdAt(), new Created(attempt));
    }

    Payment attempted(Attempt next, Instant now) {
        return next(new Created(next), now);
    }

    Payment issued(String newReference, String newQrCode, Instant now) {
        return next(new Issued(new SeqrInvoice(newReference, newQrCode, 0)), now);
    }

    Payment canceling(Reason why, Cause by, Instant now) {
        return next(new Canceling(undecided().invoice(), why, by), now);
    }

    /** @param until when the reservation ends that the payer has confirmed */
    Payment reserved(int newSeqrVersion, Instant until, Instant now) {
        return next(
                new Reserved(undecided().invoice().withVersion(newSeqrVersion).reserved(until)), now);
    }

    Payment capturing(Instant now) {
        return next(new Capturing(undecided().invoice()), now);
    }

    /** The shop's wish to take the money is over; what the payer has confirmed is not. */
    Payment notCaptured(Instant now) {
        return next(new Reserved(undecided().invoice()), now);
    }

    /** Is for other items now, or has the shop's answer to its tokens, which SEQR has still to be told. */
    Payment changedBy(OrderChange change, Instant now) {
        Purchase changed = change.items() == null ? purchase : purchase.changedTo(change.items());
        return next(changed, answeredBy(change), now);
    }

    private Standing answeredBy(OrderChange change) {
        TokenOffer offer = offer().orElse(null);
        return offer == null || change.answers() == null
                ? standing
                : undecided().with(undecided().invoice().offered(offer.answered(change.answers())));
    }

    /** SEQR has not taken a change: it is for the items of before, and the payer's app waits for an answer again. */
    Payment changedBack(LineItems before, boolean hasAnswered, Instant now) {
        Standing unanswered = hasAnswered
                ? undecided()
                        .with(undecided()
                                .invoice()
                                .offered(offer().orElseThrow().unanswered()))
                : standing;
        return next(purchase.changedTo(before), unanswered, now);
    }

    /** The payer's app waits until the shop has said what it makes of these tokens. */
    Payment offered(List<CustomerToken> tokens, int newSeqrVersion, Instant now) {
        TokenOffer offer = new TokenOffer(newSeqrVersion, tokens, false);
        return next(new Issued(undecided().invoice().withVersion(newSeqrVersion).offered(offer)), now);
    }

    /** Paid by a payer who was faster than the shop's last change of the items. */
    Payment paidAs(LineItems items, String newErsReference, int newSeqrVersion, Instant now) {
        return with(purchase.paidAs(items)).paid(newErsReference, newSeqrVersion, now);
    }

    Payment paid(String newErsReference, int newSeqrVersion, Instant now) {
        SeqrInvoice own = seqrInvoice()
                .orElseThrow(() -> new IllegalStateException(id() + " has no invoice that could have been paid"));
        Money none = invoice().total().zero();
        return next(new Paid(own.withVersion(newSeqrVersion), newErsReference, now, none, none), now);
    }

    /** @param end without payment: CANCELED, FAILED or REVIEW */
    Payment ended(State end, Reason why, Instant now) {
        return next(new Ended(end, why, seqrInvoice().orElse(null)), now);
    }

    Payment reversed(Instant now) {
        return next(new Reversed(confirmed()), now);
    }

    Payment refunding(Money nowRefunded, Money nowReserved, Instant now) {
        return next(confirmed().refunding(nowRefunded, nowReserved), now);
    }

    private Payment next(Standing next, Instant now) {
        return next(purchase, next, now);
    }

    private Payment next(Purchase purchase, Standing next, Instant now) {
        if (!state().mayBecome(next.state()))
            throw new IllegalStateException(id() + ": no way from " + state() + " to " + next.state());
        return PaymentBuilder.builder(this)
                .purchase(purchase)
                .version(version + 1)
                .changedAt(now)
                .standing(next)
                .build();
    }

    private Paid confirmed() {
        return confirmation().orElseThrow(() -> new IllegalStateException(id() + " is not paid"));
    }

    private Undecided undecided() {
        if (standing instanceof Undecided undecided) return undecided;
        throw new IllegalStateException(id() + " is " + state() + " and cannot be paid");
    }

    /** The same change of the payment, in which SEQR has told a later version of the invoice. */
    public Payment withSeqrVersion(int later) {
        return with(undecided().with(undecided().invoice().withVersion(later)));
    }

    /** The same change of the payment, whose attempt has left this behind. */
    public Payment withAttempt(Attempt left) {
        return with(new Created(left));
    }

    /** The same, after its last change was stored with the history. */
    Payment stored(String newHistoryHash) {
        return PaymentBuilder.builder(this).historyHash(newHistoryHash).build();
    }

    /** The same, of which no personal data is kept any more. */
    public Payment withoutPersonalData() {
        return with(purchase.withoutPersonalData()).with(standing.withoutPersonalData());
    }

    private Payment with(Purchase same) {
        return PaymentBuilder.builder(this).purchase(same).build();
    }

    private Payment with(Standing same) {
        return PaymentBuilder.builder(this).standing(same).build();
    }

    public String id() {
        return purchase.id();
    }

    public String merchantId() {
        return purchase.merchantId();
    }

    public String terminalId() {
        return purchase.terminalId();
    }

    /** What the shop asks to be paid for. */
    public Invoice invoice() {
        return purchase.invoice();
    }

    public Instant createdAt() {
        return purchase.createdAt();
    }

    public Instant expiresAt() {
        return purchase.expiresAt();
    }

    public State state() {
        return standing.state();
    }

    /** Why it ended, or is being ended; {@code null} while it goes its way. */
    public @Nullable Reason reason() {
        if (standing instanceof Canceling canceling) return canceling.reason();
        return standing instanceof Ended ended ? ended.reason() : null;
    }

    /** Its own invoice at SEQR, once issued. */
    public Optional<SeqrInvoice> seqrInvoice() {
        if (standing instanceof AtSeqr there) return Optional.of(there.invoice());
        return standing instanceof Ended ended ? Optional.ofNullable(ended.invoice()) : Optional.empty();
    }

    /** SEQR's confirmation that it was paid, even if SEQR has taken the money back since. */
    public Optional<Paid> confirmation() {
        if (standing instanceof Reversed reversed) return Optional.of(reversed.was());
        return standing instanceof Paid paid ? Optional.of(paid) : Optional.empty();
    }

    /** SEQR's invoice reference; {@code null} until it is issued. */
    public @Nullable String reference() {
        return seqrInvoice().map(SeqrInvoice::reference).orElse(null);
    }

    /** The text of the QR code; {@code null} until it is issued. */
    public @Nullable String qrCode() {
        return seqrInvoice().map(SeqrInvoice::qrCode).orElse(null);
    }

    /** The version of the invoice that SEQR has told us last, 0 if it has told none. */
    public int seqrVersion() {
        return seqrInvoice().map(SeqrInvoice::version).orElse(0);
    }

    /** What the payer's app has offered last; empty if it has never waited for the shop. */
    public Optional<TokenOffer> offer() {
        return seqrInvoice().map(SeqrInvoice::offer);
    }

    /** The payer's app waits for the shop: the payer cannot pay before the shop has answered. */
    public boolean awaitsAcknowledgment() {
        return state() == State.ISSUED
                && offer().filter(offer -> !offer.isAnswered()).isPresent();
    }

    /** SEQR's word, and ours where SEQR has none: what the shop's own server is told. */
    public String shopsWord() {
        return awaitsAcknowledgment() ? StatusWord.PENDING_ISSUER_ACKNOWLEDGE.name() : state().shopsWord();
    }

    /** When the reservation ends that its payer has confirmed; empty if there was none. */
    public Optional<Instant> reservedUntil() {
        return seqrInvoice().map(SeqrInvoice::reservedUntil);
    }

    /** Until when it can be decided by the payer, or by the shop for which the payer has reserved the money. */
    Instant decidableUntil() {
        return reservedUntil().orElse(expiresAt());
    }

    /** SEQR's reference of the money itself; {@code null} until it is paid. */
    public @Nullable String ersReference() {
        return confirmation().map(Paid::ersReference).orElse(null);
    }

    /** When it became {@code PAID} here; {@code null} until then, and for what was paid before this was kept. */
    public @Nullable Instant paidAt() {
        return confirmation().map(Paid::at).orElse(null);
    }

    /** What SEQR has confirmed as given back. */
    public Money refunded() {
        return confirmation().map(Paid::refunded).orElse(invoice().total().zero());
    }

    /** What SEQR is being asked to give back, or was asked for with an unknown outcome. */
    public Money reserved() {
        return confirmation().map(Paid::reserved).orElse(invoice().total().zero());
    }

    /**
     * What opens the SEQR app on the phone itself: the QR code's text with the app's scheme (contract, "Behaviour" and "What
     * else"), or {@code null} if the text is no web address, for only of one it is known what the app makes of it.
     */
    public @Nullable String seqrLink(String scheme) {
        String code = qrCode();
        return code == null || !code.matches(WEB) ? null : scheme + code.substring(code.indexOf(':'));
    }

    /** What can still be given back. */
    public Money refundable() {
        return invoice().total().minus(refunded()).minus(reserved());
    }

    /** The order is paid by it, or may be: there must not be another payment unless the shop wants just that. */
    public boolean holdsItsOrder() {
        return state() == State.REVIEW
                || state().isReserved()
                || state() == State.PAID && !refunded().equals(invoice().total());
    }

    /** A payer may have its QR code, now or in a moment: its invoice is out, or is being sent and not known to have failed. */
    boolean mayBePaid(Instant now) {
        return state().isUndecided()
                || standing instanceof Created created
                        && created.attempt().leaseUntil().plus(LATE).isAfter(now);
    }

    /** When the sweep has to look at it if nothing else happens before; empty once nothing is due any more. */
    public Optional<Instant> due() {
        return switch (state()) {
            case CREATED, ISSUED -> Optional.of(expiresAt());
            case RESERVED -> Optional.of(decidableUntil());
            case CANCELING, CAPTURING -> Optional.of(changedAt);
            case PAID, CANCELED, FAILED, REVIEW, REVERSED -> Optional.empty();
        };
    }
}
