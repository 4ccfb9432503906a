package dev.seqrpay.seqr;

import dev.seqrpay.payment.Addresses;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.ReceiptAmount;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.SeqrGateway.SentInvoice;
import dev.seqrpay.seqr.wsdl.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * Between our types and the WSDL's. It is the only class that names a generated type, so that the rest of the code neither
 * knows nor feels what a schema makes of a word.
 */
final class Wire {
    private static final String REFUND = "Refund";
    /** Who has sold where there is no till; SEQR's reports name the cashier. */
    private static final String CASHIER = "webshop";
    /** References, status words and the text of a QR code are much shorter. */
    private static final int MAX_WORD = 256;

    private final Terminal terminal;

    Wire(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One call of one operation, and how to read what comes back. */
    record Call<R, A>(String operation, Object request, Class<R> responseType, Reading<R, A> answer) {}

    /** What an answer tells us; a result code other than 0 is a {@link SeqrException}. */
    interface Reading<R, A> {
        /** @param at what the server's clock showed, or {@code null} */
        A of(R response, Instant at) throws Unreadable;
    }

    Call<?, SentInvoice> sendInvoice(String clientReference, Payment payment, Addresses addresses) {
        SendInvoice request = new SendInvoice();
        request.setContext(context(clientReference));
        request.setInvoice(invoice(payment, addresses));
        return call(
                "sendInvoice",
                request,
                SendInvoiceResponse.class,
                SendInvoiceResponse::getReturn,
                (sent, at) -> new SentInvoice(
                        required("invoiceReference", word(sent.getInvoiceReference())),
                        required("invoiceQRCode", word(sent.getInvoiceQRCode()))));
    }

    Call<?, Void> updateInvoice(String clientReference, Payment payment, Addresses addresses) {
        UpdateInvoice request = new UpdateInvoice();
        request.setContext(context(clientReference));
        request.setInvoiceReference(payment.reference());
        request.setInvoice(invoice(payment, addresses));
        return done("updateInvoice", request, UpdateInvoiceResponse.class, UpdateInvoiceResponse::getReturn);
    }

    Call<?, InvoiceStatus> getPaymentStatus(String clientReference, String reference, int version) {
        GetPaymentStatus request = new GetPaymentStatus();
        request.setContext(context(clientReference));
        request.setInvoiceReference(reference);
        request.setInvoiceVersion(version);
        return call(
                "getPaymentStatus",
                request,
                GetPaymentStatusResponse.class,
                GetPaymentStatusResponse::getReturn,
                Wire::status);
    }

    private static InvoiceStatus status(PaymentStatus said, Instant at) throws Unreadable {
        Receipt receipt = said.getReceipt();
        Invoice paid = receipt == null ? null : receipt.getInvoice();
        return new InvoiceStatus(
                required("status", word(said.getStatus())),
                version(said.getVersion()),
                word(said.getErsReference()),
                receipt == null ? null : word(receipt.getInvoiceReference()),
                paid == null ? null : receiptAmount(paid.getTotalAmount()),
                receipt == null ? null : since(receipt.getPaymentDate(), at));
    }

    /** A payment that is still to come has another clock than the answer: nothing can be told from the two. */
    private static Duration since(Instant paid, Instant at) {
        return paid == null || at == null || paid.isAfter(at.plusSeconds(1)) ? null : Duration.between(paid, at);
    }

    Call<?, Void> cancelInvoice(String clientReference, String reference) {
        CancelInvoice request = new CancelInvoice();
        request.setContext(context(clientReference));
        request.setInvoiceReference(reference);
        return done("cancelInvoice", request, CancelInvoiceResponse.class, CancelInvoiceResponse::getReturn);
    }

    Call<?, Void> commitReservation(String clientReference, String reference, Money amount) {
        CommitReservation request = new CommitReservation();
        request.setContext(context(clientReference));
        request.setAmount(amount(amount));
        request.setInvoiceReference(reference);
        return done(
                "commitReservation", request, CommitReservationResponse.class, CommitReservationResponse::getReturn);
    }

    Call<?, Void> submitPaymentReceipt(
            String clientReference, String ersReference, String mimeType, String receiptType, byte[] receipt) {
        ReceiptDocument document = new ReceiptDocument();
        document.setMimeType(mimeType);
        document.setReceiptData(receipt);
        document.setReceiptType(receiptType);
        SubmitPaymentReceipt request = new SubmitPaymentReceipt();
        request.setContext(context(clientReference));
        request.setErsReference(ersReference);
        request.setReceiptDocument(document);
        return done(
                "submitPaymentReceipt",
                request,
                SubmitPaymentReceiptResponse.class,
                SubmitPaymentReceiptResponse::getReturn);
    }

    Call<?, String> refundPayment(String clientReference, Payment payment, Money amount) {
        PaymentInvoiceRow row = new PaymentInvoiceRow();
        row.setItemDescription(REFUND);
        row.setItemQuantity(BigDecimal.ONE);
        row.setItemTotalAmount(amount(amount));
        Invoice refund = invoice(payment.invoice(), REFUND, payment.changedAt(), amount);
        refund.getInvoiceRows().getInvoiceRow().add(row);
        RefundPayment request = new RefundPayment();
        request.setContext(context(clientReference));
        request.setErsReference(payment.ersReference());
        request.setInvoice(refund);
        return call(
                "refundPayment",
                request,
                RefundPaymentResponse.class,
                RefundPaymentResponse::getReturn,
                (refunded, at) -> word(refunded.getErsReference()));
    }

    Call<?, String> registerTerminal(String clientReference, String externalTerminalId, String password, String name) {
        RegisterTerminal request = new RegisterTerminal();
        request.setContext(context(clientReference));
        request.setExternalTerminalId(externalTerminalId);
        request.setPassword(password);
        request.setName(name);
        return call(
                "registerTerminal",
                request,
                RegisterTerminalResponse.class,
                RegisterTerminalResponse::getReturn,
                (registered, at) -> required("terminalId", word(registered.getTerminalId())));
    }

    Call<?, Void> unregisterTerminal(String clientReference) {
        UnregisterTerminal request = new UnregisterTerminal();
        request.setContext(context(clientReference));
        return done(
                "unregisterTerminal", request, UnregisterTerminalResponse.class, UnregisterTerminalResponse::getReturn);
    }

    Call<?, Void> assignSeqrId(String clientReference, String seqrId) {
        AssignSeqrId request = new AssignSeqrId();
        request.setContext(context(clientReference));
        request.setSeqrId(seqrId);
        return done("assignSeqrId", request, AssignSeqrIdResponse.class, AssignSeqrIdResponse::getReturn);
    }

    Call<?, String> markTransactionPeriod(String clientReference, Map<String, String> parameters) {
        MarkTransactionPeriod request = new MarkTransactionPeriod();
        request.setContext(context(clientReference));
        request.setParameters(parameters(parameters));
        return call(
                "markTransactionPeriod",
                request,
                MarkTransactionPeriodResponse.class,
                MarkTransactionPeriodResponse::getReturn,
                (marked, at) -> required("transactionPeriodId", word(marked.getTransactionPeriodId())));
    }

    Call<?, SeqrReports.Report> executeReport(
            String clientReference, String reportId, String language, Map<String, String> parameters) {
        ExecuteReport request = new ExecuteReport();
        request.setContext(context(clientReference));
        request.setReportId(reportId);
        request.setLanguage(language);
        request.setParameters(parameters(parameters));
        return call(
                "executeReport",
                request,
                ExecuteReportResponse.class,
                ExecuteReportResponse::getReturn,
                (drawn, at) -> {
                    Report report = required("report", drawn.getReport());
                    return new SeqrReports.Report(
                            report.getTitle(), report.getMimeType(), report.getContent(), report.getContentString());
                });
    }

    private static <R> Call<R, Void> done(
            String operation, Object request, Class<R> responseType, Function<R, ErswsResponse> result) {
        return call(operation, request, responseType, result, (success, at) -> null);
    }

    private static <R, S extends ErswsResponse, A> Call<R, A> call(
            String operation, Object request, Class<R> responseType, Function<R, S> result, Reading<S, A> answer) {
        return new Call<>(operation, request, responseType, (response, at) -> {
            S said = result.apply(response);
            int code = required("result code", said == null ? null : said.getResultCode());
            if (code != 0) throw SeqrException.answered(operation, code);
            return answer.of(said, at);
        });
    }

    private ClientContext context(String clientReference) {
        PrincipalId principal = new PrincipalId();
        principal.setId(terminal.id());
        principal.setType(terminal.type());
        principal.setUserId(terminal.userId());
        ClientContext context = new ClientContext();
        context.setChannel("WS");
        context.setClientId(terminal.clientId());
        context.setClientReference(clientReference);
        context.setClientRequestTimeout(0L);
        context.setInitiatorPrincipalId(principal);
        context.setPassword(terminal.password());
        return context;
    }

    private static Invoice invoice(Payment payment, Addresses addresses) {
        dev.seqrpay.payment.Invoice order = payment.invoice();
        Instant issued = order.issueDate() == null ? payment.createdAt() : order.issueDate();
        Invoice invoice = invoice(order, order.title(), issued, order.total());
        order.rows().forEach(row -> invoice.getInvoiceRows().getInvoiceRow().add(row(row)));
        invoice.setBackURL(addresses.receipt(payment.id()));
        invoice.setNotificationUrl(addresses.notification(payment.id()));
        return invoice;
    }

    /** With all that SEQR's reference requires (contract, "Types": invoice), whether the shop gave it or not. */
    private static Invoice invoice(
            dev.seqrpay.payment.Invoice order, String title, Instant issueDate, Money totalAmount) {
        Invoice invoice = new Invoice();
        invoice.setPaymentMode("IMMEDIATE_DEBIT");
        invoice.setAcknowledgmentMode("NO_ACKNOWLEDGMENT");
        invoice.setIssueDate(issueDate);
        invoice.setTitle(title);
        invoice.setClientInvoiceId(order.orderId());
        invoice.setInvoiceRows(new InvoiceRows());
        invoice.setTotalAmount(amount(totalAmount));
        invoice.setCashierId(order.cashierId() == null ? CASHIER : order.cashierId());
        invoice.setFooter(order.footer() == null ? order.title() : order.footer());
        return invoice;
    }

    private static PaymentInvoiceRow row(dev.seqrpay.payment.Invoice.Row from) {
        PaymentInvoiceRow row = new PaymentInvoiceRow();
        row.setItemDescription(from.description());
        row.setItemDiscount(amount(from.discount()));
        row.setItemEAN(from.ean());
        row.setItemQuantity(from.quantity());
        row.setItemSKU(from.sku());
        row.setItemTaxRate(from.taxRate());
        row.setItemTotalAmount(amount(from.total()));
        row.setItemUnit(from.unit());
        row.setItemUnitPrice(amount(from.unitPrice()));
        return row;
    }

    private static Amount amount(Money money) {
        if (money == null) return null;
        Amount amount = new Amount();
        amount.setCurrency(money.currency().getCurrencyCode());
        amount.setValue(money.decimal());
        return amount;
    }

    /** An amount that cannot be read is an answer too: the payment may be paid, and a person has to look how much it was. */
    static ReceiptAmount receiptAmount(Amount amount) {
        if (amount == null) return null;
        try {
            BigDecimal value = required("value", amount.getValue()).stripTrailingZeros();
            return Money.of(required("currency", word(amount.getCurrency())), value.toPlainString());
        } catch (Unreadable | IllegalArgumentException e) {
            return ReceiptAmount.Unreadable.UNREADABLE;
        }
    }

    /** It counts changes; what does not fit into an int was {@code null} before it came here. */
    private static int version(Integer version) throws Unreadable {
        if (required("version", version) < 0) throw new Unreadable("its version is below zero");
        return version;
    }

    private static ParameterMap parameters(Map<String, String> values) {
        ParameterEntries entries = new ParameterEntries();
        values.forEach((key, value) -> {
            ParameterMapEntry entry = new ParameterMapEntry();
            entry.setKey(key);
            entry.setValue(value);
            entries.getEntry().add(entry);
        });
        ParameterMap map = new ParameterMap();
        map.setParameter(entries);
        return map;
    }

    /** {@code null} if nothing is said. */
    private static String word(String text) throws Unreadable {
        if (text == null || text.isBlank()) return null;
        if (text.length() > MAX_WORD) throw new Unreadable("a word has " + text.length() + " characters");
        return text.strip();
    }

    private static <T> T required(String element, T value) throws Unreadable {
        if (value == null) throw new Unreadable("it has no " + element);
        return value;
    }
}
