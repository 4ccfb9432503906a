package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;

/** Where the SEQR app can be had, as {@code view.js} has it, too. */
enum Store {
    APP_STORE("App Store", "https://apps.apple.com/app/id494224742"),
    GOOGLE_PLAY("Google Play", "https://play.google.com/store/apps/details?id=com.seamless.seqr");

    private final String title;
    private final String address;

    Store(String title, String address) {
        this.title = title;
        this.address = address;
    }

    Element link() {
        return element("a", title)
                .with("href", address)
                .with("target", "_blank")
                .with("rel", "noopener noreferrer");
    }
}
