package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.AnswersTest.assertUnknown;
import static dev.seqrpay.seqr.Samples.PAYMENT;
import static dev.seqrpay.seqr.Samples.seqr;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.payment.SeqrException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which characters the bytes of an answer are: RFC 7303, section 3 (a mark, then the Content-Type, then the declaration) and its
 * examples in section 8; XML 1.0, appendix F, without an encoding from outside.
 */
@ExtendWith(QuietErrors.class)
class CharsetsTest {
    private static final String MARK = "\uFEFF";
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of(null, saying(null, "Åé", UTF_8), "Åé"),
                Arguments.of(null, saying("UTF-8", "Åé", UTF_8), "Åé"),
                Arguments.of("text/xml", saying(null, "Åé", UTF_8), "Åé"),
                Arguments.of("text/xml; charset=utf-8", saying(null, "Åé", UTF_8), "Åé"),
                Arguments.of("TEXT/XML;CHARSET=\"UTF-8\"", saying("utf-8", "Åé", UTF_8), "Åé"),
                Arguments.of("text/xml; charset=utf8", saying(null, "Åé", UTF_8), "Åé"),
                Arguments.of("text/xml; action=\"a;charset=x\"; charset=utf-8 ;", saying(null, "Åé", UTF_8), "Åé"),
                Arguments.of("text/xml", marked("UTF-8", "Åé", UTF_8), "Åé"),
                Arguments.of("text/xml; charset=utf-8", marked("UTF-8", "Åé", UTF_8), "Åé"),
                Arguments.of("text/xml", saying("ISO-8859-1", "Åé", ISO_8859_1), "Åé"),
                Arguments.of("text/xml", saying("iso-8859-1", "Åé", ISO_8859_1), "Åé"),
                Arguments.of("text/xml; charset=ISO-8859-1", saying(null, "Åé", ISO_8859_1), "Åé"),
                Arguments.of("text/xml; charset=iso-8859-1", saying("ISO-8859-1", "Åé", ISO_8859_1), "Åé"),
                Arguments.of("text/xml", saying("windows-1252", "Åé–", WINDOWS), "Åé–"),
                Arguments.of("text/xml; charset=ISO-8859-15", saying(null, "Å€", LATIN_9), "Å€"),
                Arguments.of("text/xml; charset=us-ascii", saying("US-ASCII", "A", US_ASCII), "A"),
                Arguments.of(null, marked("UTF-16", "Åé", UTF_16BE), "Åé"),
                Arguments.of("text/xml", marked("UTF-16", "Åé", UTF_16LE), "Åé"),
                Arguments.of("text/xml", marked(null, "Åé", UTF_16LE), "Åé"),
                Arguments.of("text/xml; charset=utf-16", marked(null, "Åé", UTF_16BE), "Åé"),
                Arguments.of("text/xml; charset=utf-16", saying(null, "Åé", UTF_16BE), "Åé"),
                Arguments.of("text/xml; charset=utf-16le", saying("utf-16", "Åé", UTF_16LE), "Åé"),
                Arguments.of("text/xml; charset=utf-16be", saying("UTF-16BE", "Åé", UTF_16BE), "Åé"),
                Arguments.of("text/xml", saying("UTF-16", "Åé", UTF_16LE), "Åé"),
                Arguments.of("text/xml", saying(null, "Åé", UTF_16BE), "Åé"),
                // two names for the same characters are no contradiction
                Arguments.of("text/xml; charset=iso-8859-1", saying("UTF-8", "A", US_ASCII), "A"),
                Arguments.of("text/xml; charset=us-ascii", saying("UTF-8", "A", US_ASCII), "A"),
                Arguments.of("text/xml; charset=utf-8", saying("windows-1252", "A", US_ASCII), "A"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void theCharsetThatIsNamedIsRead(String contentType, byte[] answer, String reference) {
        assertThat(reference(contentType, answer)).isEqualTo(reference);
    }

    static Stream<Arguments> ambiguous() {
        return Stream.of(
                Arguments.of("text/xml; charset=iso-8859-1", saying("UTF-8", "Å", UTF_8)),
                Arguments.of("text/xml; charset=utf-8", saying("ISO-8859-1", "Å", UTF_8)),
                Arguments.of("text/xml; charset=iso-8859-1", saying("windows-1252", "–", WINDOWS)),
                Arguments.of("text/xml; charset=iso-8859-1", saying("ISO-8859-15", "€", LATIN_9)),
                Arguments.of("text/xml; charset=iso-8859-1", marked("UTF-8", "A", UTF_8)),
                Arguments.of("text/xml", marked("ISO-8859-1", "Å", UTF_8)),
                Arguments.of("text/xml", marked("UTF-8", "A", UTF_16BE)),
                Arguments.of("text/xml; charset=utf-8", marked("UTF-16", "A", UTF_16LE)),
                Arguments.of("text/xml; charset=utf-8", saying("UTF-16", "A", UTF_8)),
                Arguments.of("text/xml; charset=utf-16le", saying("UTF-16BE", "A", UTF_16LE)),
                Arguments.of("text/xml; charset=utf-8; charset=iso-8859-1", saying(null, "Å", UTF_8)),
                Arguments.of("text/xml", saying("ISO-8859-1", "A", UTF_16LE)));
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void charsetsThatMakeOtherCharactersOfTheSameBytesAreRefused(String contentType, byte[] answer) {
        assertUnknown(() -> reference(contentType, answer));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("text/xml", saying(null, "Å", ISO_8859_1)),
                Arguments.of("text/xml; charset=us-ascii", saying(null, "Å", ISO_8859_1)),
                Arguments.of("text/xml; charset=utf-16", saying(null, "A", US_ASCII)),
                Arguments.of("text/xml", saying("UTF-16", "A", US_ASCII)),
                Arguments.of("text/xml; charset=utf-7", saying(null, "A", US_ASCII)),
                Arguments.of("text/xml; charset=ibm037", saying(null, "A", US_ASCII)),
                Arguments.of("text/xml", saying("x-none", "A", US_ASCII)),
                Arguments.of("text/xml; charset=", saying(null, "A", US_ASCII)),
                Arguments.of("text/xml; charset=\"utf-8", saying(null, "A", US_ASCII)),
                Arguments.of("xml", saying(null, "A", US_ASCII)),
                Arguments.of("text/xml, text/html", saying(null, "A", US_ASCII)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aCharsetThatIsNotSoOrNotKnownIsRefused(String contentType, byte[] answer) {
        assertUnknown(() -> reference(contentType, answer));
    }

    /** Of so few bytes no XML is made, but a mark is only one when all of it is there. */
    @Test
    void aByteOrderMarkIsKnownByAllOfItAndByNothingLess() throws Exception {
        byte[] mark = MARK.getBytes(UTF_8);

        assertThat(XmlText.of(Arrays.copyOf(mark, 2), "iso-8859-1")).isEqualTo("\u00EF\u00BB");
        assertThatThrownBy(() -> XmlText.of(mark, "iso-8859-1")).isInstanceOf(Unreadable.class);
        assertThat(XmlText.of(mark, "utf-8")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/octet-stream", "text/plain", "application/soap+xml"})
    void whatTheServerCallsTheTypeOfAnEnvelopeDoesNotMatter(String type) {
        assertThat(reference(type, saying("UTF-8", "Å", UTF_8))).isEqualTo("Å");
    }

    @Test
    void theReasonSaysWhatIsWrongAndQuotesNothing() {
        assertThatThrownBy(() -> reference("text/xml; charset=iso-8859-1", saying("UTF-8", "Å", UTF_8)))
                .isInstanceOf(SeqrException.class)
                .hasMessageContaining("contradict");
        assertThatThrownBy(() -> reference("text/xml; charset=secret", saying("UTF-8", "Å", UTF_8)))
                .hasMessageContaining("not known")
                .hasMessageNotContaining("secret");
    }

    private static String reference(String contentType, byte[] answer) {
        return seqr((request, limit) -> new SoapAnswer(contentType, answer))
                .getPaymentStatus(PAYMENT, 2)
                .ersReference();
    }

    private static byte[] marked(String declared, String reference, Charset charset) {
        return (MARK + text(declared, reference)).getBytes(charset);
    }

    /** A status with this reference, which names the charset {@code declared}, or none, and is written in {@code charset}. */
    private static byte[] saying(String declared, String reference, Charset charset) {
        return text(declared, reference).getBytes(charset);
    }

    private static String text(String declared, String reference) {
        return Operation.GET_PAYMENT_STATUS
                .answered()
                .replace(" encoding=\"UTF-8\"", declared == null ? "" : " encoding='" + declared + "'")
                .replace("<ersReference>ERS-77<", "<ersReference>" + reference + "<");
    }
}
