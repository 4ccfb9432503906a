package dev.seqrpay.accounting;

import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Purchase;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.RefundDetails;
import dev.seqrpay.payment.SeqrInvoice;
import dev.seqrpay.payment.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Payments and refunds as a table has them. */
final class SampleDay {
    private SampleDay() {}

    static Invoice.Row row(String total, String rate) {
        BigDecimal tax = rate == null ? null : new BigDecimal(rate);
        return new Invoice.Row("Row", BigDecimal.ONE, signed(total), null, null, tax, null, null, null);
    }

    private static Money signed(String value) {
        return new Money(Money.currency("SEK"), Money.signedMinor(value));
    }

    static Payment paid(String number, Instant at, Invoice.Row... rows) {
        Money total =
                Stream.of(rows).map(Invoice.Row::total).reduce(rows[0].total().zero(), Money::plus);
        Invoice invoice = new Invoice("order-" + number, "t", List.of(rows), total, null, null, null, null, null);
        Standing paid = new Standing.Paid(
                new SeqrInvoice("r" + number, "code", 1), "e" + number, at, total.zero(), total.zero());
        Purchase purchase = new Purchase("pay_" + number, "shop", "t1", invoice, at, at.plusSeconds(600));
        return new Payment(purchase, 3, at, paid);
    }

    static Refund refund(String number, String paymentId, Money amount, Instant at, RefundDetails details) {
        return new Refund("ref_" + number, paymentId, amount, Refund.State.SETTLED, "f" + number, 0, at, details);
    }
}
