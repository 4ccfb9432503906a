package dev.seqrpay.seqr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A SOAP answer in one part of several, as MTOM and SOAP with Attachments pack it (RFC 2387; RFC 2046, 5.1). Exactly one part
 * may be the envelope. The others are never read: an answer that includes something from them says nothing there.
 */
final class Multipart {
    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    /** Each byte is a character here. */
    private final String body;

    private final List<Part> parts = new ArrayList<>();

    private Multipart(String body) {
        this.body = body;
    }

    /** @throws Unreadable unless exactly one part can be meant */
    static SoapAnswer envelope(MediaType type, byte[] body) throws Unreadable {
        String boundary = type.parameter("boundary");
        if (boundary == null || boundary.isBlank()) throw new Unreadable("its parts have no boundary");
        Multipart multipart = new Multipart(new String(body, StandardCharsets.ISO_8859_1));
        multipart.split(boundary);
        Part root = multipart.root(type.parameter("start"));
        multipart.refuseAnotherEnvelope(root);
        return root.answer();
    }

    private void split(String boundary) throws Unreadable {
        Matcher delimiter = Pattern.compile("(\\A|\\r?\\n)--" + Pattern.quote(boundary) + "(--)?[ \\t]*(\\r?\\n|\\z)")
                .matcher(body);
        Set<String> breaks = new HashSet<>();
        int begin = -1;
        boolean closed = false;
        for (int at = 0; !closed && delimiter.find(at); at = delimiter.start(3)) {
            breaks.add(delimiter.group(1));
            breaks.add(delimiter.group(3));
            if (begin >= 0) parts.add(Part.of(body, begin, Math.max(begin, delimiter.start())));
            closed = delimiter.group(2) != null;
            begin = delimiter.end();
        }
        breaks.remove("");
        if (!closed || parts.isEmpty()) throw new Unreadable("its parts do not come to an end");
        if (breaks.size() > 1) throw new Unreadable("its lines end in two ways");
    }

    /** The part that {@code start} names, else the first (RFC 2387, 3.2). */
    private Part root(@Nullable String start) throws Unreadable {
        if (start == null) return parts.get(0);
        List<Part> named =
                parts.stream().filter(part -> Part.id(start).equals(part.id())).toList();
        if (named.size() != 1) throw new Unreadable("it starts with " + named.size() + " of its parts");
        return named.get(0);
    }

    private void refuseAnotherEnvelope(Part root) throws Unreadable {
        if (body.substring(0, root.begin()).contains(ENVELOPE)
                || body.substring(root.end()).contains(ENVELOPE)) throw new Unreadable("it has more than one envelope");
    }
}
