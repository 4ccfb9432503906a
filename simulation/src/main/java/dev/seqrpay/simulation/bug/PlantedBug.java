package dev.seqrpay.simulation.bug;

import java.util.Arrays;
import java.util.Locale;

/**
 * Mistakes of one line, the peers' real ones among them, each put into the real source by replacing what stands there. They
 * show that the simulation would notice; those that it cannot notice say why that is no loss.
 */
public enum PlantedBug {
    NO_ACKNOWLEDGEMENT_CALL(
            Source.SETTLEMENT,
            "if (!status.is(\"PAID\") || status.version() == payment.seqrVersion()) return status;",
            "if (true) return status;"),
    ACKNOWLEDGED_WITH_THE_OLD_VERSION(
            Source.SETTLEMENT,
            "return seqr.getPaymentStatus(payment, status.version());",
            "return seqr.getPaymentStatus(payment, payment.seqrVersion());"),
    ALWAYS_ASKED_WITH_VERSION_0(
            Source.SETTLEMENT,
            "seqr.getPaymentStatus(payment, payment.seqrVersion())",
            "seqr.getPaymentStatus(payment, 0)"),
    PAID_THOUGH_THE_ACKNOWLEDGEMENT_FAILED(Source.SETTLEMENT, "throw notYet;", "return status;"),
    NO_LEASE(
            Source.SETTLEMENT,
            "if (!payment.state().isPayable() || !pace.allows(read, now)) return Optional.empty();\n"
                    + "        if (!store.claim(read, now)) return Optional.empty();",
            "if (!payment.state().isPayable()) return Optional.empty();"),
    NO_LEASE_FOR_A_CANCEL(
            Source.CANCELLATION,
            ".claimAndAsk(read, Pace.WAITING, canceling -> tellSeqr(canceling, cause))\n"
                    + "                        .orElse(payment);",
            ".askClaimed(payment, clock.instant(), canceling -> tellSeqr(canceling, cause));"),
    TRUSTS_THE_NOTIFICATION(
            Source.SETTLEMENT,
            "return claimAndAsk(read, pace, payment -> ask(payment, cause));",
            "return claimAndAsk(read, pace, payment -> cause == Cause.NOTIFICATION ? commit(payment, Change.of(payment,"
                    + " payment.paid(\"ers\" + payment.id(), 2, clock.instant()), cause)) : ask(payment, cause));"),
    ANY_AMOUNT_WILL_DO(Source.SETTLEMENT, "if (!matches(payment, status)) return", "if (false) return"),
    A_SMALLER_AMOUNT_WILL_DO(
            Source.SETTLEMENT,
            "status.receiptTotal().equals(payment.invoice().total())",
            "status.receiptTotal() instanceof Money said && !said.isMoreThan(payment.invoice().total())"),
    A_REFERENCE_THAT_BEGINS_AS_OURS_WILL_DO(
            Source.SETTLEMENT,
            "status.receiptReference().equals(payment.reference())",
            "status.receiptReference().startsWith(payment.reference())"),
    A_REFERENCE_THAT_ENDS_AS_OURS_WILL_DO(
            Source.SETTLEMENT,
            "status.receiptReference().equals(payment.reference())",
            "payment.reference().endsWith(status.receiptReference())"),
    PAID_IS_PAID_HOWEVER_LATE(Source.SETTLEMENT, "if (isTooLate(payment, status, now)) return", "if (false) return"),
    ANY_CURRENCY_WILL_DO(
            Source.SETTLEMENT,
            "status.receiptTotal().equals(payment.invoice().total())",
            "status.receiptTotal() instanceof Money said && said.minor() == payment.invoice().total().minor()"),
    AN_AMOUNT_THAT_CANNOT_BE_READ_WILL_DO(
            Source.SETTLEMENT, "(status.receiptTotal() == null\n", "(!(status.receiptTotal() instanceof Money)\n"),
    ANY_INVOICE_WILL_DO(Source.SETTLEMENT, "status.receiptReference().equals(payment.reference())", "true"),
    PAID_WITHOUT_A_REFERENCE(Source.SETTLEMENT, "return status.ersReference() != null", "return true"),
    AN_UNKNOWN_WORD_DECIDES(
            Source.SETTLEMENT, "default -> payment;", "default -> payment.ended(FAILED, Reason.FAILED_AT_SEQR, now);"),
    THE_LOSER_OF_A_RACE_SHOWS_ITS_OWN(
            Source.SETTLEMENT,
            "if (committed.outcome() != Outcome.TAKEN || change.payment().state() != PAID) return committed.payment();",
            "if (committed.outcome() != Outcome.TAKEN || change.payment().state() != PAID) return change.payment();"),
    CANCELS_WITHOUT_ASKING(Source.CANCELLATION, "return settlement.ask(payment, cause);", Source.CANCELED),
    TAKES_51_AS_CANCELLED(
            Source.CANCELLATION,
            "// the status that follows tells what became of it",
            "if (Integer.valueOf(51).equals(whatever.code())) " + Source.CANCELED),
    CANCELS_HERE_ALONE(
            Source.CANCELLATION,
            "case ISSUED -> cancelIssued(payment, reason, cause);",
            "case ISSUED -> end(payment, reason, cause);"),
    WHAT_HAS_EXPIRED_IS_ENDED_HERE_ALONE(
            Source.STATUS_LOOKUP,
            "cancellation.cancelIssued(answered, Reason.EXPIRED, cause)",
            "store.commit(Change.of(answered, answered.ended(State.CANCELED, Reason.EXPIRED, clock.instant()),"
                    + " cause)).payment()"),
    NEVER_TELLS_SEQR_TO_CANCEL(Source.CANCELLATION, "seqr.cancelInvoice(payment, payment.reference());", ""),
    NEW_INVOICE_PER_VIEW(
            Source.CHECKOUT,
            "if (existing.state() != State.CREATED) return existing;",
            "if (existing.state() == State.ISSUED) return existing.issued(seqr.sendInvoice(existing,"
                    + " addresses).reference(), existing.qrCode(), clock.instant());"),
    SENT_BEFORE_IT_IS_STORED(
            Source.CHECKOUT,
            "Committed committed = store.commit(Change.created(created, place));",
            "seqr.sendInvoice(created, addresses);"
                    + " Committed committed = store.commit(Change.created(created, place));"),
    SHOWN_BEFORE_IT_IS_STORED(
            Source.CHECKOUT,
            "return committed.payment();\n    }\n\n    private void watch",
            "return payment.issued(sent.reference(), sent.qrCode(), clock.instant());\n    }\n\n"
                    + "    private void watch"),
    UNLIMITED_ATTEMPTS(Source.CHECKOUT, "MAX_ATTEMPTS = 3", "MAX_ATTEMPTS = 300"),
    EVERY_ATTEMPT_COUNTS(
            Source.CHECKOUT,
            "return failure.isWithoutEffect() ? attempt.withoutEffect()",
            "return failure.isWithoutEffect() ? attempt.withoutAnswer(Instant.EPOCH)"),
    NO_ATTEMPT_COUNTS(Source.CHECKOUT, ": attempt.withoutAnswer(clock.instant());", ": attempt.withoutEffect();"),
    ATTEMPT_NOT_WRITTEN_DOWN(
            Source.CHECKOUT, "if (!commit(existing, next).isApplied()) throw CheckoutRefused.inProgress();", ""),
    THE_LOSING_INVOICE_STAYS_OPEN(
            Source.CHECKOUT, "if (committed.outcome() == Outcome.LOST) orphans.close(payment, sent.reference());", ""),
    THE_INVOICE_OF_AN_UNANSWERED_WRITE_STAYS_OPEN(
            Source.CHECKOUT, "orphans.closeLater(payment, sent.reference());", ""),
    A_LOSER_IS_NOT_WRITTEN_DOWN(
            Source.ORPHAN_INVOICES, "reminders.send(Reminder.discard(payment.id(), reference), DELAY);", ""),
    A_LOSER_IS_CANCELLED_ONCE_FROM_THE_QUEUE(
            Source.ORPHAN_INVOICES,
            "if (failure.resultCode().filter(OrphanInvoices::isClosed).isEmpty()) throw failure;",
            ""),
    A_WINNER_IS_DISCARDED_TOO(
            Source.ORPHAN_INVOICES, ".filter(payment -> !reminder.reference().equals(payment.reference()))", ""),
    A_KEY_FOR_ANY_ORDER(
            Source.CHECKOUT, "if (!invoice.isSameOrder(existing.invoice())) throw CheckoutRefused.keyReused();", ""),
    A_LOSER_IS_CLOSED_WHATEVER_SEQR_ANSWERS(Source.ORPHAN_INVOICES, "default -> false;", "default -> true;"),
    A_LOSER_IS_ASKED_ABOUT(
            Source.ORPHAN_INVOICES,
            "tryToCancel(payment, reference);",
            "seqr.getPaymentStatus(payment.issued(reference, \"\", payment.changedAt()), 0);"),
    NO_WATCH(Source.CHECKOUT, "reminders.send(Reminder.watch(payment.id()), Watch.PERIOD);", ""),
    THE_WATCH_LOOKS_ONCE(Source.WATCH, "return reminder.cause() == Cause.WATCH\n", "return reminder.cause() == null\n"),
    THE_WATCH_IS_SLOW(Source.WATCH, "PERIOD = Duration.ofSeconds(8)", "PERIOD = Duration.ofSeconds(30)"),
    AN_UNANSWERED_LOOK_IS_THE_LAST(
            Source.WATCH, "return Optional.of(SOON);\n        }\n", Source.EMPTY + "\n        }\n"),
    THE_WATCH_DOES_NOT_WAIT_FOR_THE_INVOICE(
            Source.WATCH,
            "if (payment.state() == State.CREATED) return Optional.of(SOON);",
            "if (payment.state() == State.CREATED) " + Source.EMPTY),
    A_REMINDER_WHOSE_FUNCTION_FAILED_IS_LOST(
            Source.WATCH,
            "else look(reminder);",
            "else try { look(reminder); } catch (RuntimeException lost) { return; }"),
    THE_WATCH_ENDS_AT_THE_EXPIRY(
            Source.WATCH,
            "if (!payment.mayBePaid(now)) ",
            "if (!payment.mayBePaid(now) || payment.expiresAt().isBefore(now)) "),
    AN_ABANDONED_REFUND_IS_NEVER_TAKEN_UP(Source.SWEEP, "if (stale.state() == State.PAID) refunds.recover(stale);", ""),
    A_PAYER_AT_THE_PROMPT_HAS_NO_LAST_CHANCE(
            Source.SWEEP, "LAST_CHANCE = Duration.ofMinutes(1)", "LAST_CHANCE = Duration.ofMinutes(-20)"),
    THE_SWEEP_ONLY_CANCELS_HERE(
            Source.SWEEP,
            "case ISSUED -> cancellation.cancelIssued(asked, Reason.EXPIRED, Cause.SWEEP);",
            "case ISSUED -> store.commit(Change.of(asked, asked.ended(State.CANCELED, Reason.EXPIRED,"
                    + " clock.instant()), Cause.SWEEP)).payment();"),
    A_FAILED_LOOK_IS_FOR_REVIEW(
            Source.SWEEP,
            "payment.state() == State.CANCELING && isOverdue(payment, patience)",
            "payment.state() == State.CANCELING"),
    WHAT_SEQR_NEVER_ANSWERS_STAYS_OPEN(
            Source.SWEEP, "reviewIfOverdue(id, failure.isOutage() ? OUTAGE : PATIENCE);", ""),
    WHAT_SEQR_NEVER_DECIDES_STAYS_OPEN(Source.SWEEP, ".ifPresent(asked -> reviewIfOverdue(id, PATIENCE));", ";"),
    WHAT_IS_NOT_ANSWERED_IS_NOT_WANTED(
            Source.SWEEP, "cancellation.markCanceling(read.payment(), Reason.EXPIRED, Cause.SWEEP);", ";"),
    NO_RESERVATION(
            Source.REFUNDS,
            "payment.refunding(payment.refunded(), payment.reserved().plus(amount), clock.instant())",
            "payment.refunding(payment.refunded(), payment.reserved(), clock.instant())"),
    BOOKS_A_REFUND_FIRST(
            Source.REFUNDS,
            "payment.refunding(payment.refunded(), payment.reserved().plus(amount), clock.instant())",
            "payment.refunding(payment.refunded().plus(amount), payment.reserved(), clock.instant())"),
    REFUNDS_AGAIN_BLINDLY(
            Source.REFUNDS,
            "if (!couldBeTakenOnlyOnce(payment, refund)) return bookUnknown(payment, refund.unknown());",
            ""),
    ANY_CODE_IS_A_REFUSAL(Source.REFUNDS, "return failure.isRefusal()\n", "return failure.code() != null\n"),
    A_REFUND_IS_BOOKED_TWICE(Source.REFUNDS, "if (!refund.isStillOpenIn(stored)) return stored;", ""),
    REFUNDS_ANY_AMOUNT(Source.REFUNDS, "if (amount.isMoreThan(payment.refundable()))", "if (false)"),
    A_REFUND_KEY_COUNTS_FOR_NOTHING(
            Source.REFUNDS,
            "return earlier.isPresent() ? repeat(payment, earlier.get(), amount) : begin(payment, id, amount);",
            "return begin(payment, id, amount);"),
    WHAT_NEVER_LEFT_IS_UNKNOWN(
            Source.REFUNDS, "if (failure.isNotBegun()) return setFree(payment, refund.notDone(failure.code()));", ""),
    WHAT_GOT_NO_ANSWER_IS_NOT_DONE(Source.REFUNDS, "if (failure.isNotBegun()) return", "if (true) return"),
    A_REFUND_IS_ABANDONED_TOO_SOON(
            Source.REFUND, "ABANDONED = Duration.ofMinutes(12)", "ABANDONED = Duration.ofMinutes(1)"),
    NOTHING_IS_EVER_SWEPT(Source.SWEEP, "int BATCH = 1000", "int BATCH = 0"),
    A_CANCEL_IS_NEVER_TAKEN_UP_AGAIN(
            Source.PAYMENT, "case CANCELING -> Optional.of(changedAt);\n", "case CANCELING -> Optional.empty();\n"),
    WHAT_HAS_ENDED_IS_ASKED_ABOUT_AGAIN(
            Source.STATE,
            "return this == ISSUED || this == CANCELING;",
            "return this == ISSUED || this == CANCELING || this == CANCELED;"),
    NO_VERSION_CONDITION(Source.TABLE, "if (before != null && before.version() != after.version() - 1)", "if (false)"),
    MONEY_BELONGS_TO_TWO_PAYMENTS(Source.TABLE, "taken(\"ERS\", change, State.PAID, after.ersReference())", "false"),
    A_CHANGE_IS_NOT_TOLD(Source.TABLE, "row.outbox.add(after.version());", ""),
    A_CLAIM_FROM_THE_FUTURE_COUNTS(Source.CLAIM, " || at.isAfter(now.plus(interval))", ""),

    MADE_BEFORE_THE_OLD_ONE_HAS_ENDED(
            Source.ONE_OPEN_PAYMENT, "if (replaced.state().isOpen()) throw CheckoutRefused.replacing(replaced);", ""),
    MADE_THOUGH_THE_OLD_ONE_WAS_PAID(
            Source.ONE_OPEN_PAYMENT, "if (replaced.holdsItsOrder()) throw CheckoutRefused.orderTaken(replaced);", ""),
    AN_ORDER_IS_PAID_AGAIN(
            Source.ONE_OPEN_PAYMENT, "if (other.holdsItsOrder()) throw CheckoutRefused.orderTaken(other);", ""),
    A_PLACE_IS_GIVEN_TWICE(Source.TABLE, "if (place != order.size() + 1) return false;", ""),

    A_CHECKOUT_STANDS_IN_ITS_OWN_WAY(
            Source.ONE_OPEN_PAYMENT,
            "if (others.ids().stream().anyMatch(own::contains)) return OptionalInt.empty();",
            ""),
    REPLACES_WHAT_IT_SHOULD_RESPECT(
            Source.ONE_OPEN_PAYMENT, "if (wish == OpenPayment.REFUSE) throw CheckoutRefused.orderTaken(other);", ""),
    REPLACES_WHAT_IT_SHOULD_STAND_BESIDE(
            Source.ONE_OPEN_PAYMENT,
            "if (wish == OpenPayment.ALONGSIDE) return OptionalInt.of(others.count() + 1);",
            ""),
    ONLY_THE_LATEST_IS_LOOKED_AT(
            Source.ONE_OPEN_PAYMENT,
            "for (String id : others.ids())",
            "for (String id : others.ids().subList(0, Math.min(1, others.ids().size())))"),
    WHAT_IS_IN_REVIEW_IS_IN_NOBODYS_WAY(Source.PAYMENT, "state == State.REVIEW ||", ""),

    EVERY_POLL_CANCELS(
            Source.STATUS_LOOKUP, "isOver(answered) ? cancellation", "answered.state() == State.ISSUED ? cancellation"),
    THE_SWEEP_CANCELS_WHAT_IS_NOT_OVER(
            Source.PAYMENT,
            "case CREATED, ISSUED -> Optional.of(expiresAt);",
            "case CREATED, ISSUED -> Optional.of(createdAt);"),
    AN_OPEN_INVOICE_COUNTS_AS_CANCELLED(Source.SETTLEMENT, "case \"CANCELED\" ->", "case \"CANCELED\", \"ISSUED\" ->"),
    AN_OPEN_INVOICE_COUNTS_AS_FAILED(Source.SETTLEMENT, "case \"FAILED\" ->", "case \"FAILED\", \"ISSUED\" ->"),
    AN_OPEN_INVOICE_IS_FOR_REVIEW(
            Source.SETTLEMENT, "default -> payment;", "default -> payment.ended(REVIEW, Reason.MISMATCH, now);"),
    AN_ENDING_HAS_THE_WRONG_REASON(
            Source.SETTLEMENT,
            "return payment.state() == CANCELING ? payment.reason() : Reason.CANCELED_BY_PAYER;",
            "return Reason.CANCELED_BY_SHOP;"),
    THE_SWEEP_HAS_NO_PATIENCE(Source.SWEEP, "PATIENCE = Duration.ofMinutes(2)", "PATIENCE = Duration.ofMinutes(-20)"),
    A_CANCEL_THAT_LOST_TO_A_CHECKOUT_IS_FORGOTTEN(
            Source.CANCELLATION,
            "? committed.payment()\n                : cancel(payment.id(), reason, cause).orElseThrow();",
            "? committed.payment()\n                : committed.payment();"),
    A_CANCEL_IS_ONLY_SAID(
            Source.CANCELLATION, "case ISSUED -> cancelIssued(payment, reason, cause);", "case ISSUED -> payment;"),
    ONE_ATTEMPT_MUST_DO(Source.CHECKOUT, "MAX_ATTEMPTS = 3", "MAX_ATTEMPTS = 1"),
    AN_ANSWER_WITHOUT_A_CODE(Source.CHECKOUT, "throw recordNotIssued(payment, failure);", "return payment;"),
    ITS_TIME_IS_SHORT(
            Source.CHECKOUT,
            "terms.expiresAt() == null ? now.plus(life)",
            "terms.expiresAt() == null ? now.plus(life.dividedBy(2))"),

    THE_LIFE_THAT_IS_SET_IS_NOT_USED(Source.WIRING, "config.paymentLife()", "java.time.Duration.ofMinutes(15)"),
    THE_SHOPPERS_CANCEL_IS_TOLD_AS_THE_SHOPS(
            Source.CANCEL_HANDLER,
            "cancellation.cancel(id, Reason.CANCELED_BY_PAYER, Cause.CANCEL)",
            "cancellation.cancel(id, Reason.CANCELED_BY_SHOP, Cause.CANCEL)"),

    A_SWEEP_HAS_A_CLOCK_OF_ITS_OWN(
            Source.WIRING,
            "payments(), settlement(), cancellation(), refunds(), clock(), workers(), log",
            "payments(), settlement(), cancellation(), refunds(), Clock.systemUTC(), workers(), log"),
    A_SWEEP_HAS_NO_TIME(
            Source.SWEEP_HANDLER, "LAST_PAYMENT = Duration.ofSeconds(25)", "LAST_PAYMENT = Duration.ofSeconds(55)"),

    A_REFUSED_PASSWORD_IS_NOT_READ_AGAIN(
            Source.ACCOUNTS, "if (all.contains(refused) || before.get().contains(refused)) now.again(all);", ""),
    WHO_HAS_READ_A_NEW_PASSWORD_DOES_NOT_CALL_AGAIN(
            Source.ACCOUNT_SEQR, "return operationOf.apply(gateways.apply(now));", "throw refused;"),
    A_SECRET_IS_NEVER_READ_AGAIN(Source.SECRET, "KEPT = Duration.ofMinutes(1)", "KEPT = Duration.ofDays(1)"),
    A_TERMINAL_THAT_WAS_CHANGED_IS_FORGOTTEN(
            Source.ACCOUNTS, "known : of(terminalId, before.get());", "known : Optional.empty();"),
    ONLY_THE_NEWEST_KEY_IS_TRIED(
            Source.TOKENS, ".filter(key -> key.number() != current.number())", ".filter(key -> false)"),
    THE_NEWEST_KEY_CHECKS_OLD_NAMES(
            Source.TOKENS, ": KeyRing.FIRST);", ": ring.get().current(clock.instant()).number());"),
    THE_NEWEST_KEY_NAMES_EVERY_REFUND(
            Source.TOKENS, "\"ref_\" + mac(needed(paymentId),", "\"ref_\" + mac(ring.get().current(clock.instant()),"),
    A_NEW_KEY_IS_USED_BEFORE_ITS_TIME(
            Source.KEY_RING, ".filter(key -> !key.from().isAfter(now))", ".filter(key -> true)"),
    A_NEW_KEY_IS_NEVER_USED(Source.KEY_RING, "(earlier, later) -> later", "(earlier, later) -> earlier"),

    AN_OLD_ROW_WAS_PAID_LONG_AGO(
            Source.PAYMENT_ITEM,
            "item.instant(\"paid\"),",
            "item.instant(\"paid\") == null ? java.time.Instant.EPOCH : item.instant(\"paid\"),"),
    A_RECEIPT_NEEDS_THE_TIME_OF_PAYMENT(Source.VIEWING, " && payment.paidAt() != null", ""),
    A_ROW_IS_READ_WITHOUT_ITS_REASON(Source.PAYMENT_ITEM, "item.word(\"reason\", Reason.class)", "null"),
    NOTHING_IS_ON_THE_SWEEPS_LIST(
            Source.PAYMENT_ITEM, "payment.due().ifPresent(when -> Keys.due(item, payment.id(), when));", ""),
    A_ROW_IS_REPLACED_WHATEVER_ITS_VERSION(Source.COMMIT, "replace(row, payment.version() - 1)", "put(row, null)"),
    THE_TABLE_LETS_MONEY_BELONG_TO_TWO_PAYMENTS(
            Source.COMMIT,
            "payment.ersReference(), payment.id()), NEW)",
            "payment.ersReference(), payment.id()), null)"),

    A_NOTIFICATION_BELIEVES_ITS_FIRST_ANSWER(
            Source.NOTIFICATIONS,
            "MAX_OPEN_ANSWERS = 3",
            "MAX_OPEN_ANSWERS = 1",
            "the watch and the browser look again"),
    A_NOTIFICATION_THAT_GOT_NO_ANSWER_IS_FORGOTTEN(
            Source.NOTIFICATIONS,
            "if (outcome == Outcome.UNANSWERED) reminders.send(Reminder.notification(paymentId), Watch.SOON);",
            "",
            "the watch asks in its stead, a few seconds later"),
    A_NOTIFICATION_ENDS_AT_THE_TABLE(
            Source.NOTIFICATIONS,
            "catch (SeqrException | StoreUnavailable again)",
            "catch (SeqrException again)",
            "the watch asks in its stead, a few seconds later"),
    THE_WATCH_LEAVES_A_FAILING_TABLE_TO_THE_QUEUE(
            Source.WATCH,
            "catch (SeqrException | StoreUnavailable later)",
            "catch (SeqrException later)",
            "the message comes again by itself, though sixteen seconds later"),
    QUESTIONS_DO_NOT_BECOME_RARER(
            Source.PACE,
            "return longer(pause, rarer.compareTo(RAREST) < 0 ? rarer : RAREST);",
            "return pause;",
            "SEQR is asked more often than is worth it, but within the bound"),
    AN_EARLY_NOTIFICATION_IS_STORED(
            Source.NOTIFICATIONS,
            "case CREATED -> Outcome.UNANSWERED;",
            "case CREATED -> Outcome.STORED;",
            "nobody can have paid what is not shown yet, and the watch looks again"),
    ONE_FAILURE_ENDS_THE_SWEEP(
            Source.SWEEP,
            "failures.accept(id, next);",
            "if (next != null) throw next;",
            "what has been asked about goes to the end of the list: the next sweep begins with the others"),
    A_LOSER_IS_CANCELLED_BY_THE_QUEUE_ALONE(
            Source.ORPHAN_INVOICES,
            "tryToCancel(payment, reference);",
            "",
            "nobody has its code, and the queue closes it half a minute later"),
    THE_VERSION_IS_FORGOTTEN(
            Source.SETTLEMENT,
            "store.recordVersion(payment, status.version());\n            throw notYet;",
            "throw notYet;",
            "the next question begins with the older version again and acknowledges with a second call"),
    BELIEVES_A_CANCEL_THAT_WAS_ANSWERED_WITH_0(
            Source.CANCELLATION,
            "seqr.cancelInvoice(payment, payment.reference());",
            "seqr.cancelInvoice(payment, payment.reference()); " + Source.CANCELED,
            "SEQR has cancelled what it answers 0 for; we ask all the same, for its word is documented and 0 is not"),
    SWEEP_CANCELS_FIRST(
            Source.SWEEP,
            "Payment asked = settlement.ask(stale, Cause.SWEEP);",
            "Payment asked = stale;",
            "a cancel is refused for what is paid, and asks afterwards: the money is captured one call later"),
    NO_LEASE_FOR_AN_ATTEMPT(
            Source.CHECKOUT,
            "if (existing.attempt().leaseUntil().isAfter(now)) throw CheckoutRefused.inProgress();",
            "",
            "the versions of the row let one attempt win and the other cancels its invoice: only an invoice is wasted"),
    A_98_SAYS_NOTHING(
            Source.REFUNDS,
            ".filter(ResultCode.SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION::equals)",
            ".filter(code -> false)",
            "the refund stays reserved as UNKNOWN, for a person, which is safe");

    private final String source;
    private final String line;
    private final String mutation;
    private final String whyNoLoss;

    PlantedBug(String source, String line, String mutation) {
        this(source, line, mutation, null);
    }

    PlantedBug(String source, String line, String mutation, String whyNoLoss) {
        this.source = source;
        this.line = line;
        this.mutation = mutation;
        this.whyNoLoss = whyNoLoss;
    }

    /** As on the command line: {@code no-lease}. */
    public static PlantedBug named(String name) {
        return Arrays.stream(values())
                .filter(bug -> bug.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no bug " + name + ", but "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(PlantedBug::toString)
                                        .toList())));
    }

    /** Nothing that is promised is lost by it. */
    public boolean isEquivalent() {
        return whyNoLoss != null;
    }

    String source() {
        return source;
    }

    /** @throws IllegalStateException when the line is no longer there, or more than once */
    String planted(String code) {
        if (code.indexOf(line) < 0 || code.indexOf(line) != code.lastIndexOf(line))
            throw new IllegalStateException(this + ": \"" + line + "\" should be in " + source + " once");
        return code.replace(line, mutation);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
