package dev.seqrpay.seqr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Refuses what no answer of SEQR's has and what would cost memory or be read in two ways: a DTD, entities of its own, deep
 * nesting, many attributes, and an element that decides something twice under one parent (JAXB would take the last).
 */
final class AnswerReader extends StreamReaderDelegate {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_ATTRIBUTES = 32;
    private static final Set<String> ONCE = Set.of(
            "return",
            "resultCode",
            "ersReference",
            "invoiceReference",
            "invoiceQRCode",
            "status",
            "version",
            "receipt",
            "invoice",
            "totalAmount",
            "currency",
            "value",
            "terminalId",
            "transactionPeriodId",
            "report");

    private final Deque<Set<String>> seen = new ArrayDeque<>();

    AnswerReader(XMLStreamReader xml) {
        super(xml);
        seen.push(new HashSet<>());
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case DTD, ENTITY_REFERENCE -> throw new XMLStreamException("a DTD or an entity");
            case START_ELEMENT -> enter();
            case END_ELEMENT -> seen.pop();
            default -> {}
        }
        return event;
    }

    private void enter() throws XMLStreamException {
        if (seen.size() > MAX_DEPTH || getAttributeCount() > MAX_ATTRIBUTES) throw new XMLStreamException("too much");
        if (getNamespaceURI() == null
                && ONCE.contains(getLocalName())
                && !seen.peek().add(getLocalName())) throw new XMLStreamException("said twice");
        seen.push(new HashSet<>());
    }
}
