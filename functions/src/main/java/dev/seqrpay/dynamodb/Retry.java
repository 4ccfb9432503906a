package dev.seqrpay.dynamodb;

import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Repeats a write when another function was writing the same item at that moment, or the table had no room for a transaction.
 * AWS's client does not repeat it, although both are over within milliseconds. The write's condition then decides as always.
 */
final class Retry {
    private static final Set<String> PASSING =
            Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private static final int MAX_TRIES = 6;

    private Retry() {}

    static <T> T write(Supplier<T> write) {
        for (int tries = 1; ; tries++)
            try {
                return write.get();
            } catch (DynamoDbException e) {
                if (tries == MAX_TRIES || !passes(e)) throw e;
                pause(tries);
            }
    }

    private static boolean passes(DynamoDbException busy) {
        if (busy instanceof TransactionCanceledException cancelled)
            return cancelled.cancellationReasons().stream()
                    .map(CancellationReason::code)
                    .allMatch(PASSING::contains);
        return busy instanceof TransactionConflictException;
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(10L << tries);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
