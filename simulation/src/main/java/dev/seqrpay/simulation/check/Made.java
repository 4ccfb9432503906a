package dev.seqrpay.simulation.check;

/** What has been seen of one invoice at SEQR. */
final class Made {
    final String paymentId;
    boolean askedInTime;
    boolean askedWithItsVersion;
    /** A function that knows of it knows as well that it is, or may be, an orphan. */
    boolean held;
    /** That function is about to write it down, or died there. */
    boolean beingWritten;

    boolean written;
    boolean disowned;

    Made(String paymentId) {
        this.paymentId = paymentId;
    }

    /** All of it that checks to come depend on. */
    String state() {
        return " " + askedInTime + askedWithItsVersion + held + beingWritten + written + disowned;
    }
}
