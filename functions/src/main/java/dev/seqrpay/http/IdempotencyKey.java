package dev.seqrpay.http;

import java.util.regex.Pattern;

/**
 * The header of that name. API Gateway joins two headers of one name with a comma (payload format 2.0: "Duplicate headers are
 * combined with commas", in "Working with AWS Lambda proxy integrations for HTTP APIs" of its developer guide), so a key with a
 * comma may be two, and is none.
 */
public final class IdempotencyKey {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E&&[^,]]{1,255}");

    private IdempotencyKey() {}

    public static String of(Request request) {
        String key = request.header("idempotency-key").orElse("");
        if (key.contains(",")) throw invalid("must be one header, without a comma: two of them reach us joined by one");
        if (!KEY.matcher(key).matches())
            throw invalid("must be a header of 1 to 255 visible ASCII characters without a comma, new for each order");
        return key;
    }

    private static Problem invalid(String reason) {
        return Problem.invalid("Idempotency-Key", reason);
    }
}
