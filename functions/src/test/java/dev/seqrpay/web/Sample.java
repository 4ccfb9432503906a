package dev.seqrpay.web;

import dev.seqrpay.payment.AcknowledgmentMode;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Purchase;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.SampleStandings;
import dev.seqrpay.payment.SeqrInvoice;
import dev.seqrpay.payment.Standing;
import dev.seqrpay.payment.State;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** A payment of 1 664.50 in three rows, in the state and with the words that a test gives. */
@RecordBuilder.Include(PaymentView.class)
final class Sample {
    static final Instant CREATED = Instant.parse("2026-03-01T12:30:00Z");
    static final Instant NOW = CREATED.plusSeconds(328);
    static final Instant PAID = CREATED.plusSeconds(61);
    static final Instant EXPIRES = CREATED.plusSeconds(900);
    static final String BACK = "https://shop.example/orders/10077?from=seqr&lang=sv";

    private Sample() {}

    static PaymentView view(State state, Reason reason) {
        return view(payment(state, reason, "0"), "en");
    }

    /** As long as a real one. */
    private static final String PROOF = "eyJhbGciOiJFZERTQSIsImtpZCI6IjEifQ." + "e30".repeat(80) + "." + "A".repeat(86);

    static PaymentView view(Payment payment, String language) {
        return view("Fjäll & Fika", payment, language);
    }

    static PaymentView view(String shop, Payment payment, String language) {
        return view(new Shop(shop, null, false), payment, language);
    }

    static PaymentView view(Shop shop, Payment payment, String language) {
        return view(shop, payment, List.of(), language, Platform.DESKTOP);
    }

    static PaymentView asking() {
        return PaymentViewBuilder.builder(view(State.ISSUED, Platform.DESKTOP))
                .asks(true)
                .build();
    }

    static PaymentView view(State state, Platform platform) {
        return view(new Shop("Fjäll & Fika", null, false), payment(state, null, "0"), List.of(), "en", platform);
    }

    static PaymentView view(Shop shop, Payment payment, List<Refund> refunds, String language, Platform platform) {
        return new PaymentView(
                shop,
                payment,
                refunds,
                "https://pay.example/pay/pay_1/token",
                "wss://live.example?view=pay_1.token",
                payment.seqrLink("seqr"),
                payment.invoice().renewUrl(),
                NOW,
                language,
                platform,
                false,
                payment.state() == State.PAID ? PROOF : null);
    }

    static Payment payment(State state, Reason reason, String refunded) {
        return payment(invoice("Autumn order", BACK), state, reason, refunded);
    }

    static Payment payment(Invoice invoice, State state, Reason reason, String refunded) {
        boolean isIssued = state != State.FAILED || reason != Reason.NOT_ISSUED && reason != Reason.REFUSED_BY_SEQR;
        return isIssued
                ? issued(invoice, state, reason, "1397240460668", "2012050100", refunded)
                : payment(invoice, new Standing.Ended(state, reason, null));
    }

    static Payment issued(
            Invoice invoice, State state, Reason reason, String reference, String ersReference, String refunded) {
        SeqrInvoice issued = new SeqrInvoice(reference, "HTTP://SEQR.SE/R1397240460668", 1);
        Standing.Paid paid = new Standing.Paid(issued, ersReference, PAID, sek(refunded), sek("0"));
        return payment(invoice, SampleStandings.in(state, reason, paid));
    }

    private static Payment payment(Invoice invoice, Standing standing) {
        return new Payment(new Purchase("pay_1", "fjall", "terminal", invoice, CREATED, EXPIRES), 7, NOW, standing);
    }

    static Invoice invoice(String words, String backUrl) {
        return invoice(words, backUrl, null);
    }

    static Invoice invoice(String words, String backUrl, String renewUrl) {
        return new Invoice(
                words,
                words,
                List.of(
                        row(words, "2", "1198.00", "599.00", null, "25", null),
                        row(words, "1.5", "217.50", "150.00", "7.50", "12", words),
                        row(null, "1", "249.00", null, null, null, null)),
                sek("1664.50"),
                null,
                null,
                words,
                backUrl,
                renewUrl);
    }

    static Invoice returning(String returnUrl, String cancelUrl) {
        Invoice plain = invoice("Autumn order", BACK);
        return new Invoice(
                plain.orderId(),
                plain.title(),
                true,
                plain.rows(),
                plain.total(),
                null,
                null,
                null,
                BACK,
                null,
                returnUrl,
                cancelUrl,
                null,
                AcknowledgmentMode.NO_ACKNOWLEDGMENT,
                new TreeMap<>());
    }

    static Invoice.Row row(
            String description,
            String quantity,
            String total,
            String unitPrice,
            String discount,
            String tax,
            String unit) {
        return new Invoice.Row(
                description,
                new BigDecimal(quantity),
                sek(total),
                unitPrice == null ? null : sek(unitPrice),
                discount == null ? null : sek(discount),
                tax == null ? null : new BigDecimal(tax),
                unit,
                null,
                null);
    }

    static Money sek(String value) {
        return value.startsWith("-") ? sek("0").minus(sek(value.substring(1))) : Money.of("SEK", value);
    }
}
