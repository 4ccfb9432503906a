package dev.seqrpay.http;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * An answer to API Gateway. No cache may keep an answer about a payment.
 *
 * @param isBinary whether the body is Base64 for bytes
 */
@RecordBuilder
public record Response(int status, Map<String, String> headers, String body, boolean isBinary) {

    public Response(int status, Map<String, String> headers, String body) {
        this(status, headers, body, false);
    }

    public static Response json(int status, Object value) {
        return of(status, "application/json", Json.write(value));
    }

    static Response of(int status, String contentType, String body) {
        return new Response(
                status,
                Map.of(
                        "content-type", contentType,
                        "cache-control", "no-store",
                        "x-content-type-options", "nosniff"),
                body);
    }

    public static Response bytes(Map<String, String> headers, byte[] body) {
        return new Response(200, headers, Base64.getEncoder().encodeToString(body), true);
    }

    public static Response empty(int status) {
        return new Response(status, Map.of("cache-control", "no-store"), "");
    }

    /** API Gateway compresses nothing by itself. */
    public Response compressed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new BestGzip(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String base64 = Base64.getEncoder().encodeToString(bytes.toByteArray());
        return ResponseBuilder.builder(this).body(base64).isBinary(true).build().with("content-encoding", "gzip");
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    public Response with(String header, String value) {
        return with(Map.of(header, value));
    }

    public Response with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return ResponseBuilder.builder(this).headers(all).build();
    }

    /** For HEAD: what GET would say of the body, and none (RFC 9110, 9.3.2). */
    Response withoutBody() {
        if (status == 204) return this;
        byte[] bytes = isBinary ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
        return ResponseBuilder.builder(this)
                .body("")
                .isBinary(false)
                .build()
                .with("content-length", String.valueOf(bytes.length));
    }

    /** The same for a WebSocket API, which sends the body alone. */
    public Map<String, Object> message() {
        return Map.of("statusCode", status, "body", body);
    }

    Map<String, Object> event() {
        return Map.of("statusCode", status, "headers", headers, "body", body, "isBase64Encoded", isBinary);
    }
}
