package dev.seqrpay.seqr;

/**
 * The body of an HTTP answer, free of its content coding.
 *
 * @param contentType as the server wrote it, {@code null} if it wrote none
 */
public record SoapAnswer(String contentType, byte[] body) {}
