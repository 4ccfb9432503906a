package dev.seqrpay.payment;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SEQR, as the use cases need it. Each call has a deadline of its own and is sent at most once; what is not a success is a
 * {@link SeqrException}.
 */
public interface SeqrGateway {

    /** An invoice at SEQR and the text of its QR code. */
    record SentInvoice(String reference, String qrCode) {}

    /**
     * SEQR's word on an invoice.
     *
     * @param word the contract's {@code invoiceStatus}, or a word that it does not know
     * @param version to be sent back with the next question
     * @param ersReference {@code null} unless {@code PAID}
     * @param receiptReference the receipt's invoice reference, {@code null} if it has none
     * @param receiptTotal the receipt's amount, readable or not; {@code null} if it has none
     * @param sincePaid how long ago the payer paid, by SEQR's own clock and cut off to whole seconds; {@code null} if that
     *     cannot be told
     * @param tokens what the payer's app offers
     */
    @RecordBuilder
    record InvoiceStatus(
            String word,
            int version,
            @Nullable String ersReference,
            @Nullable String receiptReference,
            @Nullable ReceiptAmount receiptTotal,
            @Nullable Duration sincePaid,
            List<CustomerToken> tokens) {
        public InvoiceStatus {
            tokens = List.copyOf(tokens);
        }

        /** Of a status from which the time cannot be told, and without tokens. */
        public InvoiceStatus(
                String word,
                int version,
                @Nullable String ersReference,
                @Nullable String receiptReference,
                @Nullable ReceiptAmount receiptTotal) {
            this(word, version, ersReference, receiptReference, receiptTotal, null, List.of());
        }

        StatusWord status() {
            return StatusWord.of(word);
        }
    }

    /** There is no idempotency key: an answer that got lost leaves an invoice that no payer has seen. */
    SentInvoice sendInvoice(Payment payment, Addresses addresses);

    /**
     * Asking is the capture: SEQR reverses a payment that we have not asked about within 20 seconds.
     *
     * @param version the latest version that SEQR has told us, 0 at first
     */
    InvoiceStatus getPaymentStatus(Payment payment, int version);

    /**
     * Gives the payment's invoice the items that the payment has now. When the payer has scanned the code it may fail, and the
     * old amount be paid (contract, "What else"): then only the status tells. It also tells SEQR what the shop makes of the tokens
     * that the payer's app has offered.
     */
    void updateInvoice(Payment payment, Addresses addresses);

    /** @param reference the payment's own, or that of an invoice that lost the race to become it */
    void cancelInvoice(Payment payment, String reference);

    /** Takes all that the payer has reserved. Only the status tells whether it is taken, and how much. */
    void commitReservation(Payment payment);

    /**
     * Hands a paid payment's receipt over, which confirms that the shop received the money.
     *
     * @param html of the receipt
     */
    void submitPaymentReceipt(Payment payment, byte[] html);

    /** @return SEQR's reference of the refund, {@code null} if it gave none */
    @Nullable
    String refundPayment(Payment payment, Refund refund);
}
