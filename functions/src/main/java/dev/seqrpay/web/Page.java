package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What both pages have in common: the words and formats of the reader's language, and the frame around the content. */
final class Page {
    /** Seconds between reloads of the page where the shopper only waits for the outcome. */
    private static final String SOON = "3";
    /** Seconds between reloads of the page that the shopper reads and scans. */
    private static final String LATER = "10";

    final PaymentView view;
    final Texts texts;
    final Formats formats;

    Page(PaymentView view) {
        Locale locale = Locale.forLanguageTag(view.language());
        this.view = view;
        this.texts = Texts.of(locale);
        this.formats = new Formats(locale, view.shop().seller().timeZone());
    }

    String html(String kind, String title, Element main, List<Element> languages) {
        return "<!DOCTYPE html>\n"
                + element("html")
                        .with("lang", view.language())
                        .add(
                                kind.equals("link") ? still(title) : head(title, kind.equals("receipt") ? SOON : LATER),
                                element("body").css(kind).add(header(), main, footer(languages)));
    }

    boolean isLive() {
        return !view.payment().state().isFinal();
    }

    /** A link to the same page in each other language. */
    List<Element> languages(UnaryOperator<String> addressIn) {
        List<Element> links = new ArrayList<>();
        for (String language : view.shop().languages()) {
            Locale locale = Locale.forLanguageTag(language);
            if (Texts.of(locale) != texts)
                links.add(element("li")
                        .add(link(addressIn.apply(language), Texts.of(locale).of("language"))
                                .with("lang", language)
                                .with("hreflang", language)));
        }
        return links;
    }

    Element orderHeading() {
        String title = view.payment().invoice().title();
        return element("h2", title == null || title.isBlank() ? texts.of("order") : title)
                .with("dir", "auto");
    }

    Element time(Instant time) {
        return element("time", formats.time(time)).with("datetime", time.toString());
    }

    static Element link(String address, String text) {
        return element("a", text).with("href", address);
    }

    /** Without a script, the page fetches itself again until the payment has ended, unless the shopper is asked something. */
    private Element head(String title, String refresh) {
        Element head = still(title).add(element("script").with("type", "module").with("src", Assets.path("pay.js")));
        if (isLive() && !view.asks())
            head.add(element("noscript")
                    .add(element("meta").with("http-equiv", "refresh").with("content", refresh)));
        return head;
    }

    /** The head of a page on which nothing changes. */
    private Element still(String title) {
        return element("head")
                .add(
                        element("meta").with("charset", "utf-8"),
                        meta("viewport", "width=device-width, initial-scale=1"),
                        meta("robots", "noindex"),
                        meta("color-scheme", "light dark"),
                        element("title", title + " – " + view.shop().name()),
                        element("link").with("rel", "icon").with("href", Assets.path("icon.svg")),
                        element("link")
                                .with("rel", "stylesheet")
                                .with("href", Assets.style(view.shop().accent())));
    }

    private static Element meta(String name, String content) {
        return element("meta").with("name", name).with("content", content);
    }

    private Element header() {
        Element header = element("header");
        if (view.shop().hasLogo())
            header.add(element("img").with("src", view.logo()).with("alt", "")); // the name beside it says it
        return header.add(
                element("p", view.shop().name()).with("dir", "auto"),
                element("p", "SEQR").css("seqr").with("translate", "no"));
    }

    private Element footer(List<Element> languages) {
        return element("footer")
                .add(
                        element("p", texts.of("footer")),
                        element("details")
                                .css("fold languages")
                                .add(
                                        element("summary", texts.of("language.choose") + ": " + texts.of("language")),
                                        element("ul").add(languages)));
    }
}
