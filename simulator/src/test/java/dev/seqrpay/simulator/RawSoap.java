package dev.seqrpay.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A caller that sends just the bytes it is given, as no generated client would. */
public final class RawSoap {
    public static final String CONTEXT = """
            <context><initiatorPrincipalId><id>87e791f9e24148a6892c52aa85bb0331</id><type>TERMINALID</type>\
            </initiatorPrincipalId><password>1234</password></context>""";
    static final String INVOICE =
            "<invoice><totalAmount><currency>SEK</currency><value>10.00</value></totalAmount></invoice>";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(2))
            .build();
    private final URI address;

    public RawSoap(URI address) {
        this.address = address;
    }

    public HttpResponse<String> call(String operation, String children) throws IOException, InterruptedException {
        return post("""
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\
                <x:%1$s xmlns:x="http://external.interfaces.ers.seamless.com/">%2$s</x:%1$s></s:Body></s:Envelope>""".formatted(operation, children));
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    public String send() throws IOException, InterruptedException {
        return text(call("sendInvoice", CONTEXT + INVOICE).body(), "invoiceReference");
    }

    public HttpResponse<String> status(String reference) throws IOException, InterruptedException {
        return call(
                "getPaymentStatus",
                CONTEXT + "<invoiceReference>" + reference + "</invoiceReference><invoiceVersion>0</invoiceVersion>");
    }

    /** The text of the first element of this name. */
    public static String text(String xml, String name) {
        int start = xml.indexOf("<" + name + ">");
        if (start < 0) throw new AssertionError("No " + name + " in " + xml);
        return xml.substring(start + name.length() + 2, xml.indexOf("</" + name + ">"));
    }
}
