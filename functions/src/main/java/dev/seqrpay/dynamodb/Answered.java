package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.StoreUnavailable;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** What AWS's client gives up on is a table that gave no answer: its exceptions stay in this package. */
final class Answered {
    private Answered() {}

    static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new StoreUnavailable(e);
        }
    }
}
