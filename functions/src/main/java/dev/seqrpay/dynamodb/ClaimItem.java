package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.Claim;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The claim in a payment's row: {@code ck}, when it was taken, and {@code failed} if SEQR gave no answer then. */
final class ClaimItem {
    private ClaimItem() {}

    /** @param claimed {@code null} if the change claims nothing */
    static Item put(Item row, @Nullable Instant claimed) {
        return row.put("ck", claimed == null ? null : (Number) claimed.toEpochMilli());
    }

    static Claim claim(Item row) {
        Long claimed = row.longNumberOrNull("ck");
        return claimed == null
                ? Claim.NONE
                : new Claim(Instant.ofEpochMilli(claimed), row.longNumberOrNull("failed") != null);
    }
}
