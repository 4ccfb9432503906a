package dev.seqrpay.simulator.core;

/** sendInvoice's answer. The QR text is in capitals so that it fits the QR code's alphanumeric mode. */
public record SentInvoice(String invoiceReference, String qrText) {}
