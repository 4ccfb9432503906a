package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.Words.required;
import static dev.seqrpay.seqr.Words.word;

import dev.seqrpay.seqr.wsdl.AssignSeqrId;
import dev.seqrpay.seqr.wsdl.AssignSeqrIdResponse;
import dev.seqrpay.seqr.wsdl.RegisterTerminal;
import dev.seqrpay.seqr.wsdl.RegisterTerminalResponse;
import dev.seqrpay.seqr.wsdl.UnregisterTerminal;
import dev.seqrpay.seqr.wsdl.UnregisterTerminalResponse;

/** The operations that set a terminal up at SEQR. */
final class TerminalMapping {
    private final Contexts contexts;

    TerminalMapping(Contexts contexts) {
        this.contexts = contexts;
    }

    SoapCall<?, String> registerTerminal(String externalTerminalId, String password, String name) {
        RegisterTerminal request = new RegisterTerminal();
        request.setContext(contexts.next());
        request.setExternalTerminalId(externalTerminalId);
        request.setPassword(password);
        request.setName(name);
        return SoapCall.of(
                "registerTerminal",
                request,
                RegisterTerminalResponse.class,
                RegisterTerminalResponse::getReturn,
                (registered, at) -> required("terminalId", word(registered.getTerminalId())));
    }

    SoapCall<?, Integer> unregisterTerminal() {
        UnregisterTerminal request = new UnregisterTerminal();
        request.setContext(contexts.next());
        return SoapCall.of(
                "unregisterTerminal", request, UnregisterTerminalResponse.class, UnregisterTerminalResponse::getReturn);
    }

    SoapCall<?, Integer> assignSeqrId(String seqrId) {
        AssignSeqrId request = new AssignSeqrId();
        request.setContext(contexts.next());
        request.setSeqrId(seqrId);
        return SoapCall.of("assignSeqrId", request, AssignSeqrIdResponse.class, AssignSeqrIdResponse::getReturn);
    }
}
