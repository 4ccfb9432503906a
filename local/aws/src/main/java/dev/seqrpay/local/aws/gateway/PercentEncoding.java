package dev.seqrpay.local.aws.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Decodes; throws {@link IllegalArgumentException} at a malformed escape. */
final class PercentEncoding {
    private PercentEncoding() {}

    /** In a path a plus sign is a plus sign. */
    static String decodePath(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
    }

    /** A name that comes twice has its values joined with a comma. */
    static Map<String, String> decodeQuery(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            String[] nameAndValue = pair.split("=", 2);
            String value = nameAndValue.length == 2 ? URLDecoder.decode(nameAndValue[1], UTF_8) : "";
            if (!pair.isEmpty())
                parameters.merge(URLDecoder.decode(nameAndValue[0], UTF_8), value, (a, b) -> a + "," + b);
        }
        return parameters;
    }
}
