package dev.seqrpay.seqr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Refuses an answer that can be read in two ways: one with entities, or one in which a deciding element comes twice or in
 * pieces, because JAXB would take the last piece. It also refuses an answer that takes longer than the call may.
 */
final class AnswerReader extends StreamReaderDelegate {
    /** Elements whose text decides something, as paths from the answer's element on. */
    private static final Set<String> TEXTS = Set.of(
            "/return/resultCode",
            "/return/ersReference",
            "/return/invoiceReference",
            "/return/invoiceQRCode",
            "/return/status",
            "/return/version",
            "/return/terminalId",
            "/return/transactionPeriodId",
            "/return/receipt/invoiceReference",
            "/return/receipt/invoice/totalAmount/currency",
            "/return/receipt/invoice/totalAmount/value",
            "/return/report/content",
            "/return/report/contentString");
    /** Elements on the way to those. */
    private static final Set<String> PARENTS = Set.of(
            "/return",
            "/return/receipt",
            "/return/receipt/invoice",
            "/return/receipt/invoice/totalAmount",
            "/return/report");
    /** Any element may stand here, any number of times, because the reader skips it. */
    private static final String ELSEWHERE = "?";

    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> said = new HashSet<>();

    private final Deadline deadline;

    AnswerReader(XMLStreamReader xml, Deadline deadline) {
        super(xml);
        this.deadline = deadline;
    }

    /** Checks that the reader's element is the answer to the operation. */
    void answerBegins() {
        open.pop();
        open.push("");
    }

    @Override
    public int next() throws XMLStreamException {
        if (deadline.isOver()) throw new XMLStreamException("no time is left");
        int event = super.next();
        switch (event) {
            case DTD, ENTITY_REFERENCE -> throw new XMLStreamException("an entity");
            case START_ELEMENT -> enter();
            case END_ELEMENT -> open.pop();
            default -> {}
        }
        return event;
    }

    private void enter() throws XMLStreamException {
        String parent = open.isEmpty() ? ELSEWHERE : open.peek();
        if (TEXTS.contains(parent)) throw new XMLStreamException("a text in pieces");
        String here = getNamespaceURI() == null ? parent + "/" + getLocalName() : ELSEWHERE;
        boolean read = TEXTS.contains(here) || PARENTS.contains(here);
        if (read && !said.add(here)) throw new XMLStreamException("said twice");
        open.push(read ? here : ELSEWHERE);
    }
}
