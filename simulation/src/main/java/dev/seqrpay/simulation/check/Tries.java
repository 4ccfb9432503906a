package dev.seqrpay.simulation.check;

/** The tries of one delivery, as they are seen from outside. */
final class Tries {
    private static final long NEVER = Long.MIN_VALUE / 2;

    int begun;
    long begunAt = NEVER;
    /** What became of the latest is in the table. */
    boolean isRecorded = true;

    /** There may be no further one; why. */
    String ended;
    /** Neither the schedule nor the receiver allows an earlier one. */
    long notBefore = NEVER;

    long notAfter = Long.MAX_VALUE;
    /** The receiver has it, and said so. */
    boolean isTaken;
}
