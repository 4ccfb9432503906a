package dev.seqrpay.simulator.core;

import java.math.BigDecimal;
import java.util.List;

/**
 * A point on which SEQR's documents contradict each other, or on which its installations differ (contract, "What else SEQR's
 * documents say"). Each is a switch; its first word is the way it begins.
 *
 * <p>No word may have a body of its own: the switches know a point by the class of its words.
 */
public interface Variant {
    List<Class<? extends Variant>> ALL = List.of(
            CashRegisters.class,
            FirstVersion.class,
            CancelWhilePaying.class,
            ExpiredAs.class,
            QrTextCase.class,
            ReferenceDigits.class,
            AmountsAs.class,
            AnswerElements.class,
            UpdateAfterScan.class,
            RefundNames.class,
            DesiredReservation.class);

    /** Which terminals have one live invoice, so that each new one cancels the one before. */
    enum CashRegisters implements Variant {
        /** Those that registerTerminal made. */
        REGISTERED,
        /** The shop has been given such a terminal by mistake. */
        ALL
    }

    /** The version of an invoice that has just been sent. */
    enum FirstVersion implements Variant {
        ONE,
        ZERO;

        int number() {
            return this == ONE ? 1 : 0;
        }
    }

    /** What cancelInvoice answers while the payer is paying. */
    enum CancelWhilePaying implements Variant {
        CANNOT_CANCEL_INVOICE_IN_PROGRESS,
        PAYMENT_IN_PROGRESS;

        ResultCode code() {
            return ResultCode.valueOf(name());
        }
    }

    /** Older servers know neither the word EXPIRED nor 58. */
    enum ExpiredAs implements Variant {
        EXPIRED,
        CANCELED;

        InvoiceStatus status() {
            return InvoiceStatus.valueOf(name());
        }
    }

    /** {@code HTTP://SEQR.SE/R…} or {@code http://seqr.se/R…}. */
    enum QrTextCase implements Variant {
        UPPER,
        LOWER
    }

    /** Of an invoice's reference. */
    enum ReferenceDigits implements Variant {
        THIRTEEN,
        SEVENTEEN
    }

    /** How an answer writes the amounts of a receipt. */
    enum AmountsAs implements Variant {
        SENT,
        /** {@code 500}, {@code 10.5}. */
        SHORT,
        /** {@code 93.31000}. */
        LONG;

        /** The same amount, with other places. */
        public BigDecimal written(BigDecimal value) {
            BigDecimal plain = value.stripTrailingZeros();
            return switch (this) {
                case SENT -> value;
                case SHORT -> plain.setScale(Math.max(0, plain.scale()));
                case LONG -> plain.setScale(Math.max(5, plain.scale()));
            };
        }
    }

    /** Whether an answer has elements that the schema does not know. */
    enum AnswerElements implements Variant {
        KNOWN,
        MORE
    }

    /** What becomes of updateInvoice once the payer has scanned. */
    enum UpdateAfterScan implements Variant {
        TAKEN,
        /** 90, and the old amount may be paid. */
        FAILED
    }

    /** Whose ersReference the answer to refundPayment has. */
    enum RefundNames implements Variant {
        REFUND,
        PAYMENT
    }

    /** What becomes of {@code RESERVATION_DESIRED} when the payer confirms. */
    enum DesiredReservation implements Variant {
        RESERVED,
        DEBITED
    }
}
