package dev.seqrpay.payment;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the shop asks to be paid for: the fields of the contract's {@code invoice} that a shop can set, and what it wants to
 * find again. The notification's address and the backURL that SEQR gets are ours.
 *
 * @param orderId the shop's own number, SEQR's {@code clientInvoiceId}
 * @param title what the payer sees first
 * @param titled whether the shop gave the title; if not, it is the shop's name, which may change
 * @param issueDate {@code null}: the time of the checkout
 * @param backUrl where the pages lead back to the shop, or {@code null}
 * @param renewUrl where the shop makes a new payment for the order when this one has ended unpaid, or {@code null}
 * @param returnUrl where the shopper goes by itself once it is paid, or {@code null}
 * @param cancelUrl where the shopper goes who gives up, or {@code null}
 * @param reservation how the money is held until the shop takes it, {@code null} if it is paid at once ({@code IMMEDIATE_DEBIT})
 * @param acknowledgmentMode whether the payer's app waits for the shop before the payer may pay
 * @param metadata the shop's own, which only the shop gets to see
 */
@RecordBuilder
public record Invoice(
        String orderId,
        String title,
        boolean titled,
        List<Row> rows,
        Money total,
        @Nullable Instant issueDate,
        @Nullable String cashierId,
        @Nullable String footer,
        @Nullable String backUrl,
        @Nullable String renewUrl,
        @Nullable String returnUrl,
        @Nullable String cancelUrl,
        @Nullable Reservation reservation,
        AcknowledgmentMode acknowledgmentMode,
        SortedMap<String, String> metadata) {

    /** One line of the purchase. Quantity and total are required by SEQR, the rest may be {@code null}. */
    public record Row(
            @Nullable String description,
            BigDecimal quantity,
            Money total,
            @Nullable Money unitPrice,
            @Nullable Money discount,
            @Nullable BigDecimal taxRate,
            @Nullable String unit,
            @Nullable String sku,
            @Nullable String ean) {

        public Row {
            quantity = plain(quantity);
            taxRate = taxRate == null ? null : plain(taxRate);
        }

        /** Numbers that are written differently and say the same are equal: {@code 2.0000} and {@code 2}. */
        static BigDecimal plain(BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    /** What is paid for and how much that is: what its shop may change while a payment waits. */
    public record LineItems(List<Row> rows, Money total) {
        public LineItems {
            rows = List.copyOf(rows);
            if (rows.stream().map(Row::total).reduce(total.zero(), Money::plus).minor() != total.minor())
                throw new IllegalArgumentException("the rows do not sum to the total");
        }
    }

    public Invoice {
        rows = List.copyOf(rows);
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
        new LineItems(rows, total);
    }

    public LineItems lineItems() {
        return new LineItems(rows, total);
    }

    /** The same order for other items. */
    Invoice with(LineItems items) {
        return InvoiceBuilder.builder(this)
                .rows(items.rows())
                .total(items.total())
                .build();
    }

    /** One with a title of its own and without the rest that a shop can leave out. */
    public Invoice(
            String orderId,
            String title,
            List<Row> rows,
            Money total,
            @Nullable Instant issueDate,
            @Nullable String cashierId,
            @Nullable String footer,
            @Nullable String backUrl,
            @Nullable String renewUrl) {
        this(
                orderId,
                title,
                true,
                rows,
                total,
                issueDate,
                cashierId,
                footer,
                backUrl,
                renewUrl,
                null,
                null,
                null,
                AcknowledgmentMode.NO_ACKNOWLEDGMENT,
                Collections.emptySortedMap());
    }

    /** The same under another order number. */
    public Invoice withOrderId(String newOrderId) {
        return InvoiceBuilder.builder(this).orderId(newOrderId).build();
    }

    /**
     * What bookkeeping needs of it: the order's number and title, the rows, the total and the date. A cashier's name, a footer,
     * addresses and the shop's own data may tell of a person.
     */
    Invoice withoutPersonalData() {
        return InvoiceBuilder.builder(this)
                .cashierId(null)
                .footer(null)
                .backUrl(null)
                .renewUrl(null)
                .returnUrl(null)
                .cancelUrl(null)
                .metadata(Collections.emptySortedMap())
                .build();
    }

    /** Whether a shop means the same order by both: what we added ourselves does not count. */
    public boolean isSameOrder(Invoice other) {
        boolean sameTitle = title.equals(other.title) || !titled && !other.titled;
        return sameTitle && allButTitle().equals(other.allButTitle());
    }

    private List<Object> allButTitle() {
        return Arrays.asList(
                orderId,
                rows,
                total,
                issueDate,
                cashierId,
                footer,
                backUrl,
                renewUrl,
                returnUrl,
                cancelUrl,
                reservation,
                acknowledgmentMode,
                metadata);
    }
}
