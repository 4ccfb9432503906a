package dev.seqrpay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.seqrpay.simulator.core.InvoiceStatus;
import dev.seqrpay.simulator.fault.Fault;
import dev.seqrpay.simulator.fault.FaultKind;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Answers that go wrong, as a caller sees them, and what they leave behind. */
class FaultsTest {
    @AutoClose
    private final Simulator simulator = Simulator.start(SimulatorOptions.standard());

    private final RawSoap soap = new RawSoap(simulator.soapUrl());

    @Test
    void a_result_code_is_answered_and_nothing_happens() throws Exception {
        arm(Fault.code(93).on("cancelInvoice").times(2));
        String reference = soap.send();

        assertThat(cancel(reference).body()).contains("<resultCode>93</resultCode>", "SYSTEM_BUSY");
        assertThat(cancel(reference).body()).contains("<resultCode>93</resultCode>");
        assertThat(status(reference)).isEqualTo(InvoiceStatus.ISSUED);
        assertThat(cancel(reference).body()).contains("<resultCode>0</resultCode>");
    }

    @Test
    void a_result_code_may_hide_that_it_happened_all_the_same() throws Exception {
        arm(Fault.code(90).on("cancelInvoice").takingEffect());
        String reference = soap.send();

        assertThat(cancel(reference).body()).contains("<resultCode>90</resultCode>");
        assertThat(status(reference)).isEqualTo(InvoiceStatus.CANCELED);
    }

    @Test
    void down_closes_the_connection_and_nothing_happens() throws Exception {
        arm(Fault.of(FaultKind.DOWN).on("cancelInvoice"));
        String reference = soap.send();

        assertThatIOException().isThrownBy(() -> cancel(reference));
        assertThat(status(reference)).isEqualTo(InvoiceStatus.ISSUED);
    }

    @Test
    void a_lost_answer_closes_the_connection_after_it_happened() throws Exception {
        arm(Fault.of(FaultKind.LOST_ANSWER).on("cancelInvoice"));
        String reference = soap.send();

        assertThatIOException().isThrownBy(() -> cancel(reference));
        assertThat(status(reference)).isEqualTo(InvoiceStatus.CANCELED);
    }

    @Test
    void a_status_whose_answer_got_lost_has_acknowledged_the_payment() throws Exception {
        String reference = soap.send();
        new Phone(simulator.url()).pay(reference, "1234");
        arm(Fault.of(FaultKind.LOST_ANSWER));

        assertThatIOException().isThrownBy(() -> soap.status(reference));

        assertThat(simulator.core().payer().look(reference).acknowledged()).isTrue();
    }

    @Test
    void a_proxy_may_answer_with_a_page_and_SEQR_with_a_soap_fault() throws Exception {
        arm(Fault.of(FaultKind.HTML));
        arm(Fault.of(FaultKind.SOAP_FAULT));

        HttpResponse<String> page = soap.call("sendInvoice", "");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(soap.call("sendInvoice", "").body()).contains("<faultcode>");
    }

    @Test
    void what_spoils_the_right_answer_cannot_do_without_it() {
        Fault asked = Fault.of(FaultKind.TRUNCATED);

        assertThat(new Fault(asked.kind(), null, null, 1, 0, 0, 0, "", "", false))
                .matches(Fault::takesEffect);
    }

    @Test
    void an_answer_can_be_cut_in_half() throws Exception {
        arm(Fault.of(FaultKind.TRUNCATED));

        assertThat(soap.call("sendInvoice", "").body()).startsWith("<?xml").doesNotContain("</S:Envelope>");
    }

    @Test
    void an_answer_can_be_huge_and_still_be_right() throws Exception {
        arm(Fault.of(FaultKind.HUGE).bytes(3_000_000));

        String body = soap.call("sendInvoice", "").body();

        assertThat(body).hasSizeGreaterThan(3_000_000);
        assertThat(body.strip()).startsWith("<S:Envelope").contains("<resultCode>29</resultCode>");
    }

    @Test
    void an_answer_can_drip() throws Exception {
        arm(Fault.of(FaultKind.DRIP).millis(2));
        long started = System.nanoTime();

        assertThat(soap.call("sendInvoice", "").body()).contains("<resultCode>29</resultCode>");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(500));
    }

    @Test
    void an_answer_can_be_slow_once_or_all_of_them_a_little() throws Exception {
        arm(Fault.of(FaultKind.SLOW).millis(300));
        assertThat(timeOfACall()).isGreaterThan(Duration.ofMillis(300));

        simulator.core().switches().latency(Duration.ofMillis(100));
        assertThat(timeOfACall()).isGreaterThan(Duration.ofMillis(100));
    }

    @Test
    void a_word_or_an_amount_can_be_replaced() throws Exception {
        String reference = soap.send();
        arm(Fault.replace("ISSUED", "SHREDDED").onlyFor(reference));

        assertThat(soap.status(soap.send()).body()).contains("<status>ISSUED</status>");
        assertThat(soap.status(reference).body()).contains("<status>SHREDDED</status>");
        assertThat(soap.status(reference).body()).contains("<status>ISSUED</status>");
    }

    @Test
    void a_fault_without_a_number_stays_until_it_is_cleared() throws Exception {
        arm(Fault.code(94).times(0));
        for (int i = 0; i < 3; i++)
            assertThat(soap.call("sendInvoice", "").body()).contains("<resultCode>94</resultCode>");

        simulator.faults().clear();

        assertThat(soap.call("sendInvoice", "").body()).contains("<resultCode>29</resultCode>");
    }

    @Test
    void a_faulty_answer_is_in_the_log() throws Exception {
        arm(Fault.of(FaultKind.HTML));
        soap.call("sendInvoice", "");

        assertThat(simulator.journal().newestFirst().get(0).fault()).isEqualTo(FaultKind.HTML);
    }

    private void arm(Fault fault) {
        simulator.faults().arm(fault);
    }

    private Duration timeOfACall() throws Exception {
        long started = System.nanoTime();
        soap.call("sendInvoice", "");
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private HttpResponse<String> cancel(String reference) throws Exception {
        return soap.call("cancelInvoice", RawSoap.CONTEXT + "<invoiceReference>" + reference + "</invoiceReference>");
    }

    private InvoiceStatus status(String reference) {
        return simulator.core().payer().look(reference).status();
    }
}
