package dev.seqrpay.web;

/**
 * Who is paid, as the payer knows them.
 *
 * @param accent their colour as {@code #rrggbb}, or {@code null}
 */
public record Shop(String name, String accent, boolean hasLogo) {}
