package dev.seqrpay.seqr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.SeqrException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Good answers with a few things changed. More of it with {@code -Dseqr.fuzz=1000000}, the same again with {@code
 * -Dseqr.fuzz.seed=} and the seed that a failure tells.
 */
@ExtendWith(QuietErrors.class)
class FuzzTest {
    private static final int INPUTS = Integer.getInteger("seqr.fuzz", 12_000);
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
        "&lt;",
        "&#0;",
        "&#x110000;",
        "&x;",
        "<!ENTITY x \"y\">",
        "<return>",
        "</return>",
        "<status>PAID</status>",
        "<resultCode>0</resultCode>",
        "<a>",
        "</a>",
        " xmlns=\"\"",
        " xmlns=\"urn:x\"",
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
        "1.1",
        "é",
        " xsi:nil=\"true\"",
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"",
        " xsi:type=\"ns2:invoice\"",
        "0",
        "-1",
        "99999999999999999999",
        "1E999999999",
        " ",
        "\n",
        "\u0085",
        "\u2028",
        "\uD83D\uDE00"
    };

    @Test
    void aChangedAnswerMeansTheSameOrIsRefusedInOneWay() {
        int read = 0;
        for (int input = 0; input < INPUTS; input++) {
            long seed = SEED + input;
            try {
                if (reads(new SplittableRandom(seed))) read++;
            } catch (Throwable unexpected) {
                throw new AssertionError("-Dseqr.fuzz=1 -Dseqr.fuzz.seed=" + seed, unexpected);
            }
        }
        if (INPUTS >= 10_000) assertThat(read).isBetween(INPUTS / 20, INPUTS * 19 / 20);
    }

    /** Whether it was still an answer. */
    private static boolean reads(RandomGenerator random) {
        Operation operation = Operation.values()[random.nextInt(Operation.values().length)];
        byte[] answer = operation.answered().getBytes(StandardCharsets.UTF_8);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) answer = changed(answer, random);
        try {
            operation.call.apply(Samples.answering(answer));
            return true;
        } catch (SeqrException refused) {
            return false;
        }
    }

    private static byte[] changed(byte[] answer, RandomGenerator random) {
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
                out.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
                to = from;
            }
            default -> // something instead
                out.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
        }
        out.write(answer, to, answer.length - to);
        return out.toByteArray();
    }
}
