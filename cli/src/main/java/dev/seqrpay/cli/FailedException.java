package dev.seqrpay.cli;

/** The command was understood and cannot be done; the message says all there is to say. */
final class FailedException extends RuntimeException {
    FailedException(String message) {
        super(message);
    }
}
