package dev.seqrpay.http;

import java.time.Instant;

/**
 * Says of an answer that it is the one of an earlier request with the same {@code Idempotency-Key}: what it tells was made before
 * this request began.
 */
public final class Replay {
    private static final String HEADER = "idempotency-replayed";

    private Replay() {}

    /**
     * @param madeAt when the payment or the refund was made
     * @param start of this request
     */
    public static Response told(Response response, Instant madeAt, Instant start) {
        return madeAt.isBefore(start) ? response.with(HEADER, "true") : response;
    }

    /** The same of an answer that is an error. */
    public static Problem told(Problem problem, Instant madeAt, Instant start) {
        return madeAt.isBefore(start) ? problem.header(HEADER, "true") : problem;
    }
}
