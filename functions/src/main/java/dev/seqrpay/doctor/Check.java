package dev.seqrpay.doctor;

/**
 * What was looked at, and what was seen.
 *
 * @param detail for a person; it holds no secret
 */
public record Check(String name, boolean isFine, String detail) {}
