package dev.seqrpay.dynamodb;

import dev.seqrpay.payment.StoreUnavailable;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns each failure of AWS's client into "the table gave no answer", so that its exceptions stay in this package. */
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
