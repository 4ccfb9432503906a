package dev.seqrpay.e2e.gallery;

import static java.util.stream.Collectors.joining;

import dev.seqrpay.e2e.browser.Chromium;
import dev.seqrpay.e2e.browser.Device;
import dev.seqrpay.e2e.browser.Tab;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Takes a picture of everything that a shopper can come to see. */
public final class Album {
    private static final Device DESK = Device.DESKTOP.sized(1100, 700);
    private static final Device PHONE = Device.ANDROID.sized(390, 760).scaled(1);
    private static final Device IN_APP = Device.INSTAGRAM.sized(390, 760).scaled(1);
    private static final Set<Stand> ENDS = Set.of(
            Stand.PAID,
            Stand.CANCELED_BY_PAYER,
            Stand.CANCELED_BY_SHOP,
            Stand.REPLACED,
            Stand.EXPIRED,
            Stand.FAILED,
            Stand.IN_REVIEW,
            Stand.REVERSED);

    private final Chromium chromium;
    private final Gallery gallery;
    private final ShopWindow window;
    private final Map<String, Map<String, byte[]>> chapters = new LinkedHashMap<>();
    private Map<String, byte[]> pictures;

    public Album(Chromium chromium, Gallery gallery, ShopWindow window) {
        this.chromium = chromium;
        this.gallery = gallery;
        this.window = window;
    }

    /** PNG files by their names, under the headings of the chapters. */
    public Map<String, Map<String, byte[]>> take() {
        chapter("The hosted payment page");
        hosted("page-waiting", Stand.WAITING, "view", DESK, "en", false);
        hosted("page-waiting-phone", Stand.WAITING, "view", PHONE, "sv", false);
        hosted("page-waiting-dark", Stand.WAITING, "view", DESK, "de", true);
        hosted("page-offline-phone", Stand.WAITING, "view", PHONE, "en", true);
        hosted("page-code-phone", Stand.WAITING, "view", PHONE, "en", false);
        hosted("page-cancel-phone", Stand.WAITING, "view", PHONE, "en", false);
        hosted("page-in-app-phone", Stand.WAITING, "view", IN_APP, "en", false);
        hosted("page-app-unopened-phone", Stand.WAITING, "view", PHONE, "en", false);
        hosted("page-languages", Stand.WAITING, "view", DESK, "da", false);
        hosted("page-preparing", Stand.PREPARING, "view", DESK, "en", false);
        hosted("page-expiring", Stand.EXPIRING, "view", DESK, "fr", false);
        for (Stand stand : Stand.values())
            if (ENDS.contains(stand)) hosted("page-" + stand.css() + "-phone", stand, "view", PHONE, "en", false);

        chapter("The receipt");
        hosted("receipt", Stand.PAID, "receipt", DESK, "en", false);
        hosted("receipt-phone", Stand.PAID, "receipt", PHONE, "fi", false);
        hosted("receipt-dark-phone", Stand.PAID, "receipt", PHONE, "en", true);
        hosted("receipt-refunded-phone", Stand.REFUNDED, "receipt", PHONE, "sv", false);
        leaving("receipt-leaving-phone", Stand.PAID, "receipt", "en");
        leaving("page-canceled-leaving-phone", Stand.CANCELED_BY_PAYER, "view", "pt");
        hosted("receipt-confirming-phone", Stand.WAITING, "receipt", PHONE, "nb", false);
        hosted("receipt-canceled-phone", Stand.CANCELED_BY_PAYER, "receipt", PHONE, "es", false);

        chapter("The view in a shop's own page");
        for (String layout : new String[] {"standard", "small"})
            for (String platform : new String[] {"desktop", "phone", "unsupported"})
                view("view-waiting-" + platform + "-" + layout, Stand.WAITING, platform, layout, "en");
        for (Stand stand : Stand.values())
            if (stand != Stand.WAITING && stand != Stand.REFUNDED)
                view("view-" + stand.css(), stand, "desktop", "standard", "en");
        view("view-offline", Stand.WAITING, "phone", "standard", "pl");
        view("view-cancel", Stand.WAITING, "phone", "standard", "en");
        unknown("view-unknown");
        view("view-paid-small", Stand.PAID, "desktop", "small", "it");
        view("view-waiting-dark", Stand.WAITING, "desktop", "standard", "nl");
        return chapters;
    }

    private void chapter(String heading) {
        pictures = new LinkedHashMap<>();
        chapters.put(heading, pictures);
    }

    private void hosted(String name, Stand stand, String page, Device device, String language, boolean dark) {
        try (Tab tab = chromium.open(device)) {
            tab.disguise().preferring(dark, true);
            tab.open(gallery.payment(stand).link(page) + "?lang=" + language);
            tab.awaitShown(".notice");
            if (name.contains("offline")) goOffline(tab);
            touch(tab, name);
            pictures.put(name, SmallPng.of(tab.picture()));
        }
    }

    /** What the shopper has to do first to see it. */
    private static void touch(Tab tab, String name) {
        if (name.contains("-code-")) tab.press(".start summary");
        if (name.contains("-cancel-")) tab.press("[data-ask]");
        if (name.contains("-languages")) tab.press(".languages summary");
        if (!name.contains("-unopened-")) return;
        tab.press("a.open");
        tab.awaitShown(".unopened");
    }

    private void leaving(String name, Stand stand, String page, String language) {
        try (Tab tab = chromium.open(PHONE)) {
            tab.disguise().preferring(false, true);
            tab.open(gallery.fresh(stand).link(page) + "?lang=" + language);
            tab.awaitShown(".leaving");
            pictures.put(name, SmallPng.of(tab.picture()));
        }
    }

    private void view(String name, Stand stand, String platform, String layout, String language) {
        Map<String, String> parameters = Map.of(
                "view", gallery.payment(stand).link("view"),
                "platform", platform,
                "layout", layout,
                "language", language,
                "renewURL", "/again");
        try (Tab tab = chromium.open(PHONE.sized(420, 700).scaled(1.5))) {
            tab.disguise().preferring(name.contains("dark"), true);
            tab.open(window.page(window.tag(parameters)));
            tab.awaitShown("." + stand.css());
            if (name.contains("offline")) goOffline(tab);
            if (name.contains("-cancel") && stand == Stand.WAITING) tab.press(".cancel summary");
            pictures.put(name, SmallPng.of(tab.picture(".view", 8)));
        }
    }

    /** Whose tag names a payment that there is not. */
    private void unknown(String name) {
        String view = gallery.payment(Stand.WAITING).link("view").replaceAll("[^/]+$", "wrong");
        try (Tab tab = chromium.open(PHONE.sized(420, 700).scaled(1.5))) {
            tab.open(window.page(window.tag(Map.of("view", view, "language", "en"))));
            tab.awaitShown(".unknown");
            pictures.put(name, SmallPng.of(tab.picture(".view", 8)));
        }
    }

    private static void goOffline(Tab tab) {
        tab.disguise().offline(true);
        tab.awaitShown(".offline");
    }

    /** @param chapters what {@link #take} returned */
    public static String index(Map<String, Map<String, byte[]>> chapters) {
        return "# What shoppers see\n\n"
                + "`./seqrpay screenshots` takes these pictures again: real pages of the local stack, in a real browser.\n"
                + chapters.entrySet().stream().map(Album::chapter).collect(joining());
    }

    private static String chapter(Map.Entry<String, Map<String, byte[]>> chapter) {
        return "\n## " + chapter.getKey() + "\n\n"
                + chapter.getValue().keySet().stream().map(Album::image).collect(joining());
    }

    private static String image(String name) {
        return "<img src=\"screenshots/%1$s.png\" alt=\"%2$s\" height=\"400\">\n"
                .formatted(name, name.replace('-', ' '));
    }
}
