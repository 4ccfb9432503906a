package dev.seqrpay.simulation.port;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.ReceiptAmount;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.SeqrGatewayInvoiceStatusBuilder;
import dev.seqrpay.simulation.check.Lie;

/** A SEQR that does not tell the truth about each payment. */
public interface Liar {
    Liar HONEST = new Liar() {
        @Override
        public Lie about(String paymentId) {
            return Lie.NONE;
        }

        @Override
        public String anotherErsReference(String paymentId) {
            return null;
        }
    };

    Lie about(String paymentId);

    /** The ersReference of some other payment that is stored as paid, or null while there is none. */
    String anotherErsReference(String paymentId);

    default InvoiceStatus tells(Payment payment, InvoiceStatus truth) {
        Lie lie = about(payment.id());
        switch (lie) {
            case UNKNOWN_WORD -> {
                return word(truth, "SETTLED");
            }
            case UNREADABLE -> throw SeqrException.unreadable("call", "it has no version", null);
            case SILENT -> throw SeqrException.unknown("call", "nothing came back", null);
            default -> {}
        }
        if (lie == Lie.NONE || !"PAID".equals(truth.word())) return truth;
        Money total = payment.invoice().total();
        return switch (lie) {
            case MORE -> told(truth, truth.ersReference(), truth.receiptReference(), total.plus(total));
            case LESS ->
                told(
                        truth,
                        truth.ersReference(),
                        truth.receiptReference(),
                        new Money(total.currency(), total.minor() - 1));
            case UNREADABLE_AMOUNT ->
                told(truth, truth.ersReference(), truth.receiptReference(), ReceiptAmount.Unreadable.UNREADABLE);
            case CURRENCY ->
                told(
                        truth,
                        truth.ersReference(),
                        truth.receiptReference(),
                        new Money(total.currency().equals(EURO) ? KRONA : EURO, total.minor()));
            case REFERENCE -> told(truth, truth.ersReference(), truth.receiptReference() + "7", total);
            case SHORTER_REFERENCE ->
                told(truth, truth.ersReference(), truth.receiptReference().substring(1), total);
            case NO_ERS_REFERENCE -> told(truth, null, truth.receiptReference(), total);
            case ANOTHERS_ERS_REFERENCE ->
                told(truth, anotherErsReference(payment.id()), truth.receiptReference(), total);
            default -> truth;
        };
    }

    java.util.Currency EURO = java.util.Currency.getInstance("EUR");
    java.util.Currency KRONA = java.util.Currency.getInstance("SEK");

    private static InvoiceStatus word(InvoiceStatus truth, String word) {
        return SeqrGatewayInvoiceStatusBuilder.builder()
                .word(word)
                .version(truth.version())
                .tokens(truth.tokens())
                .build();
    }

    private static InvoiceStatus told(InvoiceStatus truth, String ers, String reference, ReceiptAmount total) {
        return SeqrGatewayInvoiceStatusBuilder.builder(truth)
                .ersReference(ers)
                .receiptReference(reference)
                .receiptTotal(total)
                .build();
    }
}
