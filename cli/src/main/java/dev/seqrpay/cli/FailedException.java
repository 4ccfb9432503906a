package dev.seqrpay.cli;

import org.jspecify.annotations.Nullable;

/** The command was understood and cannot be done; the message says all there is to say. */
final class FailedException extends RuntimeException {
    FailedException(@Nullable String message) {
        super(message);
    }
}
