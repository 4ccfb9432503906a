package dev.seqrpay.simulator.soap;

import dev.seqrpay.simulator.core.Seqr;
import io.undertow.server.HttpHandler;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The SOAP operations on both of the contract's paths, with the WSDL at {@code ?wsdl}. */
public final class SoapService {
    public static final String PATH = "/extclientproxy/service/v2";
    private static final Map<String, Seqr.Service> SERVICES =
            Map.of(PATH, Seqr.Service.WEBSHOP, "/soap/merchant/cashregister-2", Seqr.Service.CASH_REGISTER);

    /** Held here because the log manager forgets loggers without a reference, and their levels with them. */
    private static final Logger ENGINE = Logger.getLogger("com.sun.xml.ws");

    private SoapService() {}

    /** @param server takes a path and what answers there */
    public static void publish(BiConsumer<String, HttpHandler> server, Seqr seqr, SoapCalls calls) {
        // Broken requests are the callers' business: they get a SOAP fault, and the console stays readable.
        ENGINE.setLevel(Level.OFF);
        SERVICES.forEach((path, service) -> {
            SoapEngine engine = new SoapEngine(path, new SeqrEndpoint(seqr, service));
            server.accept(path, exchange -> calls.answer(exchange, engine));
        });
    }
}
