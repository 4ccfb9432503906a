package dev.seqrpay.seqr;

import dev.seqrpay.payment.Addresses;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.SeqrGateway.SentInvoice;
import dev.seqrpay.seqr.wsdl.*;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Between our types and the WSDL's. It is the only class that names a generated type, so that the rest of the code neither
 * knows nor feels what a schema makes of a word.
 */
final class Wire {
    private static final String REFUND = "Refund";

    private final Terminal terminal;

    Wire(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One call of one operation, and how to read what comes back. */
    static final class Call<R, A> {
        private final String operation;
        private final Object request;
        private final Class<R> responseType;
        private final Function<R, ErswsResponse> result;
        private final BiFunction<R, String, A> answer;

        private Call(
                String operation,
                Object request,
                Class<R> responseType,
                Function<R, ErswsResponse> result,
                BiFunction<R, String, A> answer) {
            this.operation = operation;
            this.request = request;
            this.responseType = responseType;
            this.result = result;
            this.answer = answer;
        }

        String operation() {
            return operation;
        }

        Object request() {
            return request;
        }

        Class<R> responseType() {
            return responseType;
        }

        A answer(R response) {
            ErswsResponse said = result.apply(response);
            if (said == null || said.getResultCode() == null) throw unreadable(operation, "it has no result code");
            if (said.getResultCode() != 0) throw SeqrException.answered(operation, said.getResultCode());
            return answer.apply(response, operation);
        }
    }

    Call<?, SentInvoice> sendInvoice(String clientReference, Payment payment, Addresses addresses) {
        SendInvoice request = new SendInvoice();
        request.setContext(context(clientReference));
        request.setInvoice(invoice(payment, addresses));
        return new Call<>(
                "sendInvoice", request, SendInvoiceResponse.class, SendInvoiceResponse::getReturn, (response, o) -> {
                    SendInvoiceResult sent = response.getReturn();
                    return new SentInvoice(
                            required(o, "invoiceReference", sent.getInvoiceReference()),
                            required(o, "invoiceQRCode", sent.getInvoiceQRCode()));
                });
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
        return new Call<>(
                "getPaymentStatus",
                request,
                GetPaymentStatusResponse.class,
                GetPaymentStatusResponse::getReturn,
                (response, operation) -> status(operation, response.getReturn()));
    }

    private static InvoiceStatus status(String operation, PaymentStatus said) {
        Receipt receipt = said.getReceipt();
        Amount total = receipt == null || receipt.getInvoice() == null
                ? null
                : receipt.getInvoice().getTotalAmount();
        return new InvoiceStatus(
                required(operation, "status", said.getStatus()).strip(),
                required(operation, "version", said.getVersion()),
                blankToNull(said.getErsReference()),
                receipt == null ? null : blankToNull(receipt.getInvoiceReference()),
                total == null ? null : money(operation, total));
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
        Invoice refund = new Invoice();
        refund.setTitle(REFUND);
        refund.setClientInvoiceId(payment.invoice().orderId());
        refund.setInvoiceRows(new InvoiceRows());
        refund.getInvoiceRows().getInvoiceRow().add(row);
        refund.setTotalAmount(amount(amount));
        RefundPayment request = new RefundPayment();
        request.setContext(context(clientReference));
        request.setErsReference(payment.ersReference());
        request.setInvoice(refund);
        return new Call<>(
                "refundPayment",
                request,
                RefundPaymentResponse.class,
                RefundPaymentResponse::getReturn,
                (response, operation) -> blankToNull(response.getReturn().getErsReference()));
    }

    Call<?, String> registerTerminal(String clientReference, String externalTerminalId, String password, String name) {
        RegisterTerminal request = new RegisterTerminal();
        request.setContext(context(clientReference));
        request.setExternalTerminalId(externalTerminalId);
        request.setPassword(password);
        request.setName(name);
        return new Call<>(
                "registerTerminal",
                request,
                RegisterTerminalResponse.class,
                RegisterTerminalResponse::getReturn,
                (response, o) -> required(o, "terminalId", response.getReturn().getTerminalId()));
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
        return new Call<>(
                "markTransactionPeriod",
                request,
                MarkTransactionPeriodResponse.class,
                MarkTransactionPeriodResponse::getReturn,
                (response, o) ->
                        required(o, "transactionPeriodId", response.getReturn().getTransactionPeriodId()));
    }

    Call<?, SeqrReports.Report> executeReport(
            String clientReference, String reportId, String language, Map<String, String> parameters) {
        ExecuteReport request = new ExecuteReport();
        request.setContext(context(clientReference));
        request.setReportId(reportId);
        request.setLanguage(language);
        request.setParameters(parameters(parameters));
        return new Call<>(
                "executeReport",
                request,
                ExecuteReportResponse.class,
                ExecuteReportResponse::getReturn,
                (response, o) -> {
                    Report report = required(o, "report", response.getReturn().getReport());
                    return new SeqrReports.Report(
                            report.getTitle(), report.getMimeType(), report.getContent(), report.getContentString());
                });
    }

    private static <R> Call<R, Void> done(
            String operation, Object request, Class<R> responseType, Function<R, ErswsResponse> result) {
        return new Call<>(operation, request, responseType, result, (response, o) -> null);
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
        Invoice invoice = new Invoice();
        invoice.setPaymentMode("IMMEDIATE_DEBIT");
        invoice.setAcknowledgmentMode("NO_ACKNOWLEDGMENT");
        invoice.setIssueDate(order.issueDate() == null ? payment.createdAt() : order.issueDate());
        invoice.setTitle(order.title());
        invoice.setClientInvoiceId(order.orderId());
        invoice.setInvoiceRows(new InvoiceRows());
        order.rows().forEach(row -> invoice.getInvoiceRows().getInvoiceRow().add(row(row)));
        invoice.setTotalAmount(amount(order.total()));
        invoice.setCashierId(order.cashierId());
        invoice.setFooter(order.footer());
        invoice.setBackURL(addresses.receipt(payment.id()));
        invoice.setNotificationUrl(addresses.notification(payment.id()));
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

    private static Money money(String operation, Amount amount) {
        try {
            return Money.of(
                    required(operation, "currency", amount.getCurrency()).strip(),
                    required(operation, "value", amount.getValue())
                            .stripTrailingZeros()
                            .toPlainString());
        } catch (IllegalArgumentException notAnAmount) {
            throw unreadable(operation, "its amount is none");
        }
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

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static <T> T required(String operation, String element, T value) {
        if (value == null || value instanceof String text && text.isBlank())
            throw unreadable(operation, "it has no " + element);
        return value;
    }

    private static SeqrException unreadable(String operation, String why) {
        return SeqrException.unknown(operation, "the answer cannot be read: " + why, null);
    }
}
