package dev.seqrpay.simulator.soap;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** As much of a SOAP message as the log and the faults need: its operation, its reference, its result code. */
public record Envelope(String operation, Map<String, String> values) {
    private static final String UNKNOWN = "unknown";
    private static final Set<String> NAMES = Set.of("invoiceReference", "ersReference", "resultCode");
    private static final XMLInputFactory XML = factory();
    /** Envelope, Body, operation. */
    private static final int OPERATION_DEPTH = 3;
    /** A request's own children, and those of an answer's {@code return}: not what a receipt may repeat further down. */
    private static final int DEEPEST = 5;

    /** What is no XML has no operation: the SOAP engine will say what is wrong with it. */
    static Envelope of(byte[] message) {
        Map<String, String> values = new HashMap<>();
        try {
            return new Envelope(read(XML.createXMLStreamReader(new ByteArrayInputStream(message)), values), values);
        } catch (XMLStreamException malformed) {
            return new Envelope(UNKNOWN, values);
        }
    }

    @Nullable
    String invoiceReference() {
        return values.get("invoiceReference");
    }

    /** What the call is about: an invoice, or a payment. */
    @Nullable
    String reference() {
        return values.getOrDefault("invoiceReference", values.get("ersReference"));
    }

    @Nullable
    String resultCode() {
        return values.get("resultCode");
    }

    private static String read(XMLStreamReader xml, Map<String, String> values) throws XMLStreamException {
        String operation = UNKNOWN;
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            depth++;
            if (depth == OPERATION_DEPTH) operation = xml.getLocalName();
            if (depth > OPERATION_DEPTH && depth <= DEEPEST && NAMES.contains(xml.getLocalName())) {
                values.putIfAbsent(xml.getLocalName(), xml.getElementText());
                depth--;
            }
        }
        return operation;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
