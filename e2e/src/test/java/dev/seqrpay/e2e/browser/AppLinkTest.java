package dev.seqrpay.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.jr.ob.JSON;

/** The way into SEQR's app, in the view on a phone: by the scheme that the answer names, and by no other kind of address. */
@BrowserTest
class AppLinkTest {
    private final BrowserWorld world;

    AppLinkTest(BrowserWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @CsvSource({
        "SEQR-DEBUG://SEQR.SE/R1, SEQR-DEBUG://SEQR.SE/R1",
        "seqr-demo://seqr.se/R1, seqr-demo://seqr.se/R1",
        "'', seqr://SEQR.SE/R1",
        "javascript:ran(), seqr://SEQR.SE/R1",
        "' javascript:ran()', seqr://SEQR.SE/R1",
        "https://elsewhere.example/, seqr://SEQR.SE/R1"
    })
    void isOfSeqrsOwnSchemes(String told, String href) throws Exception {
        String answer = JSON.std.asString(Map.of("status", "ISSUED", "seqrLink", told));
        String status = world.window().json("/status-of-app-" + told.hashCode(), () -> answer);
        String tag = world.window()
                .tag(Map.of("invoiceQRCode", "HTTP://SEQR.SE/R1", "statusURL", status, "platform", "phone"));
        try (Tab tab = world.open(Device.ANDROID)) {
            tab.open(world.window().page(tag));
            tab.await("all('seqr-payment')[0].payment.status === 'ISSUED'");
            tab.awaitShown("a.open");
            assertThat(tab.run("all('a.open')[0].getAttribute('href')")).isEqualTo(href);
        }
    }
}
