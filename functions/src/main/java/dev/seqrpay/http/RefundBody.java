package dev.seqrpay.http;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.RefundRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /payments/{id}/refunds}: an amount, or rows of the invoice by their number. */
public final class RefundBody {
    private static final Set<String> FIELDS = Set.of("amount", "invoiceRows", "reason", "by");
    private static final Set<String> ROW_FIELDS = Set.of("row", "itemQuantity");

    private RefundBody() {}

    /** @throws Problem that names every field which is wrong */
    public static RefundRequest read(byte[] body) {
        Fields fields = new Fields(body).allow(FIELDS);
        List<RefundRequest.Row> rows = rows(fields);
        Money amount = fields.money("amount");
        if (amount != null && !amount.isPositive()) fields.error("amount.value", "must be more than zero");
        if (fields.has("amount") && fields.has("invoiceRows"))
            fields.error("amount", "must not be given with invoiceRows, which say what it is");
        if (!fields.has("invoiceRows")) fields.need("amount", amount);
        String reason = fields.text("reason", 100);
        String by = fields.text("by", 100);
        fields.throwIfWrong();
        return new RefundRequest(amount, rows, reason, by);
    }

    private static List<RefundRequest.Row> rows(Fields fields) {
        List<Fields> rows = fields.list("invoiceRows", 1, CheckoutBody.MAX_ROWS, ROW_FIELDS);
        return rows == null
                ? List.of()
                : rows.stream().flatMap(row -> row(row).stream()).toList();
    }

    private static Optional<RefundRequest.Row> row(Fields row) {
        @Nullable Integer number = row.need("row", row.number("row", 1, CheckoutBody.MAX_ROWS));
        var quantity = row.decimal("itemQuantity");
        if (quantity != null && quantity.signum() == 0) row.error("itemQuantity", "must be more than zero");
        return number == null ? Optional.empty() : Optional.of(new RefundRequest.Row(number, quantity));
    }
}
