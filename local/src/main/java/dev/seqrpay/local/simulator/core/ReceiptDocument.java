package dev.seqrpay.local.simulator.core;

/** What a shop hands over with submitPaymentReceipt: an XML or HTML document. */
public record ReceiptDocument(String mimeType, String receiptType, byte[] data) {
    boolean isEmpty() {
        return data == null || data.length == 0;
    }
}
