package dev.seqrpay.payment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SEQR did not do, or did not say that it did, what it was asked. Its messages never hold a request or an answer.
 *
 * <p>{@link #isRefusal()} separates the two cases that matter for money: a refusal is a fact, anything else is "outcome
 * unknown" and must never be taken for a decision.
 */
public final class SeqrException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is known if there is no result code. */
    private enum Kind {
        ANSWERED,
        UNREADABLE,
        UNANSWERED,
        NOT_SENT
    }

    private final Kind kind;
    private final @Nullable Integer code;

    private SeqrException(Kind kind, String message, @Nullable Integer code, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
    }

    /** SEQR answered with a result code other than 0. */
    public static SeqrException answered(String operation, int code) {
        String name = ResultCode.of(code).map(Enum::name).orElse("a code that the contract does not name");
        return new SeqrException(Kind.ANSWERED, operation + " was answered with " + code + " " + name, code, null);
    }

    /** No whole answer: what was asked for may or may not have happened. */
    public static SeqrException unknown(String operation, String why, @Nullable Throwable cause) {
        return new SeqrException(Kind.UNANSWERED, operation + ": outcome unknown, " + why, null, cause);
    }

    /** An answer that cannot be read: what was asked for may or may not have happened. */
    public static SeqrException unreadable(String operation, String why, @Nullable Throwable cause) {
        return new SeqrException(
                Kind.UNREADABLE, operation + ": outcome unknown, the answer cannot be read: " + why, null, cause);
    }

    /** The request never left: nothing has happened. */
    public static SeqrException notSent(String operation, String why, @Nullable Throwable cause) {
        return new SeqrException(Kind.NOT_SENT, operation + " was not sent, " + why, null, cause);
    }

    /** SEQR's result code, or {@code null} if there was no readable answer. */
    public @Nullable Integer code() {
        return code;
    }

    public Optional<ResultCode> resultCode() {
        return Optional.ofNullable(code).flatMap(ResultCode::of);
    }

    public boolean isRefusal() {
        return resultCode().map(ResultCode::isRefusal).orElse(false);
    }

    /** Nothing has happened at SEQR: it refused, or never heard of it. */
    public boolean isWithoutEffect() {
        return kind == Kind.NOT_SENT || isRefusal();
    }

    /** SEQR refuses just this, with a code for which nobody else has to be asked: the same again would be refused again. */
    public boolean isAboutThisRequest() {
        return resultCode()
                .filter(code -> code.fault() == ResultCode.Fault.CALLERS || code.fault() == ResultCode.Fault.NONE)
                .isPresent();
    }

    /** It never came to SEQR, or SEQR was too busy to begin: the same may be asked again, and means what it meant. */
    public boolean isNotBegun() {
        return kind == Kind.NOT_SENT
                || resultCode().filter(ResultCode.SYSTEM_BUSY::equals).isPresent();
    }

    /** Any other payment would have got the same answer, so it says nothing about this one. */
    public boolean isOutage() {
        return kind == Kind.NOT_SENT
                || kind == Kind.UNANSWERED
                || resultCode().map(ResultCode::isOutage).orElse(false);
    }
}
