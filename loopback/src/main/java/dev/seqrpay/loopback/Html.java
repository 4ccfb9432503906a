package dev.seqrpay.loopback;

/** Text in pages. */
public final class Html {
    private Html() {}

    /** Fit for an element's content and for a quoted attribute. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
