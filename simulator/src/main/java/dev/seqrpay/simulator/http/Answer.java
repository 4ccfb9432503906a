package dev.seqrpay.simulator.http;

import dev.seqrpay.simulator.core.ResultCode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;

/** An HTTP answer, whole, before it is sent or spoilt. */
@RecordBuilder
public record Answer(int status, String contentType, byte[] body) {
    private static final String XML = "text/xml; charset=utf-8";
    private static final int OK = 200;
    private static final int INTERNAL_SERVER_ERROR = 500;

    public static Answer result(String operation, int code) {
        return new Answer(
                OK,
                XML,
                bytes(envelope("<e:%1$sResponse xmlns:e=\"http://external.interfaces.ers.seamless.com/\"><return>"
                                .formatted(operation)
                        + "<resultCode>%d</resultCode><resultDescription>%s</resultDescription>"
                                .formatted(code, ResultCode.describe(code))
                        + version(operation)
                        + "</return></e:%sResponse>".formatted(operation))));
    }

    public static Answer soapFault() {
        return new Answer(
                INTERNAL_SERVER_ERROR,
                XML,
                bytes(envelope("<s:Fault><faultcode>s:Server</faultcode>"
                        + "<faultstring>java.lang.NullPointerException</faultstring></s:Fault>")));
    }

    public static Answer html(int status) {
        return new Answer(
                status,
                "text/html",
                bytes("<html><head><title>Error</title></head><body><h1>Error %d</h1></body></html>"
                        .formatted(status)));
    }

    public static Answer text(int status, String text) {
        return new Answer(status, "text/plain; charset=utf-8", bytes(text));
    }

    public Answer cutInHalf() {
        byte[] half = new byte[body.length / 2];
        System.arraycopy(body, 0, half, 0, half.length);
        return withBody(half);
    }

    private Answer withBody(byte[] other) {
        return AnswerBuilder.builder(this).body(other).build();
    }

    public Answer replacing(String find, String with) {
        return withBody(bytes(new String(body, StandardCharsets.UTF_8).replace(find, with)));
    }

    /** With what a server of another year says besides, known words among it. */
    public Answer withMoreElements() {
        String more =
                "<serverNode>n1</serverNode><resultDetails><status>NONE</status><version>0</version></resultDetails>";
        return replacing("<return>", "<return>" + more)
                .replacing("</receipt>", "<paymentType>SEQR</paymentType></receipt>")
                .replacing("</totalAmount>", "<scale>2</scale></totalAmount>");
    }

    /** Without the XML declaration, so that blanks may come before it. */
    public Answer withoutDeclaration() {
        String text = new String(body, StandardCharsets.UTF_8);
        return withBody(bytes(text.replaceFirst("^<\\?xml[^>]*\\?>", "")));
    }

    /** The one answer whose schema insists on more than a result code. */
    private static String version(String operation) {
        return operation.equals("getPaymentStatus") ? "<version>0</version>" : "";
    }

    private static String envelope(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + body + "</s:Body></s:Envelope>";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
