package dev.seqrpay.seqr;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * SOAP 1.1 envelopes, document/literal wrapped (contract, "Transport"), for one operation. JAXB reads and writes the types;
 * this class checks the envelope.
 *
 * @param <A> the operation's generated response type
 */
final class Soap<A> {
    private static final String SEQR = "http://external.interfaces.ers.seamless.com/";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final byte[] OPEN =
            ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soap:Envelope xmlns:soap=\"" + SOAP + "\"><soap:Body>");
    private static final byte[] CLOSE = ascii("</soap:Body></soap:Envelope>");
    /** The limit is needed because the JDK's parser compares each declaration of an element with all others. */
    private static final int MAX_NAMESPACES = 1000;

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", 32);
        XML.setProperty("http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit", 32);
    }

    private final String operation;
    private final Class<A> answerType;
    private final JAXBContext types;

    Soap(String operation, Class<?> requestType, Class<A> answerType) {
        this.operation = operation;
        this.answerType = answerType;
        try {
            this.types = JAXBContext.newInstance(requestType, answerType);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    <R> byte[] request(R request) throws JAXBException {
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) request.getClass();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        bytes.writeBytes(OPEN);
        Marshaller marshaller = types.createMarshaller();
        marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
        marshaller.marshal(new JAXBElement<>(new QName(SEQR, operation), type, request), bytes);
        bytes.writeBytes(CLOSE);
        return bytes.toByteArray();
    }

    /** @throws Unreadable for everything that is not the one answer to this operation, SOAP faults among it */
    A answer(SoapAnswer answer, Deadline deadline) throws Unreadable {
        String text = harmless(text(answer));
        try {
            AnswerReader xml = new AnswerReader(XML.createXMLStreamReader(new StringReader(text)), deadline);
            enter(xml, SOAP, "Envelope");
            next(xml);
            if (isAt(xml, SOAP, "Header")) skip(xml);
            expect(xml, SOAP, "Body");
            enter(xml, SEQR, operation + "Response");
            xml.answerBegins();
            A said = answerType.cast(
                    types.createUnmarshaller().unmarshal(xml, answerType).getValue());
            if (said == null) throw new Unreadable("it is nil");
            while (xml.hasNext())
                if (xml.isStartElement()) throw new Unreadable("more than one answer");
                else xml.next();
            return said;
        } catch (XMLStreamException | JAXBException | RuntimeException malformed) {
            throw new Unreadable("it is not the XML of an answer");
        }
    }

    private static String text(SoapAnswer answer) throws Unreadable {
        MediaType type = MediaType.of(answer.contentType());
        if (!type.is("multipart/related")) return XmlText.of(answer.body(), type.parameter("charset"));
        SoapAnswer envelope = Multipart.envelope(type, answer.body());
        return XmlText.of(envelope.body(), MediaType.of(envelope.contentType()).parameter("charset"));
    }

    /** Refuses what the JDK's parser sets no limit for. */
    private static String harmless(String xml) throws Unreadable {
        for (int at = 0, count = 0; (at = xml.indexOf("xmlns", at) + 1) > 0; )
            if (++count > MAX_NAMESPACES) throw new Unreadable("it has too many namespaces");
        if (hasDtd(xml)) throw new Unreadable("it has a DTD");
        return xml;
    }

    /** No answer has a document type, and the parser prints on stderr what it does not find in one. */
    private static boolean hasDtd(String xml) {
        int at = xml.indexOf('<');
        while (xml.startsWith("<?", at) || xml.startsWith("<!--", at)) {
            int end = xml.startsWith("<?", at) ? xml.indexOf("?>", at + 2) : xml.indexOf("-->", at + 4);
            at = end < 0 ? -1 : xml.indexOf('<', end);
        }
        return xml.startsWith("<!", at);
    }

    private static void enter(XMLStreamReader xml, String namespace, String name)
            throws XMLStreamException, Unreadable {
        next(xml);
        expect(xml, namespace, name);
    }

    private static void expect(XMLStreamReader xml, String namespace, String name) throws Unreadable {
        if (!isAt(xml, namespace, name)) throw new Unreadable("there is no " + name + " where it should be");
    }

    private static boolean isAt(XMLStreamReader xml, String namespace, String name) {
        return xml.isStartElement() && name.equals(xml.getLocalName()) && namespace.equals(xml.getNamespaceURI());
    }

    /** Moves to the next begin or end of an element. The reader fails if there is none. */
    private static void next(XMLStreamReader xml) throws XMLStreamException {
        do xml.next();
        while (!xml.isStartElement() && !xml.isEndElement());
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; depth += xml.isStartElement() ? 1 : -1) next(xml);
        next(xml);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
