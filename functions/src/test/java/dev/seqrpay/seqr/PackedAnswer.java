package dev.seqrpay.seqr;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/**
 * An answer as what stands between SEQR and us may pack it: in another charset, in one part of several, compressed, or in more
 * than one of these ways; and some of the packing damaged. The answer itself is not, so what it says is known.
 *
 * @param text what it says to those who unpack it
 * @param isCertain whether it says that, if it says something: a damaged name of a charset may make other characters of it
 */
@RecordBuilder
record PackedAnswer(String text, boolean isCertain, String contentType, List<String> codings, byte[] body) {
    private static final List<String> CHARSETS =
            List.of("utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "utf-16", "utf-16le", "utf-16be");

    private static final List<String> BOUNDARIES = List.of("b", "----=_Part_1.2", "=_Part.1'2(3)+/:?");
    private static final List<String> ATTACHMENTS = List.of(
            "\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\n\r\n\u0089PNG",
            "\r\nContent-Type: text/xml\r\n\r\n<report/>",
            "\r\n",
            "\r\nContent-ID: <x>\r\n");

    static PackedAnswer of(byte[] answer, RandomGenerator random) {
        String text = new String(answer, StandardCharsets.UTF_8);
        PackedAnswer packed = inCharset(one(CHARSETS, random), text, random);
        if (random.nextInt(3) > 0) packed = packed.inParts(random);
        return random.nextInt(3) == 0 ? packed.compressed(random) : packed;
    }

    SoapTransport transport() {
        return (request, limit) -> new SoapAnswer(contentType, ContentCoding.undone(codings, body, limit.bytes()));
    }

    /** Named by the Content-Type, by the document, by both, or each by another name. */
    private static PackedAnswer inCharset(String name, String text, RandomGenerator random) {
        String declared = random.nextInt(8) == 0 ? one(CHARSETS, random) : name;
        String header = random.nextInt(8) == 0 ? one(CHARSETS, random) : name;
        String renamed =
                text.replaceFirst("encoding=\"UTF-8\"", random.nextInt(4) == 0 ? "" : "encoding=\"" + declared + "\"");
        byte[] bytes = renamed.getBytes(Charset.forName(name));
        String contentType = random.nextInt(4) == 0 ? "text/xml" : "text/xml; charset=" + header;
        return new PackedAnswer(
                new String(bytes, Charset.forName(name)),
                declared.equals(name)
                        && header.equals(name)
                        && renamed.contains(declared)
                        && contentType.contains(header),
                contentType,
                List.of(),
                bytes);
    }

    private PackedAnswer inParts(RandomGenerator random) {
        String boundary = one(BOUNDARIES, random);
        String delimiter = "\r\n--" + boundary;
        String encoding = one(List.of("binary", "8bit", "base64", "quoted-printable"), random);
        String before = random.nextInt(4) == 0 ? delimiter + one(ATTACHMENTS, random) : "";
        String behind = random.nextBoolean() ? delimiter + one(ATTACHMENTS, random) : "";
        byte[] head = bytes(before + delimiter + "\r\nContent-Type: " + contentType + "\r\nContent-Transfer-Encoding: "
                + encoding + "\r\nContent-ID: <r>\r\n\r\n");
        byte[] tail = bytes(behind + delimiter + "--\r\n");
        String start = before.isEmpty() && random.nextBoolean() ? "" : "; start=\"<r>\"";
        byte[] type = bytes("multipart/related; type=\"text/xml\"; boundary=\"" + boundary + "\"" + start);
        int damaged = random.nextInt(6);
        if (damaged == 0) head = ChangedAnswer.blindly(head, random);
        if (damaged == 1) tail = ChangedAnswer.blindly(tail, random);
        if (damaged == 2) type = ChangedAnswer.blindly(type, random);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head);
        out.writeBytes(encoded(encoding, body));
        out.writeBytes(tail);
        return new PackedAnswer(
                text,
                isCertain && damaged != 0,
                new String(type, StandardCharsets.ISO_8859_1),
                codings,
                out.toByteArray());
    }

    private PackedAnswer compressed(RandomGenerator random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] whole = random.nextInt(4) == 0 ? ChangedAnswer.blindly(out.toByteArray(), random) : out.toByteArray();
        String name = one(List.of("gzip", "x-gzip", "GZIP", "identity, gzip", "gzip, gzip", "deflate"), random);
        return PackedAnswerBuilder.builder(this)
                .codings(List.of(name))
                .body(whole)
                .build();
    }

    private static byte[] encoded(String encoding, byte[] body) {
        return switch (encoding) {
            case "base64" -> Base64.getMimeEncoder().encode(body);
            case "quoted-printable" -> quoted(body);
            default -> body;
        };
    }

    /** All but letters and digits, in lines of their own. */
    private static byte[] quoted(byte[] body) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < body.length; at++) {
            if (at % 24 == 23) text.append("=\r\n");
            boolean isPlain = body[at] < 128 && body[at] > 0 && Character.isLetterOrDigit(body[at]);
            text.append(isPlain ? "" + (char) body[at] : "=%02X".formatted(body[at]));
        }
        return bytes(text.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String one(List<String> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }

    @Override
    public String toString() {
        return contentType + " " + codings + "\n" + new String(body, StandardCharsets.ISO_8859_1) + "\nsays\n" + text;
    }
}
