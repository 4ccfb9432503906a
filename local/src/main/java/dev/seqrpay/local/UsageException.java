package dev.seqrpay.local;

/** The command was not understood. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}
