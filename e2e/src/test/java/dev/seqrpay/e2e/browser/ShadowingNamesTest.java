package dev.seqrpay.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.e2e.gallery.ShopWindow;
import dev.seqrpay.local.demo.shop.ShopPayment;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A shop's page shows markup of strangers, such as a review with a picture, in which a name is allowed. An element is found
 * under its name in place of the document's own property, and of a method that the window inherits ("DOM clobbering"; HTML,
 * "named access on the Window object" and "DOM tree accessors"). The view is that of the tag all the same.
 */
@BrowserTest
class ShadowingNamesTest {
    /** All that documents and windows have, and what a form's own names can hide. */
    private static final String NAMES = """
            const names = (object) => object ? [...Object.getOwnPropertyNames(object), ...names(Object.getPrototypeOf(object))] : [];
            return [...new Set([...names(document), ...names(window), 'seqrShop', 'seqrPayment', 'shop'])];
            """;

    private static final String ANOTHER_CODE =
            "data:,#!invoiceQRCode=HTTP%3A%2F%2FSEQR.SE%2FR666&amp;statusURL=%2Fnothing&amp;view=";

    /** Each of what HTML lets shadow a property, with the options of another payment where it can have them. */
    enum Shadow {
        PICTURE(name -> "<img name=\"%1$s\" id=\"%1$s\" alt=\"\" src=\"%2$s\">".formatted(name, ANOTHER_CODE)),
        FORM(name ->
                "<form name=\"%1$s\" id=\"%1$s\"><input name=\"length\"><input name=\"prepend\"><input name=\"src\" value=\"%2$s\"></form>"
                        .formatted(name, ANOTHER_CODE)),
        PAIR_OF_LINKS(name -> "<a id=\"%1$s\" href=\"%2$s\">a</a><a id=\"%1$s\" name=\"src\" href=\"%2$s\">b</a>"
                .formatted(name, ANOTHER_CODE)),
        OBJECT(name -> "<object name=\"%1$s\" id=\"%1$s\"></object>".formatted(name)),
        EMBED(name -> "<embed name=\"%1$s\">".formatted(name));

        final Function<String, String> markup;

        Shadow(Function<String, String> markup) {
            this.markup = markup;
        }
    }

    private final BrowserWorld world;
    private final ShopWindow window;

    ShadowingNamesTest(BrowserWorld world) {
        this.world = world;
        this.window = world.window();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource
    void takeNothingOver(Shadow shadow) {
        ShopPayment payment = world.buy();
        String tag = window.tag(Map.of("view", payment.link("view"), "paidCallback", "shop.paid"));
        try (Tab tab = world.open(Device.DESKTOP)) {
            tab.open(window.page(shadows(tab, shadow), tag));
            isOfTheTag(tab, payment);
        }
    }

    /** Where the view waits for the page that is on its way, and looks for its place in it. */
    @Test
    void takeNothingOverFromATagInTheHead() {
        ShopPayment payment = world.buy();
        String tag = window.tag(Map.of("view", payment.link("view")));
        try (Tab tab = world.open(Device.DESKTOP)) {
            String html = "<!doctype html><html lang=\"en\"><head><title>Shop</title>%s</head><body>%s</body></html>";
            tab.open(window.bare(html.formatted(tag, shadows(tab, Shadow.FORM))));
            isOfTheTag(tab, payment);
        }
    }

    @Test
    void areNoTag() {
        String module = "import '" + window.api() + "/seqr.js';";
        window.script("/loader.js", module);
        try (Tab tab = world.open(Device.DESKTOP)) {
            String picture = Shadow.PICTURE.markup.apply("seqrShop");
            tab.open(window.page(picture, "<script type=\"module\" src=\"/loader.js\"></script>"));
            tab.await("customElements.get('seqr-payment') !== undefined");

            assertThat(tab.run("all('seqr-payment').length")).isEqualTo(0);
            assertThat(tab.complaints().list()).anyMatch(each -> each.contains("seqr: the script tag was not found"));
        }
    }

    private static String shadows(Tab tab, Shadow shadow) {
        List<?> names = (List<?>) tab.open("about:blank").run(NAMES);
        assertThat(names).hasSizeGreaterThan(500);
        assertThat(names.toString()).contains("currentScript", "createElement", "hidden", "addEventListener", "body");
        return names.stream().map(String::valueOf).map(shadow.markup).collect(Collectors.joining("\n"));
    }

    private void isOfTheTag(Tab tab, ShopPayment payment) {
        tab.awaitShown("svg.code");
        assertThat(tab.run("all('seqr-payment')[0].payment.qrCode")).isEqualTo(payment.qrCode());
        world.pay(payment);

        tab.awaitShown(".paid");
        assertThat(tab.traffic().sent()).noneMatch(sent -> sent.url().contains("/nothing"));
    }
}
