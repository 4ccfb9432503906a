package dev.seqrpay.simulator.core;

import java.math.BigDecimal;
import java.net.URI;

/** What makes an invoice acceptable: 49 and 64 of the contract's "Where each comes from". */
final class InvoiceRules {
    private InvoiceRules() {}

    static void check(Invoice invoice) {
        if (invoice == null || !hasValidData(invoice)) throw new Refused(ResultCode.INVALID_INVOICE_DATA);
        if (!isHttpUrl(invoice.notificationUrl())) throw new Refused(ResultCode.INVALID_NOTIFICATION_URL);
    }

    private static boolean hasValidData(Invoice invoice) {
        return PaymentMode.of(invoice.paymentMode()).isPresent()
                && AcknowledgmentMode.of(invoice.acknowledgmentMode()).isPresent()
                && invoice.total() != null
                && invoice.total().isPayable()
                && invoice.rows().stream().allMatch(row -> isValid(row, invoice.total()))
                && sumsUp(invoice);
    }

    /**
     * SEQR's own clients leave quantities and totals out and are served. A total may be negative: a discount is a row, too.
     */
    private static boolean isValid(InvoiceRow row, Amount total) {
        return (row.quantity() == null || row.quantity().compareTo(BigDecimal.ONE) >= 0)
                && (row.total() == null
                        || row.total().isWellFormed() && row.total().hasSameCurrencyAs(total));
    }

    /** As far as it can be told: of rows without a total nothing is known. */
    private static boolean sumsUp(Invoice invoice) {
        if (invoice.rows().isEmpty() || invoice.rows().stream().anyMatch(row -> row.total() == null)) return true;
        return invoice.rows().stream()
                        .map(row -> row.total().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(invoice.total().value())
                == 0;
    }

    static boolean isHttpUrl(String url) {
        if (url == null || url.isBlank()) return true;
        try {
            URI uri = URI.create(url.strip());
            return uri.getRawAuthority() != null && isHttp(uri.getScheme());
        } catch (IllegalArgumentException notAUrl) {
            return false;
        }
    }

    private static boolean isHttp(String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }
}
