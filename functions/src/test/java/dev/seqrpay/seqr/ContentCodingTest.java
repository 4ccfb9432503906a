package dev.seqrpay.seqr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.payment.SeqrException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed answers: RFC 9110, 8.4 and 12.5.3 (which a server may send unasked), RFC 1952 (gzip). */
@ExtendWith(QuietErrors.class)
class ContentCodingTest {
    private static final String PAID = Operation.GET_PAYMENT_STATUS.answered();
    private static final String GZIP = "Content-Encoding: gzip\r\n";

    @Test
    void compressionIsNotAskedFor() throws Exception {
        try (RawServer server = sending("", PAID.getBytes(UTF_8))) {
            Samples.ask(server.client());
            assertThat(server.requests().get(0).head()).contains("\r\nAccept-Encoding: identity\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerIsReadAllTheSame(Operation operation) throws Exception {
        try (RawServer server = sending(GZIP, gzip(operation.answered()))) {
            assertThat(operation.call.apply(server.client()))
                    .usingRecursiveComparison()
                    .isEqualTo(operation.value);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-encoding: GZIP\r\n",
                "Content-Encoding: x-gzip\r\n",
                "Content-Encoding:  gzip , identity\r\n",
                "Content-Encoding: identity\r\nContent-Encoding: gzip\r\n",
                "Content-Encoding: ,gzip,\r\n"
            })
    void gzipIsReadHoweverItIsWritten(String headers) throws Exception {
        try (RawServer server = sending(headers, gzip(PAID))) {
            assertThat(Samples.ask(server.client())).isEqualTo("PAID");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Encoding: identity\r\n", "Content-Encoding:\r\n", "Content-Encoding: Identity\r\n"})
    void whatIsNotCompressedIsReadAsItIs(String headers) throws Exception {
        try (RawServer server = sending(headers, PAID.getBytes(UTF_8))) {
            assertThat(Samples.ask(server.client())).isEqualTo("PAID");
        }
    }

    @Test
    void inSeveralMembersOrChunksItIsReadToo() throws Exception {
        byte[] half = gzip(PAID.substring(0, 300));
        try (RawServer server = sending(GZIP, joined(half, gzip(PAID.substring(300))))) {
            assertThat(Samples.ask(server.client())).isEqualTo("PAID");
        }
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\n" + GZIP + "Transfer-Encoding: chunked\r\n\r\n");
            for (byte each : gzip(PAID)) {
                peer.send("1\r\n");
                peer.send(new byte[] {each, '\r', '\n'});
            }
            peer.send("0\r\n\r\n");
        })) {
            assertThat(Samples.ask(server.client())).isEqualTo("PAID");
        }
    }

    @Test
    void aPackedAnswerMayBeCompressedAsAWhole() throws Exception {
        String packed = "--b\r\nContent-Type: application/xop+xml; charset=utf-8\r\n\r\n" + PAID + "\r\n--b--\r\n";
        try (RawServer server = sending("Content-Type: multipart/related; boundary=b\r\n" + GZIP, gzip(packed))) {
            assertThat(Samples.ask(server.client())).isEqualTo("PAID");
        }
    }

    static Stream<Arguments> unreadable() {
        byte[] good = gzip(PAID);
        byte[] flipped = good.clone();
        flipped[good.length - 7] ^= 1;
        return Stream.of(
                Arguments.of("gzip that is none", GZIP, PAID.getBytes(UTF_8)),
                Arguments.of("nothing", GZIP, new byte[0]),
                Arguments.of("a sum that is wrong", GZIP, flipped),
                Arguments.of("a trailer that is missing", GZIP, Arrays.copyOf(good, good.length - 8)),
                Arguments.of("an answer that is cut", GZIP, Arrays.copyOf(good, good.length / 2)),
                Arguments.of("a few bytes behind it", GZIP, joined(good, "tail".getBytes(UTF_8))),
                Arguments.of("another answer behind it", GZIP, joined(good, PAID.getBytes(UTF_8))),
                Arguments.of("two answers", GZIP, joined(good, good)),
                Arguments.of("compressed twice", GZIP, gzip(new String(good, ISO_8859_1), ISO_8859_1)),
                Arguments.of("compressed and not said", "", good),
                Arguments.of(
                        "two content types",
                        "Content-Type: text/xml; charset=utf-16\r\nContent-Type: text/xml\r\n",
                        PAID.getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void whatCannotBeInflatedWholeIsNoAnswer(String name, String headers, byte[] body) throws Exception {
        try (RawServer server = sending(headers, body)) {
            AnswersTest.assertUnknown(() -> Samples.ask(server.client()));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "zstd", "compress", "aes128gcm", "exi"})
    void anotherCodingIsRefusedByItsName(String coding) throws Exception {
        try (RawServer server = sending("Content-Encoding: " + coding + "\r\n", deflated(PAID))) {
            assertThatThrownBy(() -> Samples.ask(server.client()))
                    .isInstanceOf(SeqrException.class)
                    .hasMessageContaining("outcome unknown")
                    .hasMessageContaining("the content coding " + coding + " is not known");
        }
    }

    @Test
    void codingsOnTopOfEachOtherAreNamedTogether() throws Exception {
        try (RawServer server = sending("Content-Encoding: gzip\r\nContent-Encoding: br\r\n", gzip(PAID))) {
            assertThatThrownBy(() -> Samples.ask(server.client())).hasMessageContaining("gzip+br is not known");
        }
    }

    @Test
    void aCodingThatIsNoNameIsNotQuoted() throws Exception {
        String secret = "a \"word\" that only the answer says";
        try (RawServer server = sending("Content-Encoding: " + secret + "\r\n", gzip(PAID))) {
            assertThatThrownBy(() -> Samples.ask(server.client()))
                    .hasMessageContaining("content coding")
                    .hasMessageNotContaining("only the answer");
        }
    }

    /** Some 20 KB that inflate to 20 MB: it is given up at the size that a status may have. */
    @Test
    void aBombIsGivenUpAtTheSizeOfTheOperation() throws Exception {
        byte[] bomb = gzip(PAID.replace("<status>", "<a>" + " ".repeat(20 << 20) + "</a><status>"));
        assertThat(bomb.length).isLessThan(64 << 10);
        try (RawServer server = sending(GZIP, bomb)) {
            assertThatThrownBy(() -> Samples.ask(server.client()))
                    .isInstanceOf(SeqrException.class)
                    .hasMessageContaining("inflates to more than 65536 bytes");
        }
    }

    @Test
    void whatInflatesToExactlyTheSizeIsRead() throws Exception {
        int size = PAID.getBytes(UTF_8).length;

        assertThat(ContentCoding.undone(List.of("gzip"), gzip(PAID), size)).isEqualTo(PAID.getBytes(UTF_8));
        assertThatThrownBy(() -> ContentCoding.undone(List.of("gzip"), gzip(PAID), size - 1))
                .isInstanceOf(NoAnswer.class)
                .hasMessageContaining("inflates to more than");
    }

    private static RawServer sending(String headers, byte[] body) throws IOException {
        String head = headers.contains("Content-Type") ? "" : "Content-Type: text/xml; charset=utf-8\r\n";
        return new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\n" + head + headers + "Content-Length: " + body.length + "\r\n\r\n");
            peer.send(body);
        });
    }

    private static byte[] gzip(String text) {
        return gzip(text, UTF_8);
    }

    private static byte[] gzip(String text, java.nio.charset.Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(text.getBytes(charset));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream zipped = new DeflaterOutputStream(bytes)) {
            zipped.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
