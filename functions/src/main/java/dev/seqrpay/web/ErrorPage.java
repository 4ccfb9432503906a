package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;

import java.util.Locale;

/** The page for an address with nothing behind it, and for a failure of ours. It needs no payment and no script. */
public final class ErrorPage {
    private ErrorPage() {}

    /** @param isCallers whether the caller's address is wrong; otherwise we have failed */
    public static String html(boolean isCallers, String language) {
        Texts texts = Texts.of(Locale.forLanguageTag(language));
        String kind = isCallers ? "missing" : "trouble";
        Element main = element("main")
                .add(element("div")
                        .css("notice " + kind)
                        .add(
                                (isCallers ? Icon.QUESTION : Icon.WARNING).svg(),
                                element("h1", texts.of(kind + ".heading")),
                                element("p", texts.of(kind + ".text"))));
        return "<!DOCTYPE html>\n"
                + element("html").with("lang", language).add(head(texts.of(kind + ".heading")), body(texts, main));
    }

    private static Element head(String title) {
        return element("head")
                .add(
                        element("meta").with("charset", "utf-8"),
                        meta("viewport", "width=device-width, initial-scale=1"),
                        meta("robots", "noindex"),
                        meta("color-scheme", "light dark"),
                        element("title", title),
                        element("link").with("rel", "icon").with("href", Assets.path("icon.svg")),
                        element("link").with("rel", "stylesheet").with("href", Assets.style(null)));
    }

    private static Element meta(String name, String content) {
        return element("meta").with("name", name).with("content", content);
    }

    private static Element body(Texts texts, Element main) {
        Element footer = element("footer").add(element("p", texts.of("footer")));
        return element("body").css("error").add(main, footer);
    }
}
