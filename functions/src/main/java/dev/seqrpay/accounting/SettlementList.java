package dev.seqrpay.accounting;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.reconciliation.Csv;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was paid and given back on a day, as CSV. Fees have no row: SEQR names none, neither in an answer nor in a
 * report. The times have the shop's offset, so that no hour is ambiguous when the clocks change.
 */
public final class SettlementList {
    private static final List<String> COLUMNS = List.of(
            "type", "at", "orderId", "paymentId", "refundId", "ersReference", "amount", "currency", "reason", "by");

    private final ShopDay day;
    private final Csv csv;

    public SettlementList(ShopDay day, Appendable out) throws IOException {
        this.day = day;
        this.csv = new Csv(out);
        for (String column : COLUMNS) csv.text(column);
        csv.end();
    }

    /**
     * Writes what of the payment is of the day.
     *
     * @param allRefunds of the payment, of whichever day and state
     */
    public void write(Payment payment, List<Refund> allRefunds) throws IOException {
        if (payment.confirmation().isEmpty()) return;
        Instant paidAt = DayBook.paidAt(payment);
        if (day.contains(paidAt))
            row(
                            "payment",
                            paidAt,
                            payment,
                            null,
                            payment.ersReference(),
                            payment.invoice().total().decimal())
                    .text(null)
                    .text(null)
                    .end();
        for (Refund refund : DayBook.settled(allRefunds))
            if (day.contains(refund.createdAt()))
                row(
                                "refund",
                                refund.createdAt(),
                                payment,
                                refund,
                                refund.ersReference(),
                                refund.amount().decimal().negate())
                        .text(refund.details().reason())
                        .text(refund.details().by())
                        .end();
    }

    private Csv row(
            String type,
            Instant at,
            Payment payment,
            @Nullable Refund refund,
            @Nullable String ersReference,
            BigDecimal amount)
            throws IOException {
        return csv.text(type)
                .text(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.truncatedTo(ChronoUnit.SECONDS).atZone(day.zone())))
                .text(payment.invoice().orderId())
                .text(payment.id())
                .text(refund == null ? null : refund.id())
                .text(ersReference)
                .amount(amount)
                .text(payment.invoice().total().currency().getCurrencyCode());
    }
}
