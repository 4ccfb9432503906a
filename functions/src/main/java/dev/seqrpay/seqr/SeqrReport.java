package dev.seqrpay.seqr;

/** A report as SEQR hands it over: as bytes, as text, or as both. */
public record SeqrReport(String title, String mimeType, byte[] content, String contentString) {}
