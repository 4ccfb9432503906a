package dev.seqrpay.simulator.core;

import java.util.List;

/**
 * What SEQR's documents leave open, or say in two ways, of its reports (contract, "Reports" and "What else SEQR's
 * documents say"), and what may be wrong in one. Each is a switch; its first word is the way it begins.
 */
public interface ReportVariant extends Variant {
    List<Class<? extends Variant>> POINTS = List.of(
            RefundsInReports.class,
            ReversalsInReports.class,
            ShopReport.class,
            TerminalReport.class,
            SummaryRoot.class,
            ReportEnd.class,
            ReportStart.class,
            ReportTitle.class,
            ReportContent.class,
            ReportEncoding.class,
            PeriodName.class,
            RowMistake.class,
            ReportMistake.class);

    /** How a refund shows: under the reference that its answer named ({@link Variant.RefundNames}). */
    enum RefundsInReports implements ReportVariant {
        /** A row with a negative {@code SalesAmount}. */
        NEGATIVE,
        /** A row with a {@code RefundAmount} instead. */
        ELEMENT,
        OMITTED
    }

    /** How a payment shows that SEQR took back unasked. */
    enum ReversalsInReports implements ReportVariant {
        /** Neither it nor its payment is a row. */
        HIDDEN,
        /** A second row of the payment, with a negative {@code SalesAmount}. */
        NEGATIVE,
        /** A second row of the payment, with a {@code ReversalAmount}. */
        ELEMENT,
        /** Its payment is a row all the same. */
        OMITTED
    }

    /** What {@code Shop.xml} is. */
    enum ShopReport implements ReportVariant {
        /** {@code TransactionDetails}. */
        DETAILS,
        /** {@code ResellerTransactionSummary}. */
        SUMMARY
    }

    /** What {@code STD_RECON_007.xml} is, which is described as details and shown as a summary. */
    enum TerminalReport implements ReportVariant {
        SUMMARY,
        DETAILS
    }

    /** The root of a terminal's summary. */
    enum SummaryRoot implements ReportVariant {
        CASHIER,
        TERMINAL;

        String element() {
            return this == CASHIER ? "CashierTransactionSummary" : "TerminalTransactionSummary";
        }
    }

    /** How a root closes. */
    enum ReportEnd implements ReportVariant {
        SAME_NAME,
        OTHER_NAME,
        NOT_AT_ALL
    }

    /** What stands before {@code <?xml}. */
    enum ReportStart implements ReportVariant {
        NOTHING,
        LINE_BREAK
    }

    enum ReportTitle implements ReportVariant {
        FILE_NAME,
        EMPTY
    }

    /** Where the document is: {@code content} has bytes, {@code contentString} the same as text. */
    enum ReportContent implements ReportVariant {
        BOTH,
        BYTES,
        TEXT
    }

    /** In what the bytes are, and say that they are. */
    enum ReportEncoding implements ReportVariant {
        UTF_8,
        ISO_8859_1,
        UTF_16;

        /** As a declaration has it. */
        public String charset() {
            return name().replace('_', '-');
        }
    }

    /** Which element of the answer to markTransactionPeriod names the period. */
    enum PeriodName implements ReportVariant {
        TRANSACTION_PERIOD_ID,
        ERS_REFERENCE
    }

    /** What is wrong with the rows of each report. */
    enum RowMistake implements ReportVariant {
        NONE,
        /** The last row is not there. */
        MISSING_ROW,
        /** The last row is of a payment that nobody made. */
        EXTRA_ROW,
        /** The first row has 1.00 more. */
        OTHER_AMOUNT,
        /** The first row stands twice. */
        DOUBLED_ROW
    }

    /** What is wrong with each report as a whole. */
    enum ReportMistake implements ReportVariant {
        NONE,
        /** The document ends in the middle. */
        TRUNCATED,
        /** The bytes say that they are UTF-8, and are ISO-8859-1. */
        OTHER_ENCODING,
        /** It names another shop. */
        ANOTHER_SHOPS,
        /** It names the period after, and has the rows of what came since. */
        NEXT_DAYS
    }
}
