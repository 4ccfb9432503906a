package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;

/** Line drawings of 24 by 24 that tell the states apart without colour. */
enum Icon {
    PHONE("M8 2h8a1 1 0 0 1 1 1v18a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zM11 18.5h2"),
    DOTS("M5 12h.01M12 12h.01M19 12h.01"),
    HOURGLASS("M6 2h12M6 22h12M7 2v4l5 6 5-6V2M7 22v-4l5-6 5 6v4"),
    CHECK("M4.5 12.5l5 5 10-11"),
    CROSS("M6 6l12 12M18 6L6 18"),
    SHOP("M4 10v11h16V10M3 6l1.5-3h15L21 6v2a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM10 21v-6h4v6"),
    CLOCK("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2"),
    WARNING("M12 3L2 20.5h20zM12 10v5M12 17.6v.4"),
    QUESTION("M8.5 9a3.5 3.5 0 1 1 5.2 3.1c-1 .6-1.7 1.2-1.7 2.4M12 18.6v.4"),
    BACK("M9 5L4 10l5 5M4 10h10a6 6 0 0 1 0 12h-3"),
    OFFLINE("M3 3l18 18M5 12.5a10 10 0 0 1 4-2.4M19 12.5a10 10 0 0 0-5-2.7M8.5 16a5 5 0 0 1 7 0M12 19.6v.4");

    final String path;

    Icon(String path) {
        this.path = path;
    }

    Element svg() {
        return element("svg")
                .css("icon")
                .with("viewBox", "0 0 24 24")
                .with("aria-hidden", "true")
                .add(element("path").with("d", path));
    }
}
