package dev.seqrpay.simulator.core;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a shop hands over with submitPaymentReceipt: an XML or HTML document. Any of it may be missing, the document itself
 * during certification.
 */
public record ReceiptDocument(
        @Nullable String mimeType, @Nullable String receiptType, byte @Nullable [] data) {
    private static final Set<String> TYPES = Set.of("PAYMENT_RECEIPT", "WARRANTY", "VOUCHER", "OTHER");
    /** The last three are words of the certification. */
    private static final Set<String> MIME_TYPES =
            Set.of("text/html", "text/xml", "application/xml", "plain/xml", "HTML", "XML", "Base64");

    /** Words that no document of SEQR's names are those of a mistake. */
    boolean isKnown() {
        return (receiptType == null || TYPES.contains(receiptType))
                && (mimeType == null || MIME_TYPES.contains(mimeType));
    }
}
