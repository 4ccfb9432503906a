package dev.seqrpay.simulator.soap;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import dev.seqrpay.simulator.core.Seqr;
import dev.seqrpay.simulator.http.Visitors;
import jakarta.xml.ws.Endpoint;
import java.util.Map;
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

    public static void publish(HttpServer server, Seqr seqr, SoapFilter filter) {
        // Broken requests are the callers' business: they get a SOAP fault, and the console stays readable.
        ENGINE.setLevel(Level.OFF);
        SERVICES.forEach((path, service) -> {
            HttpContext context = server.createContext(path);
            context.getFilters().add(new Visitors());
            context.getFilters().add(filter);
            Endpoint.create(new SeqrEndpoint(seqr, service)).publish(context);
        });
    }
}
