package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.AmountMapping.amount;
import static dev.seqrpay.seqr.Words.required;
import static dev.seqrpay.seqr.Words.word;

import dev.seqrpay.payment.Addresses;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Reservation;
import dev.seqrpay.payment.SeqrGateway.SentInvoice;
import dev.seqrpay.seqr.wsdl.CancelInvoice;
import dev.seqrpay.seqr.wsdl.CancelInvoiceResponse;
import dev.seqrpay.seqr.wsdl.Invoice;
import dev.seqrpay.seqr.wsdl.InvoiceRows;
import dev.seqrpay.seqr.wsdl.PaymentInvoiceRow;
import dev.seqrpay.seqr.wsdl.SendInvoice;
import dev.seqrpay.seqr.wsdl.SendInvoiceResponse;
import dev.seqrpay.seqr.wsdl.UpdateInvoice;
import dev.seqrpay.seqr.wsdl.UpdateInvoiceResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as SEQR's invoice: sent, changed, cancelled. */
final class InvoiceMapping {
    /** The cashier of a webshop, which has no till; SEQR's reports name the cashier. */
    private static final String CASHIER = "webshop";

    private final Contexts contexts;

    InvoiceMapping(Contexts contexts) {
        this.contexts = contexts;
    }

    SoapCall<?, SentInvoice> sendInvoice(Payment payment, Addresses addresses) {
        SendInvoice request = new SendInvoice();
        request.setContext(contexts.next());
        request.setInvoice(invoice(payment, addresses));
        return SoapCall.of(
                "sendInvoice",
                request,
                SendInvoiceResponse.class,
                SendInvoiceResponse::getReturn,
                (sent, at) -> new SentInvoice(
                        required("invoiceReference", word(sent.getInvoiceReference())),
                        required("invoiceQRCode", word(sent.getInvoiceQRCode()))));
    }

    SoapCall<?, Integer> updateInvoice(Payment payment, Addresses addresses) {
        UpdateInvoice request = new UpdateInvoice();
        request.setContext(contexts.next());
        request.setInvoiceReference(payment.reference());
        request.setInvoice(invoice(payment, addresses));
        request.getTokens().addAll(TokenMapping.answered(payment));
        return SoapCall.of("updateInvoice", request, UpdateInvoiceResponse.class, UpdateInvoiceResponse::getReturn);
    }

    SoapCall<?, Integer> cancelInvoice(String reference) {
        CancelInvoice request = new CancelInvoice();
        request.setContext(contexts.next());
        request.setInvoiceReference(reference);
        return SoapCall.of("cancelInvoice", request, CancelInvoiceResponse.class, CancelInvoiceResponse::getReturn);
    }

    private static Invoice invoice(Payment payment, Addresses addresses) {
        dev.seqrpay.payment.Invoice order = payment.invoice();
        Instant issued = order.issueDate() == null ? payment.createdAt() : order.issueDate();
        Invoice invoice = invoice(order, order.title(), issued, order.total());
        order.rows().forEach(row -> invoice.getInvoiceRows().getInvoiceRow().add(row(row)));
        reservation(order.reservation(), invoice);
        invoice.setAcknowledgmentMode(order.acknowledgmentMode().name());
        invoice.setBackURL(addresses.receipt(payment.id()));
        invoice.setNotificationUrl(addresses.notification(payment.id()));
        return invoice;
    }

    private static void reservation(@Nullable Reservation wanted, Invoice invoice) {
        if (wanted == null) return;
        invoice.setPaymentMode(wanted.mode().name());
        invoice.setCommitReservationTimeout(wanted.length().toSeconds());
    }

    /** The invoice with every field that SEQR's reference requires (contract, "Types": invoice), even one that the shop left out. */
    static Invoice invoice(dev.seqrpay.payment.Invoice order, String title, Instant issueDate, Money totalAmount) {
        Invoice invoice = new Invoice();
        invoice.setPaymentMode("IMMEDIATE_DEBIT");
        invoice.setAcknowledgmentMode("NO_ACKNOWLEDGMENT");
        invoice.setIssueDate(issueDate);
        invoice.setTitle(title);
        invoice.setClientInvoiceId(order.orderId());
        invoice.setInvoiceRows(new InvoiceRows());
        invoice.setTotalAmount(amount(totalAmount));
        invoice.setCashierId(order.cashierId() == null ? CASHIER : order.cashierId());
        invoice.setFooter(order.footer() == null ? order.title() : order.footer());
        return invoice;
    }

    private static PaymentInvoiceRow row(dev.seqrpay.payment.Invoice.Row from) {
        PaymentInvoiceRow row = new PaymentInvoiceRow();
        row.setItemDescription(from.description());
        row.setItemDiscount(amount(from.discount()));
        row.setItemEAN(from.ean());
        row.setItemQuantity(from.quantity());
        row.setItemSKU(from.sku());
        row.setItemTaxRate(from.taxRate());
        row.setItemTotalAmount(amount(from.total()));
        row.setItemUnit(from.unit());
        row.setItemUnitPrice(amount(from.unitPrice()));
        return row;
    }
}
