package dev.seqrpay.seqr;

import dev.seqrpay.seqr.wsdl.*;
import jakarta.jws.WebService;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** SEQR's normal answers, given by JAX-WS. */
@WebService(
        endpointInterface = "dev.seqrpay.seqr.wsdl.ERSWSExternalClientService",
        targetNamespace = "http://external.interfaces.ers.seamless.com/")
public class JaxWsSeqr implements ERSWSExternalClientService {
    /** What arrived, an entry for each parameter. */
    final BlockingQueue<List<Object>> heard = new LinkedBlockingQueue<>();

    @Override
    public SendInvoiceResult sendInvoice(ClientContext context, Invoice invoice, List<CustomerToken> tokens) {
        heard.add(List.of(context, invoice));
        SendInvoiceResult result = success(new SendInvoiceResult());
        result.setInvoiceQRCode("HTTP://SEQR.SE/R1397240460668");
        result.setInvoiceReference("1397240460668");
        return result;
    }

    @Override
    public ErswsResponse updateInvoice(
            ClientContext context, String invoiceReference, Invoice invoice, List<CustomerToken> tokens) {
        heard.add(List.of(context, invoiceReference, invoice));
        return success(new ErswsResponse());
    }

    @Override
    public PaymentStatus getPaymentStatus(ClientContext context, String invoiceReference, Integer invoiceVersion) {
        heard.add(List.of(context, invoiceReference, invoiceVersion));
        PaymentStatus result = success(new PaymentStatus());
        result.setErsReference("ERS-77");
        result.setStatus("PAID");
        result.setVersion(invoiceVersion + 1);
        Amount amount = new Amount();
        amount.setCurrency("SEK");
        amount.setValue(new java.math.BigDecimal("149.50"));
        Invoice invoice = new Invoice();
        invoice.setTotalAmount(amount);
        Receipt receipt = new Receipt();
        receipt.setPaymentDate(java.time.Instant.parse("2026-01-31T12:00:01Z"));
        receipt.setInvoiceReference(invoiceReference);
        receipt.setInvoice(invoice);
        result.setReceipt(receipt);
        result.setCustomerTokens(new CustomerTokens());
        result.getCustomerTokens().getToken().addAll(List.of(token("a", 0), token("b", 1)));
        return result;
    }

    private static CustomerToken token(String id, int status) {
        CustomerToken token = new CustomerToken();
        token.setId(id);
        token.setStatus(status);
        return token;
    }

    @Override
    public ErswsResponse cancelInvoice(ClientContext context, String invoiceReference) {
        heard.add(List.of(context, invoiceReference));
        return success(new ErswsResponse());
    }

    @Override
    public ErswsResponse commitReservation(ClientContext context, Amount amount, String invoiceReference) {
        heard.add(List.of(context, Optional.ofNullable(amount), invoiceReference));
        return success(new ErswsResponse());
    }

    @Override
    public ErswsResponse submitPaymentReceipt(
            ClientContext context, String ersReference, ReceiptDocument receiptDocument) {
        heard.add(List.of(context, ersReference, receiptDocument.getReceiptData()));
        return success(new ErswsResponse());
    }

    @Override
    public ErswsResponse refundPayment(ClientContext context, String ersReference, Invoice invoice) {
        heard.add(List.of(context, ersReference, invoice));
        ErswsResponse result = success(new ErswsResponse());
        result.setErsReference("ERS-78");
        return result;
    }

    @Override
    public RegisterTerminalResult registerTerminal(
            ClientContext context, String externalTerminalId, String password, String name) {
        heard.add(List.of(context, externalTerminalId, password, name));
        RegisterTerminalResult result = success(new RegisterTerminalResult());
        result.setTerminalId("T-88");
        return result;
    }

    @Override
    public ErswsResponse unregisterTerminal(ClientContext context) {
        heard.add(List.of(context));
        return success(new ErswsResponse());
    }

    @Override
    public ErswsResponse assignSeqrId(ClientContext context, String seqrId) {
        heard.add(List.of(context, seqrId));
        return success(new ErswsResponse());
    }

    @Override
    public MarkTransactionPeriodResult markTransactionPeriod(ClientContext context, ParameterMap parameters) {
        heard.add(List.of(context, parameters));
        MarkTransactionPeriodResult result = success(new MarkTransactionPeriodResult());
        result.setTransactionPeriodId("4711");
        return result;
    }

    @Override
    public ExecuteReportResult executeReport(
            ClientContext context, String reportId, String language, ParameterMap parameters) {
        heard.add(List.of(context, reportId, language, parameters));
        Report report = new Report();
        report.setTitle("Dag");
        report.setMimeType("text/xml");
        report.setContent(new byte[] {'<', 'a', '/', '>'});
        report.setContentString("<a/>");
        ExecuteReportResult result = success(new ExecuteReportResult());
        result.setReport(report);
        return result;
    }

    private static <R extends ErswsResponse> R success(R result) {
        result.setResultCode(0);
        result.setResultDescription("SUCCESS");
        return result;
    }
}
