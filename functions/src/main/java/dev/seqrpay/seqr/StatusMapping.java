package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.Words.required;
import static dev.seqrpay.seqr.Words.word;

import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.seqr.wsdl.GetPaymentStatus;
import dev.seqrpay.seqr.wsdl.GetPaymentStatusResponse;
import dev.seqrpay.seqr.wsdl.Invoice;
import dev.seqrpay.seqr.wsdl.PaymentStatus;
import dev.seqrpay.seqr.wsdl.Receipt;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an invoice stands at SEQR. To ask is also to acknowledge. */
final class StatusMapping {
    private final Contexts contexts;

    StatusMapping(Contexts contexts) {
        this.contexts = contexts;
    }

    SoapCall<?, InvoiceStatus> getPaymentStatus(String reference, int version) {
        GetPaymentStatus request = new GetPaymentStatus();
        request.setContext(contexts.next());
        request.setInvoiceReference(reference);
        request.setInvoiceVersion(version);
        return SoapCall.of(
                "getPaymentStatus",
                request,
                GetPaymentStatusResponse.class,
                GetPaymentStatusResponse::getReturn,
                StatusMapping::status);
    }

    private static InvoiceStatus status(PaymentStatus said, @Nullable Instant at) throws Unreadable {
        Receipt receipt = said.getReceipt();
        Invoice paid = receipt == null ? null : receipt.getInvoice();
        return new InvoiceStatus(
                required("status", word(said.getStatus())),
                version(said.getVersion()),
                word(said.getErsReference()),
                receipt == null ? null : word(receipt.getInvoiceReference()),
                paid == null ? null : AmountMapping.receiptAmount(paid.getTotalAmount()),
                receipt == null ? null : since(receipt.getPaymentDate(), at),
                TokenMapping.offered(said));
    }

    /** A payment in the future has its time from another clock than the answer, so the two cannot be compared. */
    private static @Nullable Duration since(@Nullable Instant paid, @Nullable Instant at) {
        return paid == null || at == null || paid.isAfter(at.plusSeconds(1)) ? null : Duration.between(paid, at);
    }

    /** It counts changes; what does not fit into an int was {@code null} before it came here. */
    private static int version(Integer version) throws Unreadable {
        if (required("version", version) < 0) throw new Unreadable("its version is below zero");
        return version;
    }
}
