package dev.seqrpay.seqr;

import dev.seqrpay.payment.Addresses;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Purchase;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.SampleStandings;
import dev.seqrpay.payment.Standing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A paid payment, a terminal, and answers as SEQR gives them. */
final class Samples {
    static final String PASSWORD = "pass<&>wörd";
    static final Terminal TERMINAL = Terminal.of("T-87", PASSWORD, "Shop & Söner AB");
    static final Terminal RESELLER = Terminal.ofReseller("R-5", PASSWORD, "Shop & Söner AB");
    static final Money TOTAL = Money.of("SEK", "149.50");
    static final CallListener NO_LISTENER = (operation, payment, code, status, took) -> {};

    static final Addresses ADDRESSES = new Addresses() {
        @Override
        public String notification(String paymentId) {
            return "https://pay.example/notifications/" + paymentId + "/t?a=1&b=2";
        }

        @Override
        public String view(String paymentId) {
            return "https://pay.example/pay/" + paymentId + "/t";
        }
    };

    static final Invoice FULL = new Invoice(
            "order-1",
            "Tröjor <2> & \"byxor\"",
            List.of(
                    new Invoice.Row(
                            "T-shirt",
                            new BigDecimal("2"),
                            Money.of("SEK", "100.00"),
                            Money.of("SEK", "60"),
                            Money.of("SEK", "20.00"),
                            new BigDecimal("25"),
                            "PIECE",
                            "sku-1",
                            "7310865004703"),
                    new Invoice.Row(
                            null, new BigDecimal("1.5"), Money.of("SEK", "49.50"), null, null, null, null, null, null)),
            TOTAL,
            Instant.parse("2026-02-28T23:30:00.123456Z"),
            "Anna",
            "Tack! ]]> \uD83D\uDE00",
            "https://shop.example/back",
            "https://shop.example/renew");

    static final Invoice SMALL = new Invoice(
            "order-1",
            "One",
            List.of(new Invoice.Row("One", BigDecimal.ONE, TOTAL, null, null, null, null, null, null)),
            TOTAL,
            null,
            null,
            null,
            null,
            null);

    static final Payment PAYMENT = payment(SMALL);

    private Samples() {}

    static Payment payment(Invoice invoice) {
        Instant created = Instant.parse("2026-01-31T12:00:00Z");
        Standing paid = new Standing.Paid(SampleStandings.INVOICE, "ERS-77", created, TOTAL.zero(), TOTAL.zero());
        return new Payment(
                new Purchase("pay_1", "mer_1", "T-87", invoice, created, created.plusSeconds(600)), 3, created, paid);
    }

    static Refund refund(Money amount) {
        return new Refund("ref_1", PAYMENT.id(), amount, Refund.State.REQUESTED, null, null, PAYMENT.changedAt());
    }

    static SoapSeqr seqr(SoapTransport transport) {
        return new SoapSeqr(TERMINAL, transport, () -> "ref-1", NO_LISTENER);
    }

    static String ask(SoapTransport transport) {
        return seqr(transport).getPaymentStatus(PAYMENT, 2).word();
    }

    /** {@code inside} in the return element of an operation's answer. */
    static String answer(String operation, String inside) {
        return envelope(
                "<ns2:" + operation + "Response xmlns:ns2=\"http://external.interfaces.ers.seamless.com/\"><return>"
                        + inside + "</return></ns2:" + operation + "Response>");
    }

    static String status(String inside) {
        return answer("getPaymentStatus", inside);
    }

    static String envelope(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><S:Envelope"
                + " xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>" + body + "</S:Body></S:Envelope>";
    }

    static SoapTransport answering(String answer) {
        return answering(answer.getBytes(StandardCharsets.UTF_8));
    }

    static SoapTransport answering(byte[] answer) {
        return (request, limit) -> plain(answer);
    }

    /** As SEQR sends it: without more than a type. */
    static SoapAnswer plain(byte[] answer) {
        return new SoapAnswer("text/xml", answer);
    }
}
