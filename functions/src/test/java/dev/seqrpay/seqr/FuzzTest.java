package dev.seqrpay.seqr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.SeqrGateway.SentInvoice;
import java.io.IOException;
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
 * Good answers with a few things changed, half of them in another charset, in parts or compressed. What we still take for an
 * answer must say the same to another parser, and the rest is refused in one way; neither hangs, prints a line or calls an address. More of it with {@code -Dseqr.fuzz=2000000}
 * (see {@code docs/benchmarks.md}), the same again with {@code -Dseqr.fuzz.seed=} and the seed that a failure tells.
 */
@ExtendWith(QuietErrors.class)
class FuzzTest {
    private static final int INPUTS = Integer.getInteger("seqr.fuzz", 20_000);
    private static final long SEED = Long.getLong("seqr.fuzz.seed", new Random().nextLong());

    private final DocumentBuilder second = second();
    private final OwnTime slowest = new OwnTime();
    private int plainRead;
    private int packedAnswers;
    private int packedRead;

    @Test
    void aChangedAnswerSaysWhatAnotherParserReadsOrIsRefusedInOneWay() throws IOException {
        for (Operation operation : Operation.values()) operation.call.apply(Samples.answering(operation.answered()));
        try (Canary canary = new Canary()) {
            for (int input = 0; input < INPUTS; input++) tried(SEED + input, canary.address());
            assertThat(canary.connections()).isZero();
        }
        if (INPUTS >= 10_000) {
            assertThat(plainRead).isBetween(INPUTS / 20, INPUTS * 9 / 20);
            assertThat(packedRead).isBetween(INPUTS / 20, INPUTS * 9 / 20);
        }
        if (System.getProperty("seqr.fuzz") != null)
            System.out.printf(
                    "%d plain and %d packed inputs from seed %d: %d and %d read as another parser reads them, the others refused;"
                            + " the slowest took %.1f ms%n",
                    INPUTS - packedAnswers,
                    packedAnswers,
                    SEED,
                    plainRead,
                    packedRead,
                    slowest.longest().toNanos() / 1e6);
    }

    private void tried(long seed, String canary) {
        Object tried = "";
        try {
            RandomGenerator random = new SplittableRandom(seed);
            Operation operation = Operation.values()[random.nextInt(Operation.values().length)];
            byte[] answer = calling(canary, ChangedAnswer.of(operation.answered(), random));
            if (random.nextBoolean()) {
                PackedAnswer packed = PackedAnswer.of(answer, random);
                tried = packed;
                packedAnswers++;
                if (reads(operation, packed.transport(), packed.text(), packed.isCertain())) packedRead++;
            } else {
                String text = new String(answer, StandardCharsets.UTF_8);
                tried = text;
                if (reads(operation, Samples.answering(answer), text, true)) plainRead++;
            }
            assertThat(slowest.longest()).isLessThan(OwnTime.HANG);
        } catch (Throwable e) {
            throw new AssertionError("-Dseqr.fuzz=1 -Dseqr.fuzz.seed=" + seed + "\n" + tried, e);
        }
    }

    /** Byte by byte, for what was changed need not be text any more. */
    private static byte[] calling(String canary, byte[] answer) {
        return new String(answer, StandardCharsets.ISO_8859_1)
                .replace(ChangedAnswer.CANARY, canary)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether it was still an answer. */
    private boolean reads(Operation operation, SoapTransport answering, String text, boolean isCertain)
            throws Exception {
        try {
            Object value = slowest.of(() -> operation.call.apply(answering));
            if (!isCertain && !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) return true;
            Element said = only(
                    only(
                            only(
                                    second.parse(new InputSource(new StringReader(withoutEncoding(text))))
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
                if (status.receiptTotal() instanceof Money total)
                    assertThat(total.decimal())
                            .isEqualByComparingTo(
                                    text(only(only(only(said, "receipt"), "invoice"), "totalAmount"), "value"));
            }
            return true;
        } catch (SeqrException refused) {
            return false;
        }
    }

    /** These are characters; the answer's charset does not matter to them. */
    private static String withoutEncoding(String answer) {
        return answer.replaceFirst("^\uFEFF", "")
                .replaceFirst("^(<\\?xml[^>]*?)encoding\\s*=\\s*(\"[^\"]*\"|'[^']*')", "$1");
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
        } catch (javax.xml.parsers.ParserConfigurationException e) {
            throw new IllegalStateException(e);
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
