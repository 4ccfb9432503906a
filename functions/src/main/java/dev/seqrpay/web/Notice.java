package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;
import static dev.seqrpay.web.Page.link;

import java.util.Optional;

/**
 * Says how the payment stands: an icon, a heading, a sentence of what it means for the shopper and, where the shop makes a new
 * payment for what was not paid, the way there.
 */
final class Notice {
    private final Page page;

    Notice(Page page) {
        this.page = page;
    }

    Element of(PageState state, String heading) {
        Element notice = element("div")
                .css("notice " + state.css())
                .with("data-for", state.meanings())
                .add(state.icon.svg(), element(heading, text(state, "heading")), element("p", text(state, "text")));
        if (state.isRenewable()) renewal().ifPresent(notice::add);
        return notice;
    }

    /** It opens in the whole window even if the page is framed, because only then the browser sends the shop's cookies. */
    private Optional<Element> renewal() {
        return WebAddress.page(page.view.renewal())
                .map(shop ->
                        link(shop, page.texts.of("renew")).css("button renew").with("target", "_top"));
    }

    /** It starts hidden, because only the script knows it and shows it. */
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

    String text(PageState state, String part) {
        return page.texts.of(state.css() + "." + part);
    }
}
