package dev.seqrpay.http;

/** The body of a request that has to be JSON as it is, not packed. */
public final class JsonBody {
    private JsonBody() {}

    /** RFC 9110, 15.5.16: a coding that is not taken is 415, and {@code Accept-Encoding} says which one is. */
    public static byte[] of(Request request) {
        String coding = request.header("content-encoding").orElse("identity").strip();
        if (!coding.isEmpty() && !coding.equalsIgnoreCase("identity")) throw packed(coding);
        byte[] body = request.body();
        if (isGzip(body)) throw packed("gzip");
        return body;
    }

    /** Some clients pack a body and do not say so in a header; no JSON begins with these bytes. */
    private static boolean isGzip(byte[] body) {
        return body.length > 1 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
    }

    private static Problem packed(String coding) {
        String shown = coding.length() > 40 ? coding.substring(0, 40) : coding;
        return new Problem(
                        415,
                        "Unsupported content coding",
                        "The body has the Content-Encoding " + shown + ". Send it as it is, without one.")
                .header("accept-encoding", "identity");
    }
}
