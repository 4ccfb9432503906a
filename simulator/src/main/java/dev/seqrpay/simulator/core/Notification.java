package dev.seqrpay.simulator.core;

/** The POST that SEQR owes an invoice's {@code notificationUrl}. */
public record Notification(String invoiceReference, String url) {}
