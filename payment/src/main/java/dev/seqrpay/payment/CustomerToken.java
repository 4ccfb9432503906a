package dev.seqrpay.payment;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A loyalty card or a coupon that the payer's app offers to the shop: the contract's {@code customerToken}.
 *
 * @param id names the token in SEQR's calls and in the shop's answer
 * @param value what the shop knows it by, such as the number of the card
 */
@RecordBuilder
public record CustomerToken(
        String id, @Nullable String value, @Nullable String description, Status status) {

    /** What the shop says of it. */
    public enum Status {
        /** The shop has not answered. */
        PENDING(0),
        USED(1),
        BLOCKED(90),
        /** Invalid, or unknown to the shop. */
        INVALID(99);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        /** SEQR's number for it. */
        public int code() {
            return code;
        }
    }

    CustomerToken with(Status answer) {
        return CustomerTokenBuilder.builder(this).status(answer).build();
    }
}
