package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;

import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code as SVG. SEQR writes its texts in capitals ({@code HTTP://SEQR.SE/R…}), which the library packs in the
 * alphanumeric mode: 25 modules a side, and room for a quarter of them to be unreadable.
 */
public final class QrCode {
    /** The empty margin, in modules, that ISO/IEC 18004 asks for. */
    private static final int QUIET = 4;

    private QrCode() {}

    /** As a file of its own. */
    public static String svg(String text) {
        return drawn(text, text).with("xmlns", "http://www.w3.org/2000/svg").toString();
    }

    /** @param title what it is called where it cannot be seen */
    static Element drawn(String text, String title) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        String side = String.valueOf(code.size + 2 * QUIET);
        return element("svg")
                .with("viewBox", "0 0 " + side + " " + side)
                .with("shape-rendering", "crispEdges")
                .with("role", "img")
                .add(
                        element("title", title),
                        element("rect").with("width", side).with("height", side).with("fill", "#fff"),
                        element("path").with("d", path(code)));
    }

    /** Dark modules that lie side by side become one rectangle. */
    private static String path(io.nayuki.qrcodegen.QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++)
            for (int x = 0, width; x < code.size; x += Math.max(width, 1)) {
                width = darkFrom(code, x, y);
                if (width > 0) rectangle(path, x + QUIET, y + QUIET, width);
            }
        return path.toString();
    }

    private static int darkFrom(io.nayuki.qrcodegen.QrCode code, int x, int y) {
        int end = x;
        while (code.getModule(end, y)) end++; // outside of the code everything is light
        return end - x;
    }

    private static void rectangle(StringBuilder path, int x, int y, int width) {
        path.append('M').append(x).append(' ').append(y);
        path.append('h').append(width).append("v1h-").append(width).append('z');
    }
}
