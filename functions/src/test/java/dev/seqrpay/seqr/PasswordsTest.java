package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.Samples.PASSWORD;
import static dev.seqrpay.seqr.Samples.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seqrpay.payment.SeqrException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No password and no part of a body gets into the log. */
@ExtendWith(QuietErrors.class)
class PasswordsTest {
    private static final String BODY = "what only the answer says";

    /** Answers that come to a bad end, each with the password and something of its own inside. */
    private static List<SoapTransport> failures() {
        List<SoapTransport> failures = new ArrayList<>();
        for (String answer : new String[] {
            "",
            BODY,
            "<html>" + PASSWORD + BODY + "</html>",
            Samples.envelope("<" + PASSWORD + ">" + BODY),
            Samples.envelope("<S:Fault><faultstring>pass " + BODY + "</faultstring></S:Fault>"),
            "<!DOCTYPE " + BODY + ">",
            "<?xml version=\"" + BODY + "\"?>",
            "&" + BODY + ";"
        }) failures.add(Samples.answering(answer));
        for (Operation operation : Operation.values()) {
            failures.add(Samples.answering(
                    operation.answered().replace(">0<", ">90<").replace("SUCCESS", BODY)));
            failures.add(Samples.answering(operation.answered().replace(">0<", ">" + BODY + "<")));
            failures.add(Samples.answering(operation.answered().replace("</return>", BODY)));
        }
        failures.add((request, limit) -> Samples.plain(request));
        failures.add((request, limit) -> {
            throw new IOException("no route");
        });
        return failures;
    }

    @ParameterizedTest
    @EnumSource
    void noExceptionQuotesTheRequestOrTheAnswer(Operation operation) {
        for (SoapTransport failure : failures()) {
            Throwable thrown = catchThrowable(() -> operation.call.apply(failure));
            if (thrown == null) continue;
            assertThat(thrown).isInstanceOf(SeqrException.class);
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(PASSWORD, "pass&lt;", "n3w&pass", "n3w&amp;pass", BODY);
        }
    }

    @Test
    void noExceptionOfTheTransportQuotesThem() throws Exception {
        for (String answer : new String[] {
            "",
            BODY,
            "HTTP/1.1 " + BODY + "\r\n\r\n",
            "HTTP/1.1 500 " + BODY + "\r\nContent-Length: 4\r\n\r\nbody",
            "HTTP/1.1 302 Found\r\nLocation: " + BODY + "\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + BODY
        })
            try (RawServer server = new RawServer(peer -> {
                peer.request();
                peer.send(answer);
            })) {
                StringWriter trace = new StringWriter();
                catchThrowable(() -> Samples.ask(server.client())).printStackTrace(new PrintWriter(trace));
                assertThat(trace.toString()).contains("outcome unknown").doesNotContain(PASSWORD, "pass&lt;", BODY);
            }
    }

    @Test
    void noObjectOfOursPrintsThem() {
        Contexts contexts = new Contexts(Samples.TERMINAL, () -> "r");
        for (Object printed : List.of(
                Samples.TERMINAL,
                Samples.RESELLER,
                contexts,
                new InvoiceMapping(contexts).cancelInvoice("1"),
                new TerminalMapping(contexts).registerTerminal("till", "n3w&pass", "name"),
                new SoapHttp(java.net.URI.create("http://127.0.0.1/")),
                Samples.seqr(Samples.answering(""))))
            assertThat(printed.toString()).doesNotContain(PASSWORD, "n3w&pass");
    }

    @Test
    void aTerminalPrintsWhoItIs() {
        assertThat(Terminal.of("T-87", PASSWORD, "shop")).hasToString("TERMINALID T-87");
        assertThat(Terminal.ofReseller("R-5", PASSWORD, "shop")).hasToString("RESELLERUSER R-5");
    }

    @Test
    void theListenerHearsOfEveryCallButOfNoBody() {
        List<String> heard = new ArrayList<>();
        CallListener listener = (operation, payment, code, status, took) -> {
            assertThat(took).isPositive();
            heard.add(operation + " " + (payment == null ? null : payment.id()) + " " + code + " " + status);
        };
        for (String answer : new String[] {
            Operation.GET_PAYMENT_STATUS.answered(),
            Samples.status("<resultCode>54</resultCode><status>PAID</status>"),
            Samples.status("<resultCode>0</resultCode><status>PAID</status>"),
            "<html>" + BODY
        }) {
            SoapSeqr seqr = new SoapSeqr(Samples.TERMINAL, Samples.answering(answer), () -> "r", listener);
            catchThrowable(() -> seqr.getPaymentStatus(PAYMENT, 0));
        }
        new SeqrTerminals(
                        Samples.TERMINAL,
                        Samples.answering(Operation.UNREGISTER_TERMINAL.answered()),
                        () -> "r",
                        listener)
                .unregisterTerminal();
        assertThat(heard)
                .containsExactly(
                        "getPaymentStatus pay_1 0 PAID",
                        "getPaymentStatus pay_1 54 null",
                        "getPaymentStatus pay_1 null null",
                        "getPaymentStatus pay_1 null null",
                        "unregisterTerminal null 0 null");
    }

    @Test
    void thePasswordGoesToSeqrAndNowhereElse() {
        List<String> sent = new ArrayList<>();
        SoapTransport transport = (request, limit) -> {
            sent.add(new String(request, StandardCharsets.UTF_8));
            return Samples.plain(Operation.CANCEL_INVOICE.answered().getBytes(StandardCharsets.UTF_8));
        };
        Samples.seqr(transport).cancelInvoice(PAYMENT, "1");
        assertThat(sent).singleElement().asString().containsOnlyOnce("pass&lt;&amp;&gt;wörd");
    }
}
