package dev.seqrpay.seqr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.SeqrGateway.SentInvoice;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * Good answers with a few things changed. What we still take for an answer must say the same to another parser. More of it
 * with {@code -Dseqr.fuzz=1000000}, the same again with {@code -Dseqr.fuzz.seed=} and the seed that a failure tells.
 */
@ExtendWith(QuietErrors.class)
class FuzzTest {
    private static final int INPUTS = Integer.getInteger("seqr.fuzz", 20_000);
    private static final long SEED = Long.getLong("seqr.fuzz.seed", new Random().nextLong());
    private static final String[] PIECES = {
        "<",
        ">",
        "</",
        "/>",
        "&",
        ";",
        "\"",
        "'",
        "=",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        "<!DOCTYPE x [",
        "]>",
        "&#0;",
        "&#x110000;",
        "&x;",
        "<!ENTITY x \"y\">",
        "<return>",
        "</return>",
        "<a>",
        "</a>",
        "S:",
        "ns2:",
        "\0",
        "\uFEFF",
        "\uFFFF",
        "<S:Header>",
        "</S:Header>",
        "<S:Body>",
        "</S:Body>",
        "<?xml version=\"1.0\"?>",
        "encoding=\"UTF-16\"",
        "1.1"
    };
    /** These leave an answer well-formed when they come right after a tag. */
    private static final String[] CONTENTS = {
        "<a/>",
        "<a>0</a>",
        "<a><b/>x</a>",
        "<status>CANCELED</status>",
        "<status/>",
        "<resultCode>20</resultCode>",
        "<resultCode/>",
        "<version>9</version>",
        "<ersReference>E</ersReference>",
        "<receipt/>",
        "<return/>",
        "<currency>EUR</currency>",
        "<value>1</value>",
        "<x:status xmlns:x=\"urn:x\">PAID</x:status>",
        "<!-- 0 -->",
        "<?x 0?>",
        "<![CDATA[0]]>",
        "<![CDATA[]]>",
        "&lt;",
        "&#48;",
        "0",
        "-",
        "PAID",
        " ",
        "\n\t",
        "\u0085",
        "\u2028",
        "é",
        "\uD83D\uDE00",
        "99999999999999999999",
        "E9",
        "+",
        ".",
        "<invoiceReference>7</invoiceReference>"
    };

    private static final String[] ATTRIBUTES = {
        " a=\"0\"",
        " xmlns=\"\"",
        " xmlns=\"urn:x\"",
        " xmlns:x=\"urn:x\"",
        " xml:space=\"preserve\"",
        " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"",
        " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"invoice\"",
        " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"ns2:receipt\""
    };

    private final DocumentBuilder second = second();

    @Test
    void aChangedAnswerSaysWhatAnotherParserReadsOrIsRefusedInOneWay() {
        int read = 0;
        for (int input = 0; input < INPUTS; input++) {
            long seed = SEED + input;
            byte[] answer = {};
            try {
                RandomGenerator random = new SplittableRandom(seed);
                Operation operation = Operation.values()[random.nextInt(Operation.values().length)];
                answer = changed(operation.answered(), random);
                if (reads(operation, answer)) read++;
            } catch (Throwable unexpected) {
                throw new AssertionError(
                        "-Dseqr.fuzz=1 -Dseqr.fuzz.seed=" + seed + "\n" + new String(answer, StandardCharsets.UTF_8),
                        unexpected);
            }
        }
        if (INPUTS >= 10_000) assertThat(read).isBetween(INPUTS / 10, INPUTS * 9 / 10);
    }

    /** Whether it was still an answer. */
    private boolean reads(Operation operation, byte[] answer) throws Exception {
        try {
            Object value = operation.call.apply(Samples.answering(answer));
            Element said = only(
                    only(
                            only(
                                    second.parse(new InputSource(new StringReader(withoutEncoding(answer))))
                                            .getDocumentElement(),
                                    "Body"),
                            operation.word + "Response"),
                    "return");
            assertThat(Integer.parseInt(text(said, "resultCode"))).isZero();
            if (value instanceof SentInvoice sent)
                assertThat(sent)
                        .isEqualTo(new SentInvoice(text(said, "invoiceReference"), text(said, "invoiceQRCode")));
            if (value instanceof InvoiceStatus status) {
                assertThat(status.word()).isEqualTo(text(said, "status"));
                assertThat(status.version()).isEqualTo(Integer.parseInt(text(said, "version")));
                if (status.ersReference() != null)
                    assertThat(status.ersReference()).isEqualTo(text(said, "ersReference"));
                if (status.receiptTotal() != null)
                    assertThat(status.receiptTotal().decimal())
                            .isEqualByComparingTo(
                                    text(only(only(only(said, "receipt"), "invoice"), "totalAmount"), "value"));
            }
            return true;
        } catch (SeqrException refused) {
            return false;
        }
    }

    /** The text is UTF-8, whatever the answer calls it. */
    private static String withoutEncoding(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8)
                .replaceFirst("^\uFEFF", "")
                .replaceFirst("^(<\\?xml[^>]*?)encoding\\s*=\\s*(\"[^\"]*\"|'[^']*')", "$1");
    }

    private static byte[] changed(String answer, RandomGenerator random) {
        if (random.nextInt(3) > 0) return sensibly(answer, random).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) bytes = blindly(bytes, random);
        return bytes;
    }

    /** Something more or less at a few of the places where a tag ends. */
    private static String sensibly(String answer, RandomGenerator random) {
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = answer.indexOf('>', random.nextInt(answer.length() - 1));
            if (at < 0) continue;
            boolean opens = answer.charAt(answer.lastIndexOf('<', at) + 1) != '/';
            answer = opens && random.nextInt(4) == 0
                    ? answer.substring(0, at) + one(ATTRIBUTES, random) + answer.substring(at)
                    : answer.substring(0, at + 1) + one(CONTENTS, random) + answer.substring(at + 1);
        }
        return answer;
    }

    private static byte[] blindly(byte[] answer, RandomGenerator random) {
        if (answer.length == 0) return answer;
        int from = random.nextInt(answer.length);
        int to = Math.min(answer.length, from + 1 + random.nextInt(random.nextBoolean() ? 4 : 60));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(answer, 0, from);
        switch (random.nextInt(7)) {
            case 0 -> {} // left out
            case 1 -> { // twice
                out.write(answer, from, to - from);
                out.write(answer, from, to - from);
            }
            case 2 -> { // a bit
                out.write(answer[from] ^ 1 << random.nextInt(8));
                to = from + 1;
            }
            case 3 -> { // a byte
                out.write(random.nextInt(256));
                to = from + 1;
            }
            case 4 -> { // a piece from elsewhere
                int other = random.nextInt(answer.length);
                out.write(answer, other, Math.min(60, answer.length - other));
                to = from;
            }
            case 5 -> { // something in between
                out.writeBytes(one(PIECES, random).getBytes(StandardCharsets.UTF_8));
                to = from;
            }
            default -> // something instead
                out.writeBytes(one(PIECES, random).getBytes(StandardCharsets.UTF_8));
        }
        out.write(answer, to, answer.length - to);
        return out.toByteArray();
    }

    private static String one(String[] of, RandomGenerator random) {
        return of[random.nextInt(of.length)];
    }

    private static DocumentBuilder second() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new org.xml.sax.helpers.DefaultHandler());
            return builder;
        } catch (javax.xml.parsers.ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Element parent, String name) {
        return only(parent, name).getTextContent().strip();
    }

    /** The one child of that name; those inside the answer are in no namespace. */
    private static Element only(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element element
                    && element.getLocalName().equals(name)
                    && (element.getNamespaceURI() == null) == (!name.equals("Body") && !name.endsWith("Response")))
                found.add(element);
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }
}
