package dev.seqrpay.reconciliation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through a report once, an element below the root at a time, by StAX: what it holds does not grow with the
 * report.
 */
final class ReportParser {
    private static final int LONGEST_TEXT = 256;
    /** Of a text with the spaces around it. */
    private static final int MOST_SPACE = 1024;

    private static final int DEEPEST = 16;
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
        XML.setProperty("http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit", DEEPEST);
    }

    private final XMLStreamReader xml;

    private ReportParser(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * @param element gets the name of each element below the root, and the texts of its elements by their names
     * @throws UnreadableReport if it is not whole, or an element stands twice in another
     */
    static void parse(RootedText text, BiConsumer<String, Map<String, String>> element) {
        try {
            new ReportParser(XML.createXMLStreamReader(text.reader())).elements(element);
        } catch (XMLStreamException malformed) {
            throw new UnreadableReport("it is cut off, or not well-formed, "
                    + (malformed.getLocation() == null
                            ? "somewhere"
                            : "behind line " + malformed.getLocation().getLineNumber() + " of its root"));
        }
    }

    private void elements(BiConsumer<String, Map<String, String>> element) throws XMLStreamException {
        xml.nextTag();
        while (nextElement()) {
            String name = xml.getLocalName();
            element.accept(name, texts(name));
        }
    }

    /** @return whether an element begins; if not, the one around it has ended */
    private boolean nextElement() throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!xml.isWhiteSpace()) throw new UnreadableReport("it has a text where an element should be");
                }
                default -> {}
            }
        }
    }

    private Map<String, String> texts(String parent) throws XMLStreamException {
        Map<String, String> texts = new HashMap<>();
        while (nextElement()) {
            String name = xml.getLocalName();
            if (texts.put(name, text()) != null)
                throw new UnreadableReport("a " + parent + " of it has " + name + " twice");
        }
        return texts;
    }

    /** Of what is deeper still nothing is known, and nothing read. */
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth == 1) text.append(xml.getText());
                }
                default -> {}
            }
            if (text.length() > MOST_SPACE) throw tooLong();
        }
        String stripped = text.toString().strip();
        if (stripped.length() > LONGEST_TEXT) throw tooLong();
        return stripped;
    }

    private static UnreadableReport tooLong() {
        return new UnreadableReport("it has a text that is too long");
    }
}
