package dev.seqrpay.seqr;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of an HTTP answer, free of its content coding.
 *
 * @param contentType as the server wrote it, {@code null} if it wrote none
 * @param date what the server's clock showed, in whole seconds (RFC 9110, 6.6.1); {@code null} if it did not say
 */
public record SoapAnswer(
        @Nullable String contentType, byte[] body, @Nullable Instant date) {
    SoapAnswer(@Nullable String contentType, byte[] body) {
        this(contentType, body, null);
    }
}
