package dev.seqrpay.local.simulator;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import dev.seqrpay.local.simulator.core.Seqr;
import jakarta.xml.ws.Endpoint;
import java.util.List;

/** The SOAP operations on both of the contract's paths, with the WSDL at {@code ?wsdl}. */
final class SoapService {
    static final String PATH = "/extclientproxy/service/v2";
    private static final List<String> PATHS = List.of(PATH, "/soap/merchant/cashregister-2");

    private SoapService() {}

    static void publish(HttpServer server, Seqr seqr, SoapFilter filter) {
        for (String path : PATHS) {
            HttpContext context = server.createContext(path);
            context.getFilters().add(filter);
            Endpoint.create(new SeqrEndpoint(seqr)).publish(context);
        }
    }
}
