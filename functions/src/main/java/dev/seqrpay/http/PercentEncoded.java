package dev.seqrpay.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A character as a URL writes it. */
final class PercentEncoded {
    private PercentEncoded() {}

    static String of(int character) {
        return character == ' ' ? "%20" : URLEncoder.encode(Character.toString(character), StandardCharsets.UTF_8);
    }
}
