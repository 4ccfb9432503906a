package dev.seqrpay.web;

/**
 * A static file.
 *
 * @param immutable whether the address names this very content, so that a browser may keep it for ever
 */
@SuppressWarnings("ArrayRecordComponent")
public record Asset(String contentType, byte[] bytes, boolean immutable) {}
