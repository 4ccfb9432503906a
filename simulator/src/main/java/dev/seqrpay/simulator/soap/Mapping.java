package dev.seqrpay.simulator.soap;

import dev.seqrpay.seqr.wsdl.CustomerTokens;
import dev.seqrpay.seqr.wsdl.InvoiceRows;
import dev.seqrpay.seqr.wsdl.MarkTransactionPeriodResult;
import dev.seqrpay.seqr.wsdl.ParameterMap;
import dev.seqrpay.seqr.wsdl.ParameterMapEntry;
import dev.seqrpay.seqr.wsdl.PaymentInvoiceRow;
import dev.seqrpay.seqr.wsdl.PrincipalId;
import dev.seqrpay.simulator.core.Amount;
import dev.seqrpay.simulator.core.ClientContext;
import dev.seqrpay.simulator.core.CustomerToken;
import dev.seqrpay.simulator.core.Invoice;
import dev.seqrpay.simulator.core.InvoiceRow;
import dev.seqrpay.simulator.core.Password;
import dev.seqrpay.simulator.core.PaymentStatus;
import dev.seqrpay.simulator.core.Principal;
import dev.seqrpay.simulator.core.Receipt;
import dev.seqrpay.simulator.core.ReceiptDocument;
import dev.seqrpay.simulator.core.Report;
import dev.seqrpay.simulator.core.ReportVariant.PeriodName;
import dev.seqrpay.simulator.core.Switches;
import dev.seqrpay.simulator.core.Variant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Between the WSDL's types and the core's. Anything may be missing on the way in. Here the plain names are the core's, and
 * the generated ones that clash with them are written out. Above 200 lines because each field is named once each way.
 */
public final class Mapping {
    private final Switches switches;

    Mapping(Switches switches) {
        this.switches = switches;
    }

    static ClientContext context(dev.seqrpay.seqr.wsdl.@Nullable ClientContext context) {
        if (context == null) return ClientContext.NONE;
        return new ClientContext(
                context.getChannel(),
                context.getClientComment(),
                context.getClientId(),
                context.getClientReference(),
                context.getClientRequestTimeout(),
                principal(context.getInitiatorPrincipalId()),
                Password.of(context.getPassword()));
    }

    private static @Nullable Principal principal(@Nullable PrincipalId id) {
        return id == null ? null : new Principal(id.getType(), id.getId(), id.getUserId());
    }

    static @Nullable Invoice invoice(dev.seqrpay.seqr.wsdl.@Nullable Invoice invoice) {
        if (invoice == null) return null;
        return new Invoice(
                invoice.getPaymentMode(),
                invoice.getAcknowledgmentMode(),
                invoice.getIssueDate(),
                invoice.getTitle(),
                invoice.getClientInvoiceId(),
                rows(invoice.getInvoiceRows()),
                amount(invoice.getTotalAmount()),
                invoice.getCashierId(),
                invoice.getFooter(),
                invoice.getBackURL(),
                invoice.getNotificationUrl(),
                invoice.getCommitReservationTimeout());
    }

    private static List<InvoiceRow> rows(@Nullable InvoiceRows rows) {
        return rows == null
                ? List.of()
                : rows.getInvoiceRow().stream().map(Mapping::row).toList();
    }

    private static InvoiceRow row(PaymentInvoiceRow row) {
        return new InvoiceRow(
                row.getItemDescription(),
                amount(row.getItemDiscount()),
                row.getItemEAN(),
                row.getItemQuantity(),
                row.getItemSKU(),
                row.getItemTaxRate(),
                amount(row.getItemTotalAmount()),
                row.getItemUnit(),
                amount(row.getItemUnitPrice()));
    }

    static @Nullable Amount amount(dev.seqrpay.seqr.wsdl.@Nullable Amount amount) {
        return amount == null ? null : new Amount(amount.getCurrency(), amount.getValue());
    }

    static List<CustomerToken> tokens(@Nullable List<dev.seqrpay.seqr.wsdl.CustomerToken> tokens) {
        return tokens == null ? List.of() : tokens.stream().map(Mapping::token).toList();
    }

    private static CustomerToken token(dev.seqrpay.seqr.wsdl.CustomerToken token) {
        int status = token.getStatus() == null ? 0 : token.getStatus();
        return new CustomerToken(token.getId(), token.getValue(), token.getDescription(), status);
    }

    static @Nullable ReceiptDocument document(dev.seqrpay.seqr.wsdl.@Nullable ReceiptDocument document) {
        return document == null
                ? null
                : new ReceiptDocument(document.getMimeType(), document.getReceiptType(), document.getReceiptData());
    }

    static Map<String, String> parameters(@Nullable ParameterMap parameters) {
        Map<String, String> map = new HashMap<>();
        if (parameters == null || parameters.getParameter() == null) return map;
        for (ParameterMapEntry entry : parameters.getParameter().getEntry()) map.put(entry.getKey(), entry.getValue());
        return map;
    }

    void fill(dev.seqrpay.seqr.wsdl.PaymentStatus to, PaymentStatus from) {
        to.setErsReference(from.ersReference());
        to.setStatus(from.status().name());
        to.setVersion(from.version());
        to.setReceipt(receipt(from.receipt()));
        if (!from.tokens().isEmpty()) to.setCustomerTokens(tokensOut(from.tokens()));
    }

    private static CustomerTokens tokensOut(List<CustomerToken> tokens) {
        CustomerTokens to = new CustomerTokens();
        for (CustomerToken token : tokens) to.getToken().add(token(token));
        return to;
    }

    private static dev.seqrpay.seqr.wsdl.CustomerToken token(CustomerToken from) {
        dev.seqrpay.seqr.wsdl.CustomerToken to = new dev.seqrpay.seqr.wsdl.CustomerToken();
        to.setDescription(from.description());
        to.setId(from.id());
        to.setStatus(from.status());
        to.setValue(from.value());
        return to;
    }

    private dev.seqrpay.seqr.wsdl.@Nullable Receipt receipt(@Nullable Receipt from) {
        if (from == null) return null;
        dev.seqrpay.seqr.wsdl.Receipt to = new dev.seqrpay.seqr.wsdl.Receipt();
        to.setTerminalId(from.terminalId());
        to.setPaymentDate(from.paymentDate());
        to.setClientInvoiceId(from.clientInvoiceId());
        to.setInvoiceReference(from.invoiceReference());
        to.setPaymentReference(from.paymentReference());
        to.setPayerTerminalId(from.payerTerminalId());
        to.setReceiverName(from.receiverName());
        to.setInvoice(invoice(from.invoice()));
        return to;
    }

    private dev.seqrpay.seqr.wsdl.Invoice invoice(Invoice from) {
        dev.seqrpay.seqr.wsdl.Invoice to = new dev.seqrpay.seqr.wsdl.Invoice();
        to.setPaymentMode(from.paymentMode());
        to.setAcknowledgmentMode(from.acknowledgmentMode());
        to.setIssueDate(from.issueDate());
        to.setTitle(from.title());
        to.setClientInvoiceId(from.clientInvoiceId());
        if (!from.rows().isEmpty()) to.setInvoiceRows(rowsOut(from.rows()));
        to.setTotalAmount(amount(from.total()));
        to.setCashierId(from.cashierId());
        to.setFooter(from.footer());
        to.setBackURL(from.backUrl());
        to.setNotificationUrl(from.notificationUrl());
        to.setCommitReservationTimeout(from.commitReservationTimeout());
        return to;
    }

    private InvoiceRows rowsOut(List<InvoiceRow> rows) {
        InvoiceRows to = new InvoiceRows();
        for (InvoiceRow row : rows) to.getInvoiceRow().add(row(row));
        return to;
    }

    private PaymentInvoiceRow row(InvoiceRow from) {
        PaymentInvoiceRow to = new PaymentInvoiceRow();
        to.setItemDescription(from.description());
        to.setItemDiscount(amount(from.discount()));
        to.setItemEAN(from.ean());
        to.setItemQuantity(from.quantity());
        to.setItemSKU(from.sku());
        to.setItemTaxRate(from.taxRate());
        to.setItemTotalAmount(amount(from.total()));
        to.setItemUnit(from.unit());
        to.setItemUnitPrice(amount(from.unitPrice()));
        return to;
    }

    private dev.seqrpay.seqr.wsdl.@Nullable Amount amount(@Nullable Amount from) {
        if (from == null) return null;
        dev.seqrpay.seqr.wsdl.Amount to = new dev.seqrpay.seqr.wsdl.Amount();
        to.setCurrency(from.currency());
        if (from.value() != null)
            to.setValue(switches.of(Variant.AmountsAs.class).written(from.value()));
        return to;
    }

    dev.seqrpay.seqr.wsdl.Report report(Report from) {
        ReportDocument document = ReportDocument.of(from, switches);
        dev.seqrpay.seqr.wsdl.Report to = new dev.seqrpay.seqr.wsdl.Report();
        to.setTitle(document.title());
        to.setMimeType("text/html");
        to.setContent(document.bytes());
        to.setContentString(document.text());
        return to;
    }

    /** SEQR's documents do not agree on which element names the period. */
    void name(MarkTransactionPeriodResult to, String period) {
        switch (switches.of(PeriodName.class)) {
            case TRANSACTION_PERIOD_ID -> to.setTransactionPeriodId(period);
            case ERS_REFERENCE -> to.setErsReference(period);
        }
    }
}
