package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.AmountMapping.amount;
import static dev.seqrpay.seqr.Words.word;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Standing;
import dev.seqrpay.seqr.wsdl.CommitReservation;
import dev.seqrpay.seqr.wsdl.CommitReservationResponse;
import dev.seqrpay.seqr.wsdl.Invoice;
import dev.seqrpay.seqr.wsdl.PaymentInvoiceRow;
import dev.seqrpay.seqr.wsdl.ReceiptDocument;
import dev.seqrpay.seqr.wsdl.RefundPayment;
import dev.seqrpay.seqr.wsdl.RefundPaymentResponse;
import dev.seqrpay.seqr.wsdl.SubmitPaymentReceipt;
import dev.seqrpay.seqr.wsdl.SubmitPaymentReceiptResponse;
import java.math.BigDecimal;
import java.util.Optional;

/** What a shop may do once the payer has confirmed: take a reservation, hand a receipt over, give money back. */
final class PaidMapping {
    private static final String REFUND = "Refund";

    private final Contexts contexts;

    PaidMapping(Contexts contexts) {
        this.contexts = contexts;
    }

    SoapCall<?, Integer> commitReservation(String reference, Money amount) {
        CommitReservation request = new CommitReservation();
        request.setContext(contexts.next());
        request.setAmount(amount(amount));
        request.setInvoiceReference(reference);
        return SoapCall.of(
                "commitReservation", request, CommitReservationResponse.class, CommitReservationResponse::getReturn);
    }

    SoapCall<?, Integer> submitPaymentReceipt(
            String ersReference, String mimeType, String receiptType, byte[] receipt) {
        ReceiptDocument document = new ReceiptDocument();
        document.setMimeType(mimeType);
        document.setReceiptData(receipt);
        document.setReceiptType(receiptType);
        SubmitPaymentReceipt request = new SubmitPaymentReceipt();
        request.setContext(contexts.next());
        request.setErsReference(ersReference);
        request.setReceiptDocument(document);
        return SoapCall.of(
                "submitPaymentReceipt",
                request,
                SubmitPaymentReceiptResponse.class,
                SubmitPaymentReceiptResponse::getReturn);
    }

    SoapCall<?, Optional<String>> refundPayment(Payment payment, Money amount) {
        RefundPayment request = new RefundPayment();
        request.setContext(contexts.next());
        request.setErsReference(confirmed(payment).ersReference());
        request.setInvoice(refund(payment, amount));
        return SoapCall.of(
                "refundPayment",
                request,
                RefundPaymentResponse.class,
                RefundPaymentResponse::getReturn,
                (refunded, at) -> Optional.ofNullable(word(refunded.getErsReference())));
    }

    /** Only what SEQR has confirmed can be given back. */
    private static Standing.Paid confirmed(Payment payment) {
        return payment.confirmation().orElseThrow();
    }

    private static Invoice refund(Payment payment, Money amount) {
        PaymentInvoiceRow row = new PaymentInvoiceRow();
        row.setItemDescription(REFUND);
        row.setItemQuantity(BigDecimal.ONE);
        row.setItemTotalAmount(amount(amount));
        Invoice refund = InvoiceMapping.invoice(payment.invoice(), REFUND, payment.changedAt(), amount);
        refund.getInvoiceRows().getInvoiceRow().add(row);
        return refund;
    }
}
