package dev.seqrpay.web;

import java.util.List;
import java.util.Set;

/**
 * An element of HTML or SVG. Text and attribute values are encoded here and nowhere else, and there is no way to add
 * markup as a string, so nothing from outside can become markup. What is written is well-formed XML as well.
 */
final class Element {
    private static final Set<String> VOID = Set.of("meta", "link", "img", "input");

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    private Element(String name) {
        this.name = name;
    }

    static Element element(String name) {
        return new Element(name);
    }

    static Element element(String name, String text) {
        return new Element(name).text(text);
    }

    Element with(String attribute, String value) {
        attributes.append(' ').append(attribute).append("=\"");
        encode(value, attributes);
        attributes.append('"');
        return this;
    }

    Element css(String classes) {
        return with("class", classes);
    }

    Element hiddenIf(boolean hidden) {
        return hidden ? with("hidden", "") : this;
    }

    Element text(String text) {
        encode(text, content);
        return this;
    }

    Element add(Element... children) {
        return add(List.of(children));
    }

    Element add(List<Element> children) {
        children.forEach(child -> child.writeTo(content));
        return this;
    }

    private void writeTo(StringBuilder out) {
        out.append('<').append(name).append(attributes);
        if (VOID.contains(name)) out.append("/>");
        else out.append('>').append(content).append("</").append(name).append('>');
    }

    private static void encode(String text, StringBuilder out) {
        for (int at = 0, character; at < text.length(); at += Character.charCount(character)) {
            character = text.codePointAt(at);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(character) ? character : 0xFFFD);
            }
        }
    }

    /** Neither HTML nor XML can carry the others, not even encoded: controls, halves of pairs and non-characters. */
    private static boolean isAllowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
            case Character.SURROGATE -> false;
            default -> (character & 0xFFFE) != 0xFFFE;
        };
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(content.length() + 64);
        writeTo(out);
        return out.toString();
    }
}
