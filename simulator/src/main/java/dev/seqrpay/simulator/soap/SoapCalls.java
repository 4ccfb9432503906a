package dev.seqrpay.simulator.soap;

import dev.seqrpay.simulator.core.Switches;
import dev.seqrpay.simulator.core.Variant;
import dev.seqrpay.simulator.fault.ArmedFaults;
import dev.seqrpay.simulator.fault.Fault;
import dev.seqrpay.simulator.fault.FaultKind;
import dev.seqrpay.simulator.fault.Journal;
import dev.seqrpay.simulator.fault.JournalEntry;
import dev.seqrpay.simulator.http.Answer;
import dev.seqrpay.simulator.http.AnswerWriter;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** Stands in front of the SOAP engine: applies the armed faults and the latency, and writes the log. */
public final class SoapCalls {
    private static final int LARGEST_REQUEST = 4 << 20;
    private static final Fault NONE = Fault.of(FaultKind.SLOW);

    private final ArmedFaults faults;
    private final Switches switches;
    private final Journal journal;
    private final InstantSource time;

    public SoapCalls(ArmedFaults faults, Switches switches, Journal journal, InstantSource time) {
        this.faults = faults;
        this.switches = switches;
        this.journal = journal;
        this.time = time;
    }

    void answer(HttpServerExchange exchange, SoapEngine engine) throws IOException {
        byte[] request = exchange.getInputStream().readNBytes(LARGEST_REQUEST + 1);
        if (request.length > LARGEST_REQUEST) AnswerWriter.send(exchange, Answer.text(413, "Too large"));
        else if (exchange.getRequestMethod().equals(Methods.POST)) call(exchange, engine, request);
        else AnswerWriter.send(exchange, engine.answer(exchange, request));
    }

    private void call(HttpServerExchange exchange, SoapEngine engine, byte[] request) throws IOException {
        long started = System.nanoTime();
        Envelope asked = Envelope.of(request);
        Fault fault = faults.takeForCall(asked.operation(), asked.reference()).orElse(NONE);
        AnswerWriter.pause(switches.latency().toMillis() + (fault.kind() == FaultKind.DRIP ? 0 : fault.millis()));
        byte[] understood = ReportParameters.asTheSchemaHasThem(asked.operation(), request);
        Optional<Answer> right =
                fault.takesEffect() ? Optional.of(record(exchange, engine, understood)) : Optional.empty();
        log(asked, fault, right, (System.nanoTime() - started) / 1_000_000);
        send(exchange, asked, fault, right);
    }

    private Answer record(HttpServerExchange exchange, SoapEngine engine, byte[] request) throws IOException {
        Answer answer = engine.answer(exchange, request);
        return switches.of(Variant.AnswerElements.class) == Variant.AnswerElements.MORE
                ? answer.withMoreElements()
                : answer;
    }

    private static void send(HttpServerExchange exchange, Envelope asked, Fault fault, Optional<Answer> right)
            throws IOException {
        switch (fault.kind()) {
            case DOWN, LOST_ANSWER -> AnswerWriter.hangUp(exchange);
            case CODE -> AnswerWriter.send(exchange, Answer.result(asked.operation(), fault.code()));
            case HTML -> AnswerWriter.send(exchange, Answer.html(fault.code()));
            case SOAP_FAULT -> AnswerWriter.send(exchange, Answer.soapFault());
            default -> spoil(exchange, fault, right.orElseThrow());
        }
    }

    private static void spoil(HttpServerExchange exchange, Fault fault, Answer right) throws IOException {
        switch (fault.kind()) {
            case TRUNCATED -> AnswerWriter.send(exchange, right.cutInHalf());
            case REPLACE -> AnswerWriter.send(exchange, right.replacing(fault.find(), fault.with()));
            case DRIP -> AnswerWriter.drip(exchange, right, fault.millis());
            case HUGE -> AnswerWriter.huge(exchange, right.withoutDeclaration(), fault.bytes());
            default -> AnswerWriter.send(exchange, right);
        }
    }

    /** Logs the call before the answer goes out, so that a client that has the answer finds its call in the log. */
    private void log(Envelope asked, Fault fault, Optional<Answer> right, long millis) {
        Envelope answered = Envelope.of(right.map(Answer::body).orElseGet(() -> new byte[0]));
        String reference = asked.reference() == null ? answered.invoiceReference() : asked.reference();
        journal.add(new JournalEntry(
                time.instant(),
                asked.operation(),
                reference,
                millis,
                outcome(answered, right),
                fault.equals(NONE) ? null : fault.kind()));
    }

    private static String outcome(Envelope answered, Optional<Answer> right) {
        if (right.isEmpty()) return "nothing done";
        return answered.resultCode() == null ? "HTTP " + right.get().status() : answered.resultCode();
    }
}
