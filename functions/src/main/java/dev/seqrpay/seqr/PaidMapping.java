package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.AmountMapping.amount;
import static dev.seqrpay.seqr.Words.word;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.RefundDetails;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a shop may do once the payer has confirmed: take a reservation, hand a receipt over, give money back. */
final class PaidMapping {
    private static final String REFUND = "Refund";

    private final Contexts contexts;

    PaidMapping(Contexts contexts) {
        this.contexts = contexts;
    }

    /**
     * All that is reserved: the amount may be left out (contract, "Reservations"). So what is taken is what SEQR has as the invoice's
     * total, and its receipt names it, even if SEQR has not heard of the last {@code updateInvoice}.
     */
    SoapCall<?, Integer> commitReservation(String reference) {
        CommitReservation request = new CommitReservation();
        request.setContext(contexts.next());
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

    SoapCall<?, Optional<String>> refundPayment(Payment payment, Refund refund) {
        RefundPayment request = new RefundPayment();
        request.setContext(contexts.next());
        request.setErsReference(confirmed(payment).ersReference());
        request.setInvoice(invoice(payment, refund));
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

    /** The amount that is given back, not the amount that remains (contract, "What else"). */
    private static Invoice invoice(Payment payment, Refund refund) {
        Invoice invoice =
                InvoiceMapping.invoice(payment.invoice(), title(refund), payment.changedAt(), refund.amount());
        List<PaymentInvoiceRow> rows = invoice.getInvoiceRows().getInvoiceRow();
        for (RefundDetails.Row part : refund.details().rows())
            rows.add(row(payment.invoice().rows().get(part.number() - 1), part));
        if (rows.isEmpty()) rows.add(row(REFUND, BigDecimal.ONE, refund.amount()));
        return invoice;
    }

    private static String title(Refund refund) {
        String reason = refund.details().reason();
        return reason == null ? REFUND : reason;
    }

    private static PaymentInvoiceRow row(dev.seqrpay.payment.Invoice.Row of, RefundDetails.Row part) {
        PaymentInvoiceRow row = row(of.description(), part.quantity(), part.amount());
        row.setItemSKU(of.sku());
        row.setItemEAN(of.ean());
        row.setItemUnit(of.unit());
        row.setItemTaxRate(of.taxRate());
        return row;
    }

    private static PaymentInvoiceRow row(@Nullable String description, BigDecimal quantity, Money amount) {
        PaymentInvoiceRow row = new PaymentInvoiceRow();
        row.setItemDescription(description);
        row.setItemQuantity(quantity);
        row.setItemTotalAmount(amount(amount));
        return row;
    }
}
