package dev.seqrpay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seqrpay.simulator.fault.JournalEntry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire, byte for byte. */
class SoapTest {
    @AutoClose
    private static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.standard());

    private final RawSoap soap = new RawSoap(SIMULATOR.soapUrl());

    @ParameterizedTest
    @ValueSource(strings = {"/extclientproxy/service/v2", "/soap/merchant/cashregister-2"})
    void both_paths_answer_and_serve_one_wsdl_file_with_their_own_address(String path) throws Exception {
        URI address = SIMULATOR.url().resolve(path);

        assertThat(new RawSoap(address).send()).matches("[0-9]{13}");

        String wsdl = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address + "?wsdl")).build(), BodyHandlers.ofString())
                .body();
        assertThat(wsdl).contains("location=\"" + address + "\"").doesNotContain("import");
        assertThat(wsdl).contains("<xs:element name=\"sendInvoice\" type=\"tns:sendInvoice\"/>");
    }

    /** A shop that wants to know how long ago it was paid has no other clock of SEQR's than this. */
    @Test
    void answers_are_dated_by_the_clock_of_the_simulator() throws Exception {
        Instant time = Instant.parse("2031-02-03T04:05:06.789Z");
        try (Simulator simulator = Simulator.start(SimulatorOptions.standard().time(() -> time))) {
            HttpResponse<String> answer = new RawSoap(simulator.soapUrl()).call("getPaymentStatus", "");
            assertThat(answer.headers().allValues("date")).containsExactly("Mon, 03 Feb 2031 04:05:06 GMT");
        }
    }

    @Test
    void children_may_come_in_any_order_be_missing_or_be_unknown() throws Exception {
        HttpResponse<String> answer = soap.call("sendInvoice", """
                <tokens><status>0</status><value>v</value><id>c1</id></tokens>
                <invoice><cashierId>Anna</cashierId><somethingNew><deep>1</deep></somethingNew>
                  <totalAmount><value>20.00</value><currency>SEK</currency></totalAmount>
                  <invoiceRows><invoiceRow><itemTotalAmount><value>20.00</value><currency>SEK</currency></itemTotalAmount>
                    <itemQuantity>2</itemQuantity><itemDescription>Tea &amp; toast</itemDescription></invoiceRow></invoiceRows>
                  <title>T</title></invoice>
                <context><password>1234</password><initiatorPrincipalId><type>TERMINALID</type>
                  <id>87e791f9e24148a6892c52aa85bb0331</id></initiatorPrincipalId></context>""");

        assertThat(RawSoap.text(answer.body(), "resultCode")).isEqualTo("0");
        var invoice = SIMULATOR.core().payer().look(RawSoap.text(answer.body(), "invoiceReference"));
        assertThat(invoice.invoice().cashierId()).isEqualTo("Anna");
        assertThat(invoice.invoice().total()).hasToString("20.00 SEK");
        assertThat(invoice.invoice().rows()).singleElement().satisfies(row -> {
            assertThat(row.description()).isEqualTo("Tea & toast");
            assertThat(row.quantity()).isEqualByComparingTo("2");
        });
        assertThat(invoice.tokens()).singleElement().satisfies(token -> assertThat(token.id())
                .isEqualTo("c1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sendInvoice", "updateInvoice", "getPaymentStatus", "cancelInvoice", "commitReservation",
                "submitPaymentReceipt", "refundPayment", "registerTerminal", "unregisterTerminal", "assignSeqrId",
                "markTransactionPeriod", "executeReport"
            })
    void an_operation_with_nothing_in_it_is_refused_and_not_broken(String operation) throws Exception {
        HttpResponse<String> answer = soap.call(operation, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<return><resultCode>29</resultCode>");
        assertThat(soap.call(operation, "<context/>").body()).contains("<resultCode>29</resultCode>");
    }

    @Test
    void answers_come_in_the_schemas_order_and_unqualified() throws Exception {
        String reference = soap.send();
        new Phone(SIMULATOR.url()).pay(reference, "1234");

        String answer = soap.status(reference).body();

        assertThat(answer)
                .containsSubsequence(
                        "getPaymentStatusResponse",
                        "<return>",
                        "<ersReference>",
                        "<resultCode>0</resultCode>",
                        "<resultDescription>SUCCESS</resultDescription>",
                        "<status>PAID</status>",
                        "<receipt>",
                        "<terminalId>",
                        "<paymentDate>",
                        "<invoiceReference>",
                        "<paymentReference>",
                        "<invoice>",
                        "<version>2</version>");
    }

    @Test
    void before_the_payment_neither_an_ers_reference_nor_a_receipt_is_there() throws Exception {
        assertThat(soap.status(soap.send()).body())
                .contains("<status>ISSUED</status>", "<version>1</version>")
                .doesNotContain("ersReference", "receipt", "customerTokens");
    }

    @Test
    void a_refusal_is_an_ordinary_answer() throws Exception {
        HttpResponse<String> answer = soap.status("42");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<resultCode>54</resultCode>", "INVALID_INVOICE_REFERENCE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<broken", "<html/>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"})
    void a_broken_request_is_answered_with_a_soap_fault(String request) throws Exception {
        HttpResponse<String> answer = soap.post(request);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Fault>").doesNotContain("root:");
    }

    @Test
    void a_number_that_is_none_is_taken_for_missing() throws Exception {
        HttpResponse<String> answer = soap.call(
                "getPaymentStatus",
                RawSoap.CONTEXT + "<invoiceVersion>soon</invoiceVersion><invoiceReference>" + soap.send()
                        + "</invoiceReference>");

        assertThat(answer.body()).contains("<resultCode>0</resultCode>");
    }

    @Test
    void the_log_names_each_call_and_no_password() throws Exception {
        String reference = soap.send();
        soap.status(reference);

        assertThat(SIMULATOR.journal().newestFirst())
                .extracting(JournalEntry::what, JournalEntry::reference, JournalEntry::outcome)
                .startsWith(tuple("getPaymentStatus", reference, "0"), tuple("sendInvoice", reference, "0"));
        assertThat(SIMULATOR.journal().newestFirst().toString()).doesNotContain("1234,");
    }
}
