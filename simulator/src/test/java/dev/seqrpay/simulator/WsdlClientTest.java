package dev.seqrpay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.seqr.wsdl.Amount;
import dev.seqrpay.seqr.wsdl.ClientContext;
import dev.seqrpay.seqr.wsdl.ERSWSExternalClientService;
import dev.seqrpay.seqr.wsdl.ERSWSExternalClientService_Service;
import dev.seqrpay.seqr.wsdl.ErswsResponse;
import dev.seqrpay.seqr.wsdl.ExecuteReportResult;
import dev.seqrpay.seqr.wsdl.Invoice;
import dev.seqrpay.seqr.wsdl.ParameterEntries;
import dev.seqrpay.seqr.wsdl.ParameterMap;
import dev.seqrpay.seqr.wsdl.ParameterMapEntry;
import dev.seqrpay.seqr.wsdl.PaymentStatus;
import dev.seqrpay.seqr.wsdl.PrincipalId;
import dev.seqrpay.seqr.wsdl.ReceiptDocument;
import dev.seqrpay.seqr.wsdl.RegisterTerminalResult;
import dev.seqrpay.seqr.wsdl.Report;
import dev.seqrpay.seqr.wsdl.SendInvoiceResult;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A shop that has nothing but the simulator's ?wsdl, going through what the certification checks. */
class WsdlClientTest {
    @AutoClose
    private static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.standard());

    private static ERSWSExternalClientService seqr;

    private final Phone phone = new Phone(SIMULATOR.url());

    @BeforeAll
    static void connect() throws Exception {
        seqr = new ERSWSExternalClientService_Service(
                        URI.create(SIMULATOR.soapUrl() + "?wsdl").toURL())
                .getERSWSExternalClientServicePort();
    }

    @Test
    void an_invoice_is_paid_confirmed_receipted_and_refunded() {
        SendInvoiceResult sent = seqr.sendInvoice(terminal(), invoice("10.00"), List.of());
        assertThat(sent.getInvoiceQRCode()).isEqualTo("HTTP://SEQR.SE/R" + sent.getInvoiceReference());
        PaymentStatus issued = seqr.getPaymentStatus(terminal(), sent.getInvoiceReference(), 0);
        assertThat(issued.getStatus()).isEqualTo("ISSUED");

        phone.pay(sent.getInvoiceQRCode(), "1234");

        PaymentStatus paid = seqr.getPaymentStatus(terminal(), sent.getInvoiceReference(), issued.getVersion());
        assertThat(paid.getStatus()).isEqualTo("PAID");
        assertThat(paid.getVersion()).isGreaterThan(issued.getVersion());
        assertThat(paid.getReceipt().getInvoice().getTotalAmount().getValue()).isEqualByComparingTo("10");
        String ers = paid.getErsReference();
        assertCode(0, seqr.submitPaymentReceipt(terminal(), ers, document()));
        assertThat(seqr.refundPayment(terminal(), ers, invoice("4.00")).getErsReference())
                .isNotBlank()
                .isNotEqualTo(ers);
        assertCode(98, seqr.refundPayment(terminal(), ers, invoice("6.01")));
        assertCode(50, seqr.cancelInvoice(terminal(), sent.getInvoiceReference()));
    }

    @Test
    void an_unpaid_invoice_is_changed_and_cancelled() {
        String reference = seqr.sendInvoice(terminal(), invoice("10.00"), null).getInvoiceReference();

        assertCode(0, seqr.updateInvoice(terminal(), reference, invoice("12.00"), null));
        assertCode(0, seqr.cancelInvoice(terminal(), reference));
        assertCode(95, seqr.cancelInvoice(terminal(), reference));
        assertThat(seqr.getPaymentStatus(terminal(), reference, 1).getStatus()).isEqualTo("CANCELED");
    }

    @Test
    void a_reservation_is_committed() {
        Invoice invoice = invoice("10.00");
        invoice.setPaymentMode("RESERVATION_REQUIRED");
        String reference = seqr.sendInvoice(terminal(), invoice, null).getInvoiceReference();
        assertCode(96, seqr.commitReservation(terminal(), amount("10.00"), reference));

        assertThat(phone.pay(reference, "1234")).isEqualTo("RESERVED");

        assertThat(seqr.commitReservation(terminal(), amount("10.00"), reference)
                        .getErsReference())
                .isNotBlank();
    }

    @Test
    void a_terminal_is_registered_named_used_and_unregistered() {
        RegisterTerminalResult registered = seqr.registerTerminal(reseller(), "till-2", "4321", "Till 2");
        ClientContext till = context("TERMINALID", registered.getTerminalId(), null, "4321");

        assertCode(0, seqr.assignSeqrId(till, "TILL2"));
        assertCode(0, seqr.sendInvoice(till, invoice("1.00"), null));
        assertCode(0, seqr.unregisterTerminal(till));
        assertCode(29, seqr.sendInvoice(till, invoice("1.00"), null));
    }

    @Test
    void a_period_is_marked_and_its_report_fetched_once_it_is_ready() {
        SIMULATOR.core().switches().reportAfter(Duration.ofDays(1));
        assertCode(2, report(seqr.markTransactionPeriod(reseller(), null).getTransactionPeriodId()));
        SIMULATOR.core().switches().reportAfter(Duration.ZERO);
        String reference = seqr.sendInvoice(terminal(), invoice("10.00"), null).getInvoiceReference();
        phone.pay(reference, "1234");
        String ers = seqr.getPaymentStatus(terminal(), reference, 0).getErsReference();
        String period = seqr.markTransactionPeriod(reseller(), null).getTransactionPeriodId();

        Report ready = report(period).getReport();

        assertThat(ready.getContentString())
                .contains("<TransactionDetails>", "<ErsReference>" + ers + "<", "<SalesAmount>10.00000<");
        assertThat(new String(ready.getContent(), StandardCharsets.UTF_8)).isEqualTo(ready.getContentString());
        assertThat(ready.getMimeType()).isEqualTo("text/html");
        assertThat(ready.getTitle()).isEqualTo("STD_RECON_003.xml");
    }

    private static ExecuteReportResult report(String period) {
        ParameterMapEntry entry = new ParameterMapEntry();
        entry.setKey("transactionPeriodId");
        entry.setValue(period);
        ParameterMap parameters = new ParameterMap();
        parameters.setParameter(new ParameterEntries());
        parameters.getParameter().getEntry().add(entry);
        return seqr.executeReport(reseller(), "Reconciliation/STD_RECON_003.xml", "en", parameters);
    }

    private static void assertCode(int code, ErswsResponse answer) {
        assertThat(answer.getResultCode()).isEqualTo(code);
    }

    private static ClientContext terminal() {
        return context("TERMINALID", SimulatorOptions.standard().terminalId(), null, "1234");
    }

    private static ClientContext reseller() {
        return context("RESELLERUSER", SimulatorOptions.standard().resellerId(), "9900", "1234");
    }

    private static ClientContext context(String type, String id, String userId, String password) {
        PrincipalId principal = new PrincipalId();
        principal.setType(type);
        principal.setId(id);
        principal.setUserId(userId);
        ClientContext context = new ClientContext();
        context.setChannel("WS");
        context.setClientRequestTimeout(0L);
        context.setInitiatorPrincipalId(principal);
        context.setPassword(password);
        return context;
    }

    private static Invoice invoice(String total) {
        Invoice invoice = new Invoice();
        invoice.setTitle("Tea");
        invoice.setTotalAmount(amount(total));
        return invoice;
    }

    private static Amount amount(String value) {
        Amount amount = new Amount();
        amount.setCurrency("SEK");
        amount.setValue(new BigDecimal(value));
        return amount;
    }

    private static ReceiptDocument document() {
        ReceiptDocument document = new ReceiptDocument();
        document.setMimeType("text/html");
        document.setReceiptType("PAYMENT_RECEIPT");
        document.setReceiptData("<p>Thanks</p>".getBytes(StandardCharsets.UTF_8));
        return document;
    }
}
