package dev.seqrpay.simulator.soap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The parameters of a report call are seen as {@code parameters/parameter/entry}, as {@code parameters/entry} and as bare
 * {@code entry} (contract, "What else SEQR's documents say"). All forms become the first, which is the schema's.
 */
final class ReportParameters {
    private static final Set<String> OPERATIONS = Set.of("markTransactionPeriod", "executeReport");

    private ReportParameters() {}

    /** @return the request as it was if it is of another operation, or no XML */
    static byte[] asTheSchemaHasThem(String operation, byte[] request) {
        if (!OPERATIONS.contains(operation)) return request;
        try {
            Document document = builder().parse(new ByteArrayInputStream(request));
            Element call =
                    (Element) document.getElementsByTagNameNS("*", operation).item(0);
            List<Node> entries = all(call.getElementsByTagName("entry"));
            all(call.getElementsByTagName("parameters")).forEach(call::removeChild);
            entries.stream().filter(entry -> entry.getParentNode() == call).forEach(call::removeChild);
            Node parameter = call.appendChild(document.createElement("parameters"))
                    .appendChild(document.createElement("parameter"));
            entries.forEach(parameter::appendChild);
            return bytes(document);
        } catch (SAXException | IOException | TransformerException | RuntimeException malformed) {
            return request;
        }
    }

    private static List<Node> all(NodeList live) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < live.getLength(); i++) nodes.add(live.item(i));
        return nodes;
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Document document) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        factory.newTransformer().transform(new DOMSource(document), new StreamResult(bytes));
        return bytes.toByteArray();
    }
}
