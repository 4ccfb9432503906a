package dev.seqrpay.web;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a browser would make of a page. Ours are well-formed, so the strictest of parsers can say. */
final class Markup {
    private final Element root;

    Markup(String markup) {
        try {
            var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            root = builder.parse(new InputSource(new StringReader(markup))).getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(e.getMessage() + " in " + markup, e);
        }
    }

    List<Element> all(String xpath) {
        try {
            var found = (NodeList)
                    XPathFactory.newDefaultInstance().newXPath().evaluate(xpath, root, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength())
                    .mapToObj(index -> (Element) found.item(index))
                    .toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Element one(String xpath) {
        List<Element> found = all(xpath);
        if (found.size() != 1) throw new AssertionError(found.size() + " of " + xpath);
        return found.get(0);
    }

    boolean has(String xpath) {
        return !all(xpath).isEmpty();
    }

    String text(String xpath) {
        return one(xpath).getTextContent();
    }

    /** The notice that is not hidden, by its class. */
    String notice() {
        return one("//div[starts-with(@class,'notice ')][not(@hidden)]")
                .getAttribute("class")
                .substring(7);
    }

    /** Every element with its attributes, and every text, in document order. */
    List<String> outline() {
        List<String> outline = new ArrayList<>();
        outline(root, outline);
        return outline;
    }

    private static void outline(Node node, List<String> outline) {
        if (node instanceof Element element) {
            outline.add("<" + element.getTagName());
            var attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++)
                outline.add(attributes.item(i).toString());
        } else {
            outline.add(node.getNodeName() + " " + node.getNodeValue());
        }
        children(node).forEach(child -> outline(child, outline));
    }

    private static Stream<Node> children(Node node) {
        return IntStream.range(0, node.getChildNodes().getLength()).mapToObj(node.getChildNodes()::item);
    }
}
