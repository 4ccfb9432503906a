package dev.seqrpay.payment;

import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Invoice.LineItems;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shop changes while a payment waits: other items, an answer to what the payer's app offers, or both, as when a loyalty card
 * makes it cheaper.
 *
 * @param items {@code null}: they stay
 * @param answers what the shop makes of each token, by its id; {@code null}: it says nothing of tokens
 */
public record OrderChange(
        @Nullable LineItems items, @Nullable Map<String, Status> answers) {
    public OrderChange {
        answers = answers == null ? null : Map.copyOf(answers);
    }

    /** Other items, and nothing said of tokens. */
    public OrderChange(LineItems items) {
        this(items, null);
    }
}
