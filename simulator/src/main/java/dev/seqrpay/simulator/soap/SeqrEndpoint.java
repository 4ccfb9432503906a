package dev.seqrpay.simulator.soap;

import dev.seqrpay.seqr.wsdl.Amount;
import dev.seqrpay.seqr.wsdl.ClientContext;
import dev.seqrpay.seqr.wsdl.CustomerToken;
import dev.seqrpay.seqr.wsdl.ERSWSExternalClientService;
import dev.seqrpay.seqr.wsdl.ErswsResponse;
import dev.seqrpay.seqr.wsdl.ExecuteReportResult;
import dev.seqrpay.seqr.wsdl.Invoice;
import dev.seqrpay.seqr.wsdl.MarkTransactionPeriodResult;
import dev.seqrpay.seqr.wsdl.ParameterMap;
import dev.seqrpay.seqr.wsdl.PaymentStatus;
import dev.seqrpay.seqr.wsdl.ReceiptDocument;
import dev.seqrpay.seqr.wsdl.RegisterTerminalResult;
import dev.seqrpay.seqr.wsdl.SendInvoiceResult;
import dev.seqrpay.simulator.core.Password;
import dev.seqrpay.simulator.core.Refused;
import dev.seqrpay.simulator.core.Report;
import dev.seqrpay.simulator.core.ResultCode;
import dev.seqrpay.simulator.core.SentInvoice;
import dev.seqrpay.simulator.core.Seqr;
import jakarta.jws.WebService;
import java.util.List;
import java.util.function.Consumer;

/** The contract's twelve operations. A business error is a result code in an ordinary answer, never a SOAP fault. */
@WebService(
        endpointInterface = "dev.seqrpay.seqr.wsdl.ERSWSExternalClientService",
        targetNamespace = "http://external.interfaces.ers.seamless.com/",
        serviceName = "ERSWSExternalClientService",
        portName = "ERSWSExternalClientServicePort",
        wsdlLocation = "seqr.wsdl")
public final class SeqrEndpoint implements ERSWSExternalClientService {
    private final Seqr seqr;
    private final Seqr.Service service;
    private final Mapping mapping;

    SeqrEndpoint(Seqr seqr, Seqr.Service service) {
        this.seqr = seqr;
        this.service = service;
        this.mapping = new Mapping(seqr.switches());
    }

    @Override
    public SendInvoiceResult sendInvoice(ClientContext context, Invoice invoice, List<CustomerToken> tokens) {
        return answer(new SendInvoiceResult(), result -> {
            SentInvoice sent = seqr.sendInvoice(
                    Mapping.context(context), Mapping.invoice(invoice), Mapping.tokens(tokens), service);
            result.setInvoiceQRCode(sent.qrText());
            result.setInvoiceReference(sent.invoiceReference());
        });
    }

    @Override
    public ErswsResponse updateInvoice(
            ClientContext context, String invoiceReference, Invoice invoice, List<CustomerToken> tokens) {
        return answer(
                new ErswsResponse(),
                result -> seqr.updateInvoice(
                        Mapping.context(context), invoiceReference, Mapping.invoice(invoice), Mapping.tokens(tokens)));
    }

    @Override
    public PaymentStatus getPaymentStatus(ClientContext context, String invoiceReference, Integer invoiceVersion) {
        PaymentStatus refused = new PaymentStatus();
        refused.setVersion(0);
        return answer(
                refused,
                result -> mapping.fill(
                        result, seqr.getPaymentStatus(Mapping.context(context), invoiceReference, invoiceVersion)));
    }

    @Override
    public ErswsResponse cancelInvoice(ClientContext context, String invoiceReference) {
        return answer(new ErswsResponse(), result -> seqr.cancelInvoice(Mapping.context(context), invoiceReference));
    }

    @Override
    public ErswsResponse commitReservation(ClientContext context, Amount amount, String invoiceReference) {
        return answer(
                new ErswsResponse(),
                result -> result.setErsReference(
                        seqr.commitReservation(Mapping.context(context), Mapping.amount(amount), invoiceReference)));
    }

    @Override
    public ErswsResponse submitPaymentReceipt(
            ClientContext context, String ersReference, ReceiptDocument receiptDocument) {
        return answer(
                new ErswsResponse(),
                result -> seqr.submitPaymentReceipt(
                        Mapping.context(context), ersReference, Mapping.document(receiptDocument)));
    }

    @Override
    public ErswsResponse refundPayment(ClientContext context, String ersReference, Invoice invoice) {
        return answer(
                new ErswsResponse(),
                result -> result.setErsReference(
                        seqr.refundPayment(Mapping.context(context), ersReference, Mapping.invoice(invoice))));
    }

    @Override
    public RegisterTerminalResult registerTerminal(
            ClientContext context, String externalTerminalId, String password, String name) {
        return answer(
                new RegisterTerminalResult(),
                result -> result.setTerminalId(seqr.registry()
                        .registerTerminal(Mapping.context(context), externalTerminalId, Password.of(password), name)));
    }

    @Override
    public ErswsResponse unregisterTerminal(ClientContext context) {
        return answer(new ErswsResponse(), result -> seqr.registry().unregisterTerminal(Mapping.context(context)));
    }

    @Override
    public ErswsResponse assignSeqrId(ClientContext context, String seqrId) {
        return answer(new ErswsResponse(), result -> seqr.registry().assignSeqrId(Mapping.context(context), seqrId));
    }

    @Override
    public MarkTransactionPeriodResult markTransactionPeriod(ClientContext context, ParameterMap parameters) {
        return answer(
                new MarkTransactionPeriodResult(),
                result -> mapping.name(
                        result,
                        seqr.reports()
                                .markTransactionPeriod(Mapping.context(context), Mapping.parameters(parameters))));
    }

    @Override
    public ExecuteReportResult executeReport(
            ClientContext context, String reportId, String language, ParameterMap parameters) {
        return answer(new ExecuteReportResult(), result -> {
            Report report =
                    seqr.reports().executeReport(Mapping.context(context), reportId, Mapping.parameters(parameters));
            result.setReport(mapping.report(report));
        });
    }

    private static <R extends ErswsResponse> R answer(R result, Consumer<R> operation) {
        ResultCode code = ResultCode.SUCCESS;
        try {
            operation.accept(result);
        } catch (Refused e) {
            code = e.code();
        }
        result.setResultCode(code.number());
        result.setResultDescription(code.name());
        return result;
    }
}
