package dev.seqrpay.cli;

/** The command was not understood. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}
