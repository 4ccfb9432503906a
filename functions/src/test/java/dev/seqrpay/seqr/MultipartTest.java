package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.AnswersTest.assertUnknown;
import static dev.seqrpay.seqr.Samples.answer;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** MTOM and SOAP with Attachments around an answer: RFC 2387 (which part), RFC 2046, 5.1 (where it is), RFC 2045, 6. */
@ExtendWith(QuietErrors.class)
class MultipartTest {
    private static final String MTOM =
            "multipart/related; type=\"application/xop+xml\"; boundary=\"b\"; start=\"<r>\"; start-info=\"text/xml\"";
    private static final String XOP = "Content-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n";
    private static final String PAID = Operation.GET_PAYMENT_STATUS.answered();
    private static final String ROOT = "--b\r\n" + XOP + "Content-ID: <r>\r\n\r\n" + PAID + "\r\n";
    private static final String OTHER = "--b\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\n\r\n\u0089PNG\r\n";
    private static final String LONG = "=_Part.1'2(3)+/:?".repeat(4);
    private static final String END = "--b--\r\n";

    @ParameterizedTest
    @EnumSource
    void everyAnswerIsReadInOnePart(Operation operation) {
        assertThat(operation.call.apply(packed(MTOM, ROOT.replace(PAID, operation.answered()) + END)))
                .usingRecursiveComparison()
                .isEqualTo(operation.value);
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                packing("no quotes", MTOM.replace("\"b\"", "b").replace("\"<r>\"", "<r>"), ROOT + END),
                packing("other capitals", MTOM.replace("boundary", "Boundary").replace("m", "M"), ROOT + END),
                packing("lines that end in LF", MTOM, (ROOT + END).replace("\r\n", "\n")),
                packing("no line break at the end", MTOM, ROOT + END.strip()),
                packing("text before", MTOM, "This is a message in MIME format.\r\n" + ROOT + END),
                packing("an empty line before", MTOM, "\r\n" + ROOT + END),
                packing("text behind", MTOM, ROOT + END + "Goodbye.\r\n--c\r\n"),
                packing("blanks behind the delimiters", MTOM, (ROOT + END).replaceAll("(--b(--)?)\r\n", "$1 \t\r\n")),
                packing("attachments behind", MTOM, ROOT + OTHER + OTHER.replace("logo", "x") + END),
                packing("attachments before", MTOM, OTHER + ROOT + END),
                packing("an attachment without a name", MTOM, OTHER.replaceAll("Content-ID.*\r\n", "") + ROOT + END),
                packing("an empty attachment", MTOM, ROOT + "--b\r\n\r\n" + END),
                packing("an attachment of nothing at all", MTOM, ROOT + "--b\r\n" + END),
                packing(
                        "an attachment of XML",
                        MTOM,
                        ROOT + "--b\r\nContent-Type: text/xml\r\n\r\n<report/>\r\n" + END),
                packing("no start", without("start"), ROOT + OTHER + END),
                packing("no start and no id", without("start"), (ROOT + END).replaceAll("Content-ID.*\r\n", "")),
                packing("a start without brackets", MTOM.replace("<r>", "r"), ROOT + END),
                packing("an id without brackets", MTOM, (ROOT + END).replace("<r>", "r")),
                packing("other capitals in the part", MTOM, (ROOT + END).replace("Content-ID", "CONTENT-id")),
                packing("blanks around the headers", MTOM, (ROOT + END).replace(": ", " :\t  ")),
                packing("a header of one letter", MTOM, (ROOT + END).replace("Content-ID", "a: b\r\nContent-ID")),
                packing("folded headers", MTOM, (ROOT + END).replace("; charset", ";\r\n\tcharset")),
                packing("no content type", MTOM, (ROOT + END).replace(XOP, "")),
                packing(
                        "SOAP with Attachments",
                        MTOM.replace("application/xop+xml", "text/xml"),
                        swa(ROOT) + OTHER + END),
                packing("binary", MTOM, encoded("binary", PAID)),
                packing("8bit", MTOM, encoded("8BIT", PAID)),
                packing("7bit", MTOM, encoded("7bit", PAID)),
                packing(
                        "base64",
                        MTOM,
                        encoded("Base64", Base64.getMimeEncoder().encodeToString(PAID.getBytes(UTF_8)))),
                packing("quoted-printable", MTOM, encoded("quoted-printable", quotedPrintable(PAID))),
                packing(
                        "a long boundary",
                        MTOM.replace("\"b\"", "\"" + LONG + "\""),
                        (ROOT + END).replace("--b", "--" + LONG)),
                packing(
                        "the boundary at the beginning of another word",
                        MTOM,
                        ROOT.replace("<status>", "<a>\r\n--bb\r\n --b\r\n</a><status>") + END));
    }

    private static Arguments packing(String name, String type, String body) {
        return Arguments.of(name, type, body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void anEnvelopeIsFoundHoweverItIsPacked(String name, String type, String body) {
        assertThat(Samples.ask(packed(type, body))).isEqualTo("PAID");
    }

    static Stream<Arguments> refused() {
        String second = "--b\r\n" + XOP + "Content-ID: <s>\r\n\r\n" + PAID.replace("PAID", "FAILED") + "\r\n";
        return Stream.of(
                packing("two envelopes", MTOM, ROOT + second + END),
                packing("two envelopes, and none is named", without("start"), ROOT + second + END),
                packing("two envelopes of the same name", MTOM, ROOT + ROOT + END),
                packing("an envelope before the parts", MTOM, PAID + "\r\n" + ROOT + END),
                packing("an envelope behind the parts", MTOM, ROOT + END + PAID),
                packing(
                        "a second envelope as a picture",
                        MTOM,
                        ROOT + second.replace(XOP, "Content-Type: image/png\r\n") + END),
                packing("no envelope", MTOM, OTHER.replace("logo", "r") + END),
                packing(
                        "an envelope that is not the start",
                        MTOM,
                        (ROOT + OTHER + END).replace("<r>", "<q>").replace("<logo>", "<r>")),
                packing("a start that is not there", MTOM, (ROOT + END).replace("<r>", "<q>")),
                packing("the first is none and no part is named", without("start"), OTHER + ROOT + END),
                packing("no boundary", MTOM.replace("boundary=\"b\"; ", ""), ROOT + END),
                packing("an empty boundary", MTOM.replace("\"b\"", "\"\""), ROOT + END),
                packing("another boundary", MTOM.replace("\"b\"", "\"c\""), ROOT + END),
                packing("two boundaries", MTOM + "; boundary=c", ROOT + END),
                packing("no parts", MTOM, END),
                packing("nothing", MTOM, ""),
                packing("a plain answer", MTOM, PAID),
                packing("no end", MTOM, ROOT),
                packing("an end that is cut", MTOM, ROOT + "--b-"),
                packing("lines that end in two ways", MTOM, ROOT.replace("</S:Envelope>\r\n", "</S:Envelope>\n") + END),
                packing("a header that is none", MTOM, (ROOT + END).replace("Content-ID:", "Content-ID")),
                packing("an id twice", MTOM, (ROOT + END).replace("Content-ID", "Content-ID: <q>\r\nContent-ID")),
                packing("a part of HTML", MTOM, (ROOT + END).replace("application/xop+xml", "text/html")),
                packing(
                        "parts in a part",
                        MTOM,
                        (ROOT + END).replace("application/xop+xml;", "multipart/related; boundary=c;")),
                packing("multipart/mixed", MTOM.replace("related", "mixed"), ROOT + END),
                packing("an unknown encoding", MTOM, encoded("x-uuencode", PAID)),
                packing("base64 that is none", MTOM, encoded("base64", PAID)),
                packing("base64 that is cut", MTOM, encoded("base64", "PD94b")),
                packing("quoted-printable that is none", MTOM, encoded("quoted-printable", PAID)),
                packing(
                        "quoted-printable that is cut",
                        MTOM,
                        encoded("quoted-printable", quotedPrintable(PAID) + "=3")),
                packing("a charset that is not so", MTOM, (ROOT + END).replace("charset=UTF-8", "charset=utf-16")),
                packing(
                        "a status that is included",
                        MTOM,
                        ROOT.replace(
                                        ">PAID<",
                                        "><x:Include xmlns:x=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:s\"/><")
                                + "--b\r\nContent-ID: <s>\r\n\r\nPAID\r\n" + END));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatMayBeAnotherEnvelopeOrNoneIsRefused(String name, String type, String body) {
        assertUnknown(() -> Samples.ask(packed(type, body)));
    }

    /** What the shop does not read may be included: it is not looked for. */
    @Test
    void anIncludedTextThatNothingHangsOnDoesNotMatter() {
        String body = ROOT.replace(
                        "<payerTerminalId>P-1<",
                        "<payerTerminalId><x:Include xmlns:x=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:s\"/><")
                + "--b\r\nContent-ID: <s>\r\n\r\nP-1\r\n" + END;
        assertThat(Samples.ask(packed(MTOM, body))).isEqualTo("PAID");
    }

    @Test
    void aReportThatComesAsAnAttachmentIsRefusedAndNotTakenForAnEmptyOne() {
        String root = answer(
                "executeReport",
                "<resultCode>0</resultCode><report><content>"
                        + "<x:Include xmlns:x=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:s\"/></content></report>");
        assertUnknown(() -> Operation.EXECUTE_REPORT.call.apply(
                packed(MTOM, ROOT.replace(PAID, root) + "--b\r\nContent-ID: <s>\r\n\r\n<Report/>\r\n" + END)));
    }

    @Test
    void anAnswerCutAnywhereDecidesNothing() {
        String whole = ROOT + END.strip();
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertUnknown(() -> Samples.ask(packed(MTOM, cut)));
        }
    }

    private static String without(String parameter) {
        return MTOM.replaceFirst("; " + parameter + "=\"[^\"]*\"", "");
    }

    private static String swa(String root) {
        return root.replace(XOP, "Content-Type: text/xml; charset=UTF-8\r\n");
    }

    private static String encoded(String name, String content) {
        return ROOT.replace(PAID, content)
                        .replace("Content-ID", "Content-Transfer-Encoding: " + name + "\r\nContent-ID")
                + END;
    }

    private static String quotedPrintable(String text) {
        return text.replace("=", "=3D").replaceAll("(.{60})", "$1=\r\n").replaceAll("(<status>)", "$1 \r\n");
    }

    private static SoapTransport packed(String type, String body) {
        return (request, limit) -> new SoapAnswer(type, body.getBytes(ISO_8859_1));
    }
}
