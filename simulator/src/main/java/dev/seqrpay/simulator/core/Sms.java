package dev.seqrpay.simulator.core;

import java.time.Instant;

/** What SEQR tells the payer when it has taken back what the payer has confirmed. */
public record Sms(Instant at, String text) {}
