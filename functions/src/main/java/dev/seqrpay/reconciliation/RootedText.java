package dev.seqrpay.reconciliation;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a report between the brackets of its root. SEQR's roots close with another name or not at all
 * (contract, "Reports"), which no XML parser takes, so that the root is read here and a parser gets another one.
 */
final class RootedText {
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w.:-]*)(?:\\s[^<>]*)?/?>");
    private static final Pattern END = Pattern.compile("</([A-Za-z_][\\w.:-]*)\\s*>\\s*");

    private final String text;
    private final String root;
    private final int begin;
    private final int end;

    private RootedText(String text, String root, int begin, int end) {
        this.text = text;
        this.root = root;
        this.begin = begin;
        this.end = end;
    }

    static RootedText of(String text) {
        Matcher root = ROOT.matcher(text).region(afterProlog(text), text.length());
        if (!root.lookingAt()) throw new UnreadableReport("it is no XML document");
        String name = root.group(1);
        if (root.group().endsWith("/>")) return new RootedText(text, name, root.end(), root.end());
        return new RootedText(text, name, root.end(), end(text, name, root.end()));
    }

    /** Behind declarations and comments; a document type is none of them. */
    private static int afterProlog(String text) {
        int at = text.indexOf('<');
        while (text.startsWith("<?", at) || text.startsWith("<!--", at)) {
            int end = text.startsWith("<?", at) ? text.indexOf("?>", at + 2) : text.indexOf("-->", at + 4);
            at = end < 0 ? -1 : text.indexOf('<', end);
        }
        if (at < 0) throw new UnreadableReport("it is no XML document");
        return at;
    }

    /** An end tag that nothing inside begins is the root's, whatever its name. */
    private static int end(String text, String root, int begin) {
        int last = text.lastIndexOf("</");
        if (last < begin) return text.length();
        Matcher tag = END.matcher(text).region(last, text.length());
        if (!tag.matches()) return text.length();
        String name = tag.group(1);
        return name.equals(root) || !begins(text, name, begin) ? last : text.length();
    }

    private static boolean begins(String text, String name, int from) {
        for (int at = text.indexOf("<" + name, from); at >= 0; at = text.indexOf("<" + name, at + 1)) {
            int behind = at + 1 + name.length();
            if (behind < text.length() && " \t\r\n/>".indexOf(text.charAt(behind)) >= 0) return true;
        }
        return false;
    }

    String root() {
        return root;
    }

    /** The document under a root that closes. */
    Reader reader() {
        return new Rooted();
    }

    /** Nothing is copied: a report may have 20 MB. */
    private final class Rooted extends Reader {
        private static final String OPEN = "<r>";
        private static final String CLOSE = "</r>";

        private int at;

        @Override
        public int read(char[] into, int offset, int length) {
            int whole = OPEN.length() + end - begin + CLOSE.length();
            if (at >= whole) return -1;
            int count = Math.min(length, whole - at);
            for (int i = 0; i < count; i++) into[offset + i] = character(at + i);
            at += count;
            return count;
        }

        private char character(int index) {
            if (index < OPEN.length()) return OPEN.charAt(index);
            int inside = begin + index - OPEN.length();
            return inside < end ? text.charAt(inside) : CLOSE.charAt(inside - end);
        }

        @Override
        public void close() throws IOException {
            at = Integer.MAX_VALUE;
        }
    }
}
