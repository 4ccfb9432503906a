package dev.seqrpay.payment;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a payment stands, with what it has there and only there: without an invoice it cannot be issued or paid. */
public sealed interface Standing {
    State state();

    /** The same without what the payer's app has told of the payer. */
    Standing withoutPersonalData();

    /** An invoice of its own is still to come. */
    record Created(Attempt attempt) implements Standing {
        @Override
        public State state() {
            return State.CREATED;
        }

        @Override
        public Standing withoutPersonalData() {
            return this;
        }
    }

    /** SEQR has an invoice for it. */
    sealed interface AtSeqr extends Standing {
        SeqrInvoice invoice();
    }

    /** SEQR has its invoice, which is not decided. */
    sealed interface Undecided extends AtSeqr {
        /** The same with another version of the invoice. */
        Undecided with(SeqrInvoice invoice);

        @Override
        default Standing withoutPersonalData() {
            return with(invoice().offered(null));
        }
    }

    record Issued(SeqrInvoice invoice) implements Undecided {
        @Override
        public State state() {
            return State.ISSUED;
        }

        @Override
        public Undecided with(SeqrInvoice other) {
            return new Issued(other);
        }
    }

    /**
     * It is to be cancelled, and SEQR has not yet said how it ends.
     *
     * @param by what began the cancel
     */
    @RecordBuilder
    record Canceling(SeqrInvoice invoice, Reason reason, Cause by) implements Undecided {
        public Canceling {
            Objects.requireNonNull(reason, "a cancel has a reason");
        }

        @Override
        public State state() {
            return State.CANCELING;
        }

        @Override
        public Undecided with(SeqrInvoice other) {
            return StandingCancelingBuilder.builder(this).invoice(other).build();
        }
    }

    /** The payer has confirmed. SEQR holds the money for the shop, as long as the invoice says. */
    record Reserved(SeqrInvoice invoice) implements Undecided {
        public Reserved {
            Objects.requireNonNull(invoice.reservedUntil(), "a reservation has an end");
        }

        @Override
        public State state() {
            return State.RESERVED;
        }

        @Override
        public Undecided with(SeqrInvoice other) {
            return new Reserved(other);
        }
    }

    /** The shop takes what is reserved, and SEQR has not yet said that it has it. */
    record Capturing(SeqrInvoice invoice) implements Undecided {
        public Capturing {
            Objects.requireNonNull(invoice.reservedUntil(), "a reservation has an end");
        }

        @Override
        public State state() {
            return State.CAPTURING;
        }

        @Override
        public Undecided with(SeqrInvoice other) {
            return new Capturing(other);
        }
    }

    /**
     * SEQR has said PAID, and was told that we know.
     *
     * @param ersReference SEQR's reference of the money itself
     * @param at when it became PAID here; {@code null} for what was paid before this was kept
     * @param refunded what SEQR has confirmed as given back
     * @param reserved what SEQR is being asked to give back, or was asked for with an unknown outcome
     */
    @RecordBuilder
    record Paid(
            SeqrInvoice invoice,
            String ersReference,
            @Nullable Instant at,
            Money refunded,
            Money reserved) implements AtSeqr {
        public Paid {
            if (ersReference.isEmpty()) throw new IllegalArgumentException("what is paid has a reference of SEQR's");
            if (refunded.minor() < 0 || reserved.minor() < 0)
                throw new IllegalArgumentException("less than nothing cannot be given back");
        }

        @Override
        public State state() {
            return State.PAID;
        }

        Paid refunding(Money nowRefunded, Money nowReserved) {
            return StandingPaidBuilder.builder(this)
                    .refunded(nowRefunded)
                    .reserved(nowReserved)
                    .build();
        }

        @Override
        public Paid withoutPersonalData() {
            return StandingPaidBuilder.builder(this)
                    .invoice(invoice.offered(null))
                    .build();
        }
    }

    /** It ended unpaid, or a person has to say whether it did. */
    @RecordBuilder
    record Ended(State state, Reason reason, @Nullable SeqrInvoice invoice) implements Standing {
        public Ended {
            Objects.requireNonNull(reason, "an end has a reason");
            switch (state) {
                case CANCELED, FAILED, REVIEW -> {}
                default -> throw new IllegalArgumentException(state + " is not an end without payment");
            }
        }

        @Override
        public Standing withoutPersonalData() {
            return StandingEndedBuilder.builder(this)
                    .invoice(invoice == null ? null : invoice.offered(null))
                    .build();
        }
    }

    /** SEQR took back what it had confirmed as paid. */
    record Reversed(Paid was) implements AtSeqr {
        @Override
        public Standing withoutPersonalData() {
            return new Reversed(was.withoutPersonalData());
        }

        @Override
        public State state() {
            return State.REVERSED;
        }

        @Override
        public SeqrInvoice invoice() {
            return was.invoice;
        }
    }
}
