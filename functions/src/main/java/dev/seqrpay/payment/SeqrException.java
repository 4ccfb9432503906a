package dev.seqrpay.payment;

import java.util.Optional;

/**
 * SEQR did not do, or did not say that it did, what it was asked. Its messages never hold a request or an answer.
 *
 * <p>{@link #isRefusal()} separates the two cases that matter for money: a refusal is a fact, anything else is "outcome
 * unknown" and must never be taken for a decision.
 */
public final class SeqrException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Integer code;

    private SeqrException(String message, Integer code, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** SEQR answered with a result code other than 0. */
    public static SeqrException answered(String operation, int code) {
        String name = ResultCode.of(code).map(Enum::name).orElse("a code that the contract does not name");
        return new SeqrException(operation + " was answered with " + code + " " + name, code, null);
    }

    /** No answer, or none that can be read: what was asked for may or may not have happened. */
    public static SeqrException unknown(String operation, String why, Throwable cause) {
        return new SeqrException(operation + ": outcome unknown, " + why, null, cause);
    }

    /** SEQR's result code, or {@code null} if there was no readable answer. */
    public Integer code() {
        return code;
    }

    public Optional<ResultCode> resultCode() {
        return Optional.ofNullable(code).flatMap(ResultCode::of);
    }

    public boolean isRefusal() {
        return resultCode().map(ResultCode::isRefusal).orElse(false);
    }
}
