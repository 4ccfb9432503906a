package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;

/** Says how the payment stands: an icon, a heading and a sentence of what it means for the shopper. */
final class Notice {
    private final Page page;

    Notice(Page page) {
        this.page = page;
    }

    Element of(Standing standing, String heading) {
        return element("div")
                .css("notice " + standing.css())
                .with("data-for", standing.meanings())
                .add(
                        standing.icon.svg(),
                        element(heading, text(standing, "heading")),
                        element("p", text(standing, "text")));
    }

    /** Only the script can know, and it will show it. */
    Element offline() {
        return element("div")
                .css("notice offline")
                .with("data-offline", "")
                .hiddenIf(true)
                .add(
                        Icon.OFFLINE.svg(),
                        element("h2", page.texts.of("offline.heading")),
                        element("p", page.texts.of("offline.text")));
    }

    String text(Standing standing, String part) {
        return page.texts.of(standing.css() + "." + part);
    }
}
