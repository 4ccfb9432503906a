package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.Samples.ADDRESSES;
import static dev.seqrpay.seqr.Samples.NO_LISTENER;
import static dev.seqrpay.seqr.Samples.PAYMENT;
import static dev.seqrpay.seqr.Samples.RESELLER;
import static dev.seqrpay.seqr.Samples.TERMINAL;
import static dev.seqrpay.seqr.Samples.TOTAL;

import dev.seqrpay.payment.CustomerToken;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.SeqrGateway.SentInvoice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The contract's twelve operations: a call of each, SEQR's normal answer to it, and what we make of that. */
enum Operation {
    SEND_INVOICE(
            "sendInvoice",
            by -> seqr(by).sendInvoice(PAYMENT, ADDRESSES),
            "<resultCode>0</resultCode><resultDescription>SUCCESS</resultDescription>"
                    + "<invoiceQRCode>HTTP://SEQR.SE/R1397240460668</invoiceQRCode>"
                    + "<invoiceReference>1397240460668</invoiceReference>",
            new SentInvoice("1397240460668", "HTTP://SEQR.SE/R1397240460668")),
    UPDATE_INVOICE("updateInvoice", by -> {
        seqr(by).updateInvoice(PAYMENT, ADDRESSES);
        return null;
    }),
    GET_PAYMENT_STATUS(
            "getPaymentStatus",
            by -> seqr(by).getPaymentStatus(PAYMENT, 2),
            "<ersReference>ERS-77</ersReference><resultCode>0</resultCode>"
                    + "<resultDescription>SUCCESS</resultDescription><status>PAID</status><receipt>"
                    + "<terminalId>T-87</terminalId><paymentDate>2026-01-31T13:00:01.5+01:00</paymentDate>"
                    + "<clientInvoiceId>order-1</clientInvoiceId><invoiceReference>1397240460668</invoiceReference>"
                    + "<paymentReference>ERS-77</paymentReference><payerTerminalId>P-1</payerTerminalId>"
                    + "<receiverName>Shop</receiverName><invoice><paymentMode>IMMEDIATE_DEBIT</paymentMode>"
                    + "<invoiceRows><invoiceRow><itemQuantity>1</itemQuantity><itemTotalAmount>"
                    + "<currency>SEK</currency><value>100.00</value></itemTotalAmount></invoiceRow><invoiceRow>"
                    + "<itemQuantity>1</itemQuantity><itemTotalAmount><currency>SEK</currency><value>49.50</value>"
                    + "</itemTotalAmount></invoiceRow></invoiceRows>"
                    + "<totalAmount><currency>SEK</currency><value>149.50</value></totalAmount></invoice></receipt>"
                    + "<customerTokens><token><id>a</id><status>0</status></token><token><id>b</id><status>1</status>"
                    + "</token></customerTokens><version>3</version>",
            new InvoiceStatus(
                    "PAID",
                    3,
                    "ERS-77",
                    "1397240460668",
                    TOTAL,
                    null,
                    List.of(
                            new CustomerToken("a", null, null, CustomerToken.Status.PENDING),
                            new CustomerToken("b", null, null, CustomerToken.Status.USED)))),
    CANCEL_INVOICE("cancelInvoice", by -> {
        seqr(by).cancelInvoice(PAYMENT, "1397240460668");
        return null;
    }),
    COMMIT_RESERVATION("commitReservation", by -> {
        seqr(by).commitReservation(PAYMENT);
        return null;
    }),
    SUBMIT_PAYMENT_RECEIPT("submitPaymentReceipt", by -> {
        byte[] receipt = "<p>Tack för köpet</p>".getBytes(StandardCharsets.UTF_8);
        seqr(by).submitPaymentReceipt(PAYMENT, receipt);
        return null;
    }),
    REFUND_PAYMENT(
            "refundPayment",
            by -> seqr(by).refundPayment(PAYMENT, Samples.refund(Money.of("SEK", "49.5"))),
            "<ersReference>ERS-78</ersReference><resultCode>0</resultCode>",
            "ERS-78"),
    REGISTER_TERMINAL(
            "registerTerminal",
            by -> new SeqrTerminals(RESELLER, by, () -> "ref-1").registerTerminal("till-1", "n3w&pass", "Till 1"),
            "<resultCode>0</resultCode><terminalId>T-88</terminalId>",
            "T-88"),
    UNREGISTER_TERMINAL("unregisterTerminal", by -> {
        new SeqrTerminals(TERMINAL, by, () -> "ref-1").unregisterTerminal();
        return null;
    }),
    ASSIGN_SEQR_ID("assignSeqrId", by -> {
        new SeqrTerminals(TERMINAL, by, () -> "ref-1").assignSeqrId("SHOP1");
        return null;
    }),
    MARK_TRANSACTION_PERIOD(
            "markTransactionPeriod",
            by -> new SeqrReports(RESELLER, by, () -> "ref-1").markTransactionPeriod(null),
            "<resultCode>0</resultCode><transactionPeriodId>4711</transactionPeriodId>",
            new ReportPeriod("4711", null)),
    EXECUTE_REPORT(
            "executeReport",
            by -> new SeqrReports(RESELLER, by, () -> "ref-1")
                    .executeReport("STD_RECON_006.xml", "sv", new ReportPeriod("4711", "T-87")),
            "<resultCode>0</resultCode><report><title>Dag</title><mimeType>text/xml</mimeType>"
                    + "<content>PGEvPg==</content><contentString>&lt;a/&gt;</contentString></report>",
            Optional.of(new SeqrReport("Dag", "text/xml", "<a/>")));

    final String word;
    final Function<SoapCaller, Object> callBy;
    final Function<SoapTransport, Object> call;
    final String answer;
    final Object value;

    Operation(String word, Function<SoapCaller, Object> call) {
        this(word, call, "<resultCode>0</resultCode><resultDescription>SUCCESS</resultDescription>", null);
    }

    Operation(String word, Function<SoapCaller, Object> callBy, String answer, Object value) {
        this.word = word;
        this.callBy = callBy;
        this.call = http -> callBy.apply(new SoapCaller(http, NO_LISTENER));
        this.answer = answer;
        this.value = value;
    }

    /** The whole normal answer. */
    String answered() {
        return Samples.answer(word, answer);
    }

    private static SoapSeqr seqr(SoapCaller by) {
        return new SoapSeqr(TERMINAL, by, () -> "ref-1");
    }
}
