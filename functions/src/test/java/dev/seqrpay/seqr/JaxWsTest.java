package dev.seqrpay.seqr;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.seqrpay.seqr.wsdl.ClientContext;
import dev.seqrpay.seqr.wsdl.Invoice;
import dev.seqrpay.seqr.wsdl.ParameterMap;
import jakarta.xml.ws.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that others have written, on the WSDL's interface, understands us and is understood. */
class JaxWsTest {
    private static final JaxWsSeqr SEQR = new JaxWsSeqr();
    private static HttpServer server;
    private static SoapTransport http;

    @BeforeAll
    static void publish() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Endpoint.create(SEQR).publish(server.createContext("/extclientproxy/service/v2"));
        server.start();
        http = new SoapHttp(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/extclientproxy/service/v2"));
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationIsUnderstood(Operation operation) throws Exception {
        assertThat(operation.call.apply(http))
                .usingRecursiveComparison()
                // which of all here alone hangs on the machine's own clock
                .ignoringFields("sincePaid")
                .isEqualTo(operation.value);
        ClientContext context = (ClientContext) SEQR.heard.take().get(0);
        assertThat(context.getPassword()).isEqualTo(Samples.PASSWORD);
        assertThat(context.getClientRequestTimeout()).isZero();
        assertThat(context.getInitiatorPrincipalId().getType())
                .isEqualTo(
                        switch (operation) {
                            case REGISTER_TERMINAL, MARK_TRANSACTION_PERIOD, EXECUTE_REPORT -> "RESELLERUSER";
                            default -> "TERMINALID";
                        });
    }

    @Test
    void everyFieldOfAnInvoiceArrives() throws Exception {
        Samples.seqr(http).sendInvoice(Samples.payment(Samples.FULL), Samples.ADDRESSES);
        Invoice invoice = (Invoice) SEQR.heard.take().get(1);
        assertThat(invoice.getTitle()).isEqualTo(Samples.FULL.title());
        assertThat(invoice.getFooter()).isEqualTo(Samples.FULL.footer());
        assertThat(invoice.getCashierId()).isEqualTo("Anna");
        assertThat(invoice.getIssueDate()).isEqualTo(Instant.parse("2026-02-28T23:30:00.123Z"));
        assertThat(invoice.getBackURL()).isEqualTo("https://pay.example/pay/pay_1/t/receipt");
        assertThat(invoice.getNotificationUrl()).isEqualTo("https://pay.example/notifications/pay_1/t?a=1&b=2");
        assertThat(invoice.getInvoiceRows().getInvoiceRow()).hasSize(2);
        assertThat(invoice.getInvoiceRows().getInvoiceRow().get(0))
                .extracting("itemDescription", "itemEAN", "itemSKU", "itemUnit")
                .containsExactly("T-shirt", "7310865004703", "sku-1", "PIECE");
        assertThat(invoice.getTotalAmount().getValue()).isEqualTo("149.50");
    }

    @Test
    void whatElseAnOperationSaysArrives() throws Exception {
        Operation.COMMIT_RESERVATION.call.apply(http);
        List<Object> commit = SEQR.heard.take();
        assertThat(commit.get(1)).as("the amount").isEqualTo(Optional.empty());
        assertThat(commit.get(2)).isEqualTo("1397240460668");

        Operation.SUBMIT_PAYMENT_RECEIPT.call.apply(http);
        List<Object> receipt = SEQR.heard.take();
        assertThat(receipt.get(1)).isEqualTo("ERS-77");
        assertThat(receipt.get(2)).isEqualTo("<p>Tack för köpet</p>".getBytes(StandardCharsets.UTF_8));

        Operation.REGISTER_TERMINAL.call.apply(http);
        assertThat(SEQR.heard.take()).element(2).isEqualTo("n3w&pass");

        Operation.EXECUTE_REPORT.call.apply(http);
        List<Object> report = SEQR.heard.take();
        assertThat(report).element(1).isEqualTo("STD_RECON_006.xml");
        assertThat(((ParameterMap) report.get(3)).getParameter().getEntry())
                .extracting("key", "value")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("transactionPeriodId", "4711"),
                        org.assertj.core.groups.Tuple.tuple("TERMINALID", "T-87"));
    }
}
