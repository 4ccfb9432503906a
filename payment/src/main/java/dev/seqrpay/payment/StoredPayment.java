package dev.seqrpay.payment;

/** The row as it was read: the payment, and who was the last to ask SEQR about it. */
public record StoredPayment(Payment payment, Claim claim) {}
