package dev.seqrpay.local.aws.gateway;

import java.util.Locale;
import java.util.Set;

/** The content types whose bodies an HTTP API passes on as text; every other body, a form's too, is passed on in Base64. */
final class TextTypes {
    private static final Set<String> TEXTS = Set.of("application/json", "application/javascript", "application/xml");

    private TextTypes() {}

    static boolean includes(String contentType) {
        if (contentType == null) return false;
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || TEXTS.contains(type);
    }
}
