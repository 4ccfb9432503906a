package dev.seqrpay.simulator.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The money of one invoice: what came, whether it stays, and what of it went back. */
final class InvoiceMoney {
    private final String ersReference;
    private final Sum amount;
    private final Instant at;
    private final List<ReceiptDocument> receipts = new ArrayList<>();
    private BigDecimal refunded = BigDecimal.ZERO;
    private boolean acknowledged;
    private boolean reversed;

    InvoiceMoney(String ersReference, Sum amount, Instant at) {
        this.ersReference = ersReference;
        this.amount = amount;
        this.at = at;
    }

    static InvoiceMoney of(KeptPayment kept) {
        InvoiceMoney payment = new InvoiceMoney(kept.ersReference(), kept.amount(), kept.at());
        payment.refunded = kept.refunded();
        payment.acknowledged = kept.acknowledged();
        payment.reversed = kept.reversed();
        payment.receipts.addAll(kept.receipts());
        return payment;
    }

    KeptPayment keep() {
        return new KeptPayment(ersReference, amount, at, refunded, acknowledged, reversed, List.copyOf(receipts));
    }

    void acknowledge() {
        acknowledged = true;
    }

    void reverse() {
        reversed = true;
    }

    /** Parts may be refunded until their sum is the payment. */
    void refund(Sum part) {
        if (!part.hasSameCurrencyAs(amount)) throw new Refused(ResultCode.INVALID_INVOICE_DATA);
        if (part.value().compareTo(rest().value()) > 0)
            throw new Refused(ResultCode.SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION);
        refunded = refunded.add(part.value());
    }

    void keep(ReceiptDocument receipt) {
        receipts.add(receipt);
    }

    Sum rest() {
        return amount.withValue(amount.value().subtract(refunded));
    }

    String ersReference() {
        return ersReference;
    }

    Sum amount() {
        return amount;
    }

    Instant at() {
        return at;
    }

    BigDecimal refunded() {
        return refunded;
    }

    boolean isAcknowledged() {
        return acknowledged;
    }

    boolean isReversed() {
        return reversed;
    }

    int receipts() {
        return receipts.size();
    }
}
