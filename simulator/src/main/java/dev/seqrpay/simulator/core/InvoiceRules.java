package dev.seqrpay.simulator.core;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes an invoice acceptable: 49 and 64 of the contract's "Where each comes from". */
final class InvoiceRules {
    private InvoiceRules() {}

    /** @return the invoice, which is acceptable */
    static Invoice check(@Nullable Invoice invoice) {
        if (invoice == null || !hasValidData(invoice)) throw new Refused(ResultCode.INVALID_INVOICE_DATA);
        if (!isHttpUrl(invoice.notificationUrl())) throw new Refused(ResultCode.INVALID_NOTIFICATION_URL);
        return invoice;
    }

    private static boolean hasValidData(Invoice invoice) {
        return PaymentMode.of(invoice.paymentMode()).isPresent()
                && AcknowledgmentMode.of(invoice.acknowledgmentMode()).isPresent()
                && fits(invoice.rows(), invoice.payable());
    }

    private static boolean fits(List<InvoiceRow> rows, Sum total) {
        return rows.stream().allMatch(row -> isValid(row, total)) && sumsUp(rows, total);
    }

    /**
     * SEQR's own clients leave quantities and totals out and are served. A total may be negative: a discount is a row, too.
     */
    private static boolean isValid(InvoiceRow row, Sum total) {
        return (row.quantity() == null || row.quantity().compareTo(BigDecimal.ONE) >= 0)
                && (row.total() == null
                        || row.total()
                                .wellFormed()
                                .filter(total::hasSameCurrencyAs)
                                .isPresent());
    }

    /** As far as it can be told: of rows without a total nothing is known. */
    private static boolean sumsUp(List<InvoiceRow> rows, Sum total) {
        BigDecimal sum = BigDecimal.ZERO;
        for (InvoiceRow row : rows) {
            if (row.total() == null || row.total().value() == null) return true;
            sum = sum.add(row.total().value());
        }
        return rows.isEmpty() || sum.compareTo(total.value()) == 0;
    }

    static boolean isHttpUrl(@Nullable String url) {
        if (url == null || url.isBlank()) return true;
        try {
            URI uri = URI.create(url.strip());
            return uri.getRawAuthority() != null && isHttp(uri.getScheme());
        } catch (IllegalArgumentException notAUrl) {
            return false;
        }
    }

    private static boolean isHttp(@Nullable String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }
}
