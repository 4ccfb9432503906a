package dev.seqrpay.payment;

import dev.seqrpay.payment.Invoice.LineItems;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a payment is for. It is settled at the checkout, but for the items, which the shop may change while the payment waits
 * ({@link OrderUpdate}).
 *
 * @param id {@code pay_} and 128 bits in base32, unguessable
 * @param terminalId the SEQR terminal whose invoice it is
 * @param invoice as the shop has changed it last; once it is paid, as it was paid
 * @param expiresAt from then on it is cancelled if it is not paid
 * @param former all other items that it had, the latest first; as long as it waits, SEQR may still have any of them
 * @param missedTotal what the shop had asked for last, if the payer has paid one of the former totals; else {@code null}
 */
@RecordBuilder
public record Purchase(
        String id,
        String merchantId,
        String terminalId,
        Invoice invoice,
        Instant createdAt,
        Instant expiresAt,
        Source source,
        List<LineItems> former,
        @Nullable Money missedTotal) {

    public Purchase {
        former = List.copyOf(former);
    }

    /** One that was never changed. */
    public Purchase(
            String id,
            String merchantId,
            String terminalId,
            Invoice invoice,
            Instant createdAt,
            Instant expiresAt,
            Source source) {
        this(id, merchantId, terminalId, invoice, createdAt, expiresAt, source, List.of(), null);
    }

    /** One of the shop's own checkout. */
    public Purchase(
            String id, String merchantId, String terminalId, Invoice invoice, Instant createdAt, Instant expiresAt) {
        this(id, merchantId, terminalId, invoice, createdAt, expiresAt, Source.CHECKOUT);
    }

    private Purchase with(Invoice newInvoice, List<LineItems> newFormer, @Nullable Money newMissedTotal) {
        return PurchaseBuilder.builder(this)
                .invoice(newInvoice)
                .former(newFormer)
                .missedTotal(newMissedTotal)
                .build();
    }

    /** For other items from now on. */
    Purchase changedTo(LineItems items) {
        List<LineItems> before = Stream.concat(Stream.of(invoice.lineItems()), former.stream())
                .filter(each -> !each.equals(items))
                .toList();
        return with(invoice.with(items), before, null);
    }

    /** How many rows it keeps. */
    int rows() {
        return invoice.rows().size()
                + former.stream().mapToInt(items -> items.rows().size()).sum();
    }

    /** Paid as it was before. */
    Purchase paidAs(LineItems items) {
        Purchase paid = changedTo(items);
        return paid.with(paid.invoice, paid.former, invoice.total());
    }

    /** Whether the order is, or was before it was changed, the one that a shop asks for. */
    boolean isFor(Invoice order) {
        return Stream.concat(Stream.of(invoice.lineItems()), former.stream())
                .anyMatch(items -> order.isSameOrder(invoice.with(items)));
    }

    /** The items of that total which the payer may have been shown before, the latest of them. */
    Optional<LineItems> formerOf(ReceiptAmount total) {
        return former.stream().filter(items -> items.total().equals(total)).findFirst();
    }

    /** Whether the payer has been shown one total alone. */
    boolean hasOneTotal() {
        return former.stream().allMatch(items -> items.total().equals(invoice.total()));
    }

    Purchase withoutPersonalData() {
        return PurchaseBuilder.builder(this)
                .invoice(invoice.withoutPersonalData())
                .source(source.withoutPersonalData())
                .build();
    }
}
