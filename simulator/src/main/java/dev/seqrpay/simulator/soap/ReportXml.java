package dev.seqrpay.simulator.soap;

import dev.seqrpay.simulator.core.LedgerEntry;
import dev.seqrpay.simulator.core.Report;
import dev.seqrpay.simulator.core.ReportTotal;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A report as a document. What SEQR's own look like is not in the contract: this one names each movement of money once,
 * and the sums per currency.
 */
final class ReportXml {
    private final XMLStreamWriter xml;

    private ReportXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            new ReportXml(XMLOutputFactory.newFactory().createXMLStreamWriter(text)).write(report);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void write(Report report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("report");
        attribute("id", report.reportId());
        attribute("title", report.title());
        attribute("subject", report.subject());
        attribute("transactionPeriodId", report.periodId());
        attribute("from", report.from());
        attribute("to", report.to());
        for (LedgerEntry entry : report.entries()) transaction(entry);
        for (ReportTotal total : report.totals()) total(total);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void transaction(LedgerEntry entry) throws XMLStreamException {
        xml.writeEmptyElement("transaction");
        attribute("type", entry.kind());
        attribute("time", entry.at());
        attribute("terminalId", entry.terminalId());
        attribute("invoiceReference", entry.invoiceReference());
        attribute("ersReference", entry.ersReference());
        attribute("clientInvoiceId", entry.clientInvoiceId());
        attribute("currency", entry.amount().currency());
        attribute("amount", entry.amount().value().toPlainString());
    }

    private void total(ReportTotal total) throws XMLStreamException {
        xml.writeEmptyElement("total");
        attribute("currency", total.currency());
        attribute("payments", total.payments().toPlainString());
        attribute("refunds", total.refunds().toPlainString());
        attribute("reversals", total.reversals().toPlainString());
        attribute("net", total.net().toPlainString());
        attribute("count", total.count());
    }

    private void attribute(String name, @Nullable Object value) throws XMLStreamException {
        if (value != null) xml.writeAttribute(name, value.toString());
    }
}
