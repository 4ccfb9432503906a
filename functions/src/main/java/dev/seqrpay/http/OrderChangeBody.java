package dev.seqrpay.http;

import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Invoice.LineItems;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.OrderChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /payments/{id}}: other items for an order, an answer to the payer's tokens, or both. */
public final class OrderChangeBody {
    private static final String TOKENS = "customerTokens";
    private static final Set<String> FIELDS = Set.of("invoiceRows", "totalAmount", TOKENS);
    private static final Set<String> TOKEN_FIELDS = Set.of("id", "status");
    private static final int MAX_TOKENS = 20;
    private static final int MAX_ID = 255;
    private static final Map<String, Status> ANSWERS =
            Map.of("USED", Status.USED, "BLOCKED", Status.BLOCKED, "INVALID", Status.INVALID);

    private OrderChangeBody() {}

    /** @throws Problem that names every field which is wrong */
    public static OrderChange read(byte[] body, Merchant merchant) {
        Fields order = new Fields(body).allow(FIELDS);
        Map<String, Status> answers = answers(order);
        boolean hasItems = answers == null || order.has("invoiceRows") || order.has("totalAmount");
        LineItems items = hasItems ? items(order, merchant) : null;
        order.throwIfWrong();
        return new OrderChange(items, answers);
    }

    private static LineItems items(Fields order, Merchant merchant) {
        Money total = CheckoutBody.total(order, merchant);
        List<Invoice.Row> rows = CheckoutBody.rows(order, total);
        if (order.isFine() && total != null) CheckoutBody.sum(order, rows, total);
        return new LineItems(rows, order.rightOf(total));
    }

    private static @Nullable Map<String, Status> answers(Fields order) {
        List<Fields> tokens = order.list(TOKENS, 0, MAX_TOKENS, TOKEN_FIELDS);
        if (tokens == null) return null;
        Map<String, Status> answers = new HashMap<>();
        for (Fields token : tokens) {
            String id = token.need("id", token.text("id", MAX_ID, text -> text));
            Status answer = token.need("status", token.choice("status", ANSWERS));
            if (id != null && answer != null && answers.put(id, answer) != null)
                token.error("id", "must be named once");
        }
        return answers;
    }
}
