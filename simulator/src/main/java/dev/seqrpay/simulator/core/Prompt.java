package dev.seqrpay.simulator.core;

/** A payer at the PIN prompt. While there is one, the shop cannot cancel. */
final class Prompt {
    private static final int TRIES = 3;

    private int wrongPins;

    int triesLeftAfterWrongPin() {
        return TRIES - ++wrongPins;
    }
}
