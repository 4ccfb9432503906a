package dev.seqrpay.seqr;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** A good answer with a few things changed, the same for the same random numbers. */
final class ChangedAnswer {
    /** Stands for an address that no code may call; as long as any other, so that a seed always changes the same. */
    static final String CANARY = "http://127.0.0.1:00000/x";

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
        "1.1",
        "<!DOCTYPE x SYSTEM \"" + CANARY + "\">",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + CANARY + "\">]>",
        "<!DOCTYPE x [<!ENTITY % e SYSTEM \"" + CANARY + "\"> %e;]>",
        "<?xml-stylesheet href=\"" + CANARY + "\"?>",
        "&e;"
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
        "<invoiceReference>7</invoiceReference>",
        "<!DOCTYPE x SYSTEM \"" + CANARY + "\">",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + CANARY + "\">]>",
        "<!DOCTYPE x [<!ENTITY % e SYSTEM \"" + CANARY + "\"> %e;]>",
        "&e;",
        "<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"" + CANARY + "\"/>",
        "<?xml-stylesheet href=\"" + CANARY + "\"?>"
    };

    private static final String[] ATTRIBUTES = {
        " a=\"0\"",
        " xmlns=\"\"",
        " xmlns=\"urn:x\"",
        " xmlns:x=\"urn:x\"",
        " xml:space=\"preserve\"",
        " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"",
        " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"invoice\"",
        " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"ns2:receipt\"",
        " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:noNamespaceSchemaLocation=\"" + CANARY + "\""
    };

    private ChangedAnswer() {}

    static byte[] of(String answer, RandomGenerator random) {
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

    static byte[] blindly(byte[] answer, RandomGenerator random) {
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
}
