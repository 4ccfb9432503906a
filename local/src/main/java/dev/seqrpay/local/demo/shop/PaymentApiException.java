package dev.seqrpay.local.demo.shop;

import java.util.Map;

/** The payment API refused, or could not be reached; the message is for the shop's staff. */
public final class PaymentApiException extends Exception {
    private final String message;

    PaymentApiException(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** @param problem {@code application/problem+json} */
    static PaymentApiException refused(int status, Map<String, Object> problem) {
        Object reason = problem.getOrDefault("detail", problem.getOrDefault("title", problem.get("message")));
        return new PaymentApiException("The payment service answered " + status + ": " + reason);
    }
}
