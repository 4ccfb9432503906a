package dev.seqrpay.http;

import static java.util.stream.Collectors.toMap;

import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Origin;
import dev.seqrpay.payment.AcknowledgmentMode;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.InvoiceBuilder;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.OpenPayment;
import dev.seqrpay.payment.OrderUpdate;
import dev.seqrpay.payment.Reservation;
import dev.seqrpay.payment.Reservation.Mode;
import dev.seqrpay.payment.Terms;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /checkout}: the contract's {@code invoice} as JSON, with SEQR's own names, and how it is to be paid. */
public record CheckoutBody(Invoice invoice, Terms terms) {
    static final int MAX_ROWS = OrderUpdate.MAX_ROWS;
    private static final int MAX_METADATA = 20;
    /** What says what is paid for. */
    static final Set<String> INVOICE_FIELDS = Set.of(
            "orderId",
            "title",
            "invoiceRows",
            "totalAmount",
            "issueDate",
            "cashierId",
            "footer",
            "backURL",
            "renewURL",
            "returnURL",
            "cancelURL",
            "paymentMode",
            "commitReservationTimeout",
            "acknowledgmentMode",
            "metadata");

    private static final Set<String> TERMS_FIELDS = Set.of("expiresAt", "openPayment");
    private static final Set<String> ROW_FIELDS = Set.of(
            "itemDescription",
            "itemQuantity",
            "itemTotalAmount",
            "itemUnitPrice",
            "itemDiscount",
            "itemTaxRate",
            "itemUnit",
            "itemSKU",
            "itemEAN");
    private static final Map<String, OpenPayment> OPEN_PAYMENT = Map.of(
            "refuse", OpenPayment.REFUSE,
            "replace", OpenPayment.REPLACE,
            "alongside", OpenPayment.ALONGSIDE);
    private static final String AT_ONCE = "IMMEDIATE_DEBIT";
    private static final Map<String, Optional<Mode>> PAYMENT_MODE = paymentModes();
    private static final Map<String, AcknowledgmentMode> ACKNOWLEDGMENT_MODE =
            Arrays.stream(AcknowledgmentMode.values()).collect(toMap(AcknowledgmentMode::name, mode -> mode));
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @throws Problem that names every field which is wrong */
    public static CheckoutBody read(byte[] body, Merchant merchant) {
        Fields order = new Fields(body).allow(union(INVOICE_FIELDS, TERMS_FIELDS));
        var expiresAt = order.instant("expiresAt");
        OpenPayment openPayment = order.choice("openPayment", OPEN_PAYMENT);
        return new CheckoutBody(
                invoice(order, merchant),
                new Terms(expiresAt, merchant.rules().life(), openPayment == null ? OpenPayment.REFUSE : openPayment));
    }

    static @Nullable Money total(Fields order, Merchant merchant) {
        Money total = order.need("totalAmount", order.money("totalAmount"));
        if (total == null) return null;
        if (!total.isPositive()) order.error("totalAmount.value", "must be more than zero");
        merchant.rules()
                .fault(total.currency().getCurrencyCode(), total.decimal())
                .ifPresent(fault -> order.error("totalAmount.value", fault));
        return total;
    }

    static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /**
     * What is paid for.
     *
     * @throws Problem that names every field which is wrong, those that were read before included
     */
    static Invoice invoice(Fields order, Merchant merchant) {
        String orderId = id(order);
        String title = order.text("title", 100);
        Money total = total(order, merchant);
        List<Invoice.Row> rows = rows(order, total);
        String backUrl = shopsPage(order, "backURL", merchant);
        String renewUrl = shopsPage(order, "renewURL", merchant);
        String returnUrl = shopsPage(order, "returnURL", merchant);
        String cancelUrl = shopsPage(order, "cancelURL", merchant);
        String cashierId = order.text("cashierId", 64);
        String footer = order.text("footer", 500);
        var issueDate = order.instant("issueDate");
        Reservation reservation = reservation(order);
        AcknowledgmentMode acknowledgment = order.choice("acknowledgmentMode", ACKNOWLEDGMENT_MODE);
        SortedMap<String, String> metadata = order.texts("metadata", MAX_METADATA, 500);
        if (order.isFine() && total != null) sum(order, rows, total);
        return InvoiceBuilder.builder()
                .orderId(order.rightOf(orderId))
                .title(title == null ? merchant.name() : title)
                .titled(title != null)
                .rows(rows)
                .total(order.rightOf(total))
                .issueDate(issueDate)
                .cashierId(cashierId)
                .footer(footer)
                .backUrl(backUrl)
                .renewUrl(renewUrl)
                .returnUrl(returnUrl)
                .cancelUrl(cancelUrl)
                .reservation(reservation)
                .acknowledgmentMode(acknowledgment == null ? AcknowledgmentMode.NO_ACKNOWLEDGMENT : acknowledgment)
                .metadata(metadata)
                .build();
    }

    private static Map<String, Optional<Mode>> paymentModes() {
        Map<String, Optional<Mode>> modes = new HashMap<>();
        for (Mode mode : Mode.values()) modes.put(mode.name(), Optional.of(mode));
        modes.put(AT_ONCE, Optional.empty());
        return modes;
    }

    private static @Nullable Reservation reservation(Fields order) {
        Optional<Mode> mode = order.choice("paymentMode", PAYMENT_MODE);
        Integer seconds = order.number("commitReservationTimeout", (int) Reservation.SHORTEST.toSeconds(), (int)
                Reservation.LONGEST.toSeconds());
        if (mode == null || mode.isEmpty())
            return seconds == null
                    ? null
                    : order.error("commitReservationTimeout", "can be said only with a paymentMode that reserves");
        return Reservation.of(mode.get(), seconds == null ? null : Duration.ofSeconds(seconds));
    }

    /** The order number of a search, read as in a checkout, so that the search finds what the checkout has stored. */
    public static String id(Map<String, String> query) {
        Fields fields = new Fields(query);
        return fields.rightOf(id(fields));
    }

    private static @Nullable String id(Fields fields) {
        return fields.need("orderId", fields.text("orderId", 64));
    }

    static List<Invoice.Row> rows(Fields order, @Nullable Money total) {
        List<Fields> rows = order.need("invoiceRows", order.list("invoiceRows", 1, MAX_ROWS, ROW_FIELDS));
        return rows == null
                ? List.of()
                : rows.stream().flatMap(row -> row(row, total).stream()).toList();
    }

    /** Empty without what every row has: an error says so. */
    private static Optional<Invoice.Row> row(Fields row, @Nullable Money total) {
        BigDecimal quantity = row.need("itemQuantity", row.decimal("itemQuantity"));
        if (quantity != null && quantity.compareTo(BigDecimal.ONE) < 0) row.error("itemQuantity", "must be at least 1");
        BigDecimal taxRate = row.decimal("itemTaxRate");
        if (taxRate != null && taxRate.compareTo(HUNDRED) > 0) row.error("itemTaxRate", "is a percentage up to 100");
        String description = row.text("itemDescription", 255);
        Money ofRow = row.need(
                "itemTotalAmount", inCurrency(row, "itemTotalAmount", row.signedMoney("itemTotalAmount"), total));
        Money unitPrice = inCurrency(row, "itemUnitPrice", row.signedMoney("itemUnitPrice"), total);
        Money discount = inCurrency(row, "itemDiscount", row.money("itemDiscount"), total);
        String unit = row.text("itemUnit", 32);
        String sku = row.text("itemSKU", 64);
        String ean = row.text("itemEAN", 64);
        if (quantity == null || ofRow == null) return Optional.empty();
        return Optional.of(new Invoice.Row(description, quantity, ofRow, unitPrice, discount, taxRate, unit, sku, ean));
    }

    private static @Nullable Money inCurrency(Fields row, String name, @Nullable Money money, @Nullable Money total) {
        if (money != null && total != null && !money.currency().equals(total.currency()))
            return row.error(name + ".currency", "must be that of totalAmount");
        return money;
    }

    static void sum(Fields order, List<Invoice.Row> rows, Money total) {
        Money sum = rows.stream().map(Invoice.Row::total).reduce(total.zero(), Money::plus);
        if (!sum.equals(total)) order.error("totalAmount.value", "is " + total + " but the rows sum to " + sum);
    }

    private static @Nullable String shopsPage(Fields order, String name, Merchant merchant) {
        String text = order.text(name, 2048);
        if (text == null) return null;
        Optional<String> fault = ShopAddress.fault(text);
        if (fault.isPresent()) return order.error(name, fault.get());
        if (!merchant.origins().contains(Origin.of(text).orElseThrow()))
            return order.error(name, "must be on an origin that is registered for the shop");
        return text;
    }
}
