package dev.seqrpay.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.local.Runner;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.demo.shop.PaymentApiException;
import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.simulator.Phone;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pages that a developer meets first: the demo shop's, the timeline, the simulator's and its phone. */
@BrowserTest
class DevelopersPagesTest {
    private final BrowserWorld world;

    DevelopersPagesTest(BrowserWorld world) {
        this.world = world;
    }

    @Test
    void canBeReadAndFitTheWindow() throws PaymentApiException {
        try (Runner runner = withTwoPayments()) {
            fit(runner.shopUrl(), runner.simulator().orElseThrow().url().toString());
        }
    }

    /** One of its own: the timeline of all other tests is longer than any developer's. */
    private static Runner withTwoPayments() throws PaymentApiException {
        Project project = Project.find();
        Runner runner = Runner.start(
                project,
                Data.inMemory(project),
                Optional.empty(),
                PortNumbers.FREE,
                new PrintStream(OutputStream.nullOutputStream()));
        runner.shop().buy(Map.of("cup", 1), runner.shopUrl());
        ShopPayment paid = runner.shop().buy(Map.of("cup", 1), runner.shopUrl());
        new Phone(runner.simulator().orElseThrow().url()).pay(paid.qrCode(), BrowserWorld.PIN);
        return runner;
    }

    private void fit(String shop, String simulator) {
        for (Device device : List.of(Device.DESKTOP, Device.ANDROID.sized(390, 844)))
            try (Tab tab = world.open(device)) {
                for (String page : List.of(
                        shop,
                        shop + "/orders",
                        shop + "/timeline",
                        simulator,
                        simulator + "/phone",
                        simulator + "/control")) {
                    tab.open(page);
                    tab.awaitText("e");
                    assertThat(Axe.violations(tab)).as(page).isEmpty();
                    assertThat(tab.run("document.documentElement.scrollWidth <= innerWidth"))
                            .as(page)
                            .isEqualTo(true);
                    assertThat((List<?>) tab.run(BROKEN)).as(page).isEmpty();
                }
            }
    }

    /** Texts of which hardly a letter stands in a line. */
    private static final String BROKEN = """
            return shown('code, a, dd, td').filter((e) => e.innerText.length > 8 && e.children.length === 0
              && e.getClientRects().length * 4 > e.innerText.length).map((e) => e.outerHTML);
            """;

    @Test
    void thePhonesListStaysWithinThePhone() {
        world.buy();
        try (Tab tab = world.open(Device.DESKTOP)) {
            tab.open(world.runner().simulator().orElseThrow().url() + "/phone");
            tab.awaitShown("#open button");

            assertThat((List<?>) tab.run("""
                    const edge = shown('.phone')[0].getBoundingClientRect().right;
                    return shown('#open button').filter((each) => each.getBoundingClientRect().right > edge).map((each) => each.outerHTML);
                    """)).isEmpty();
        }
    }

    @Test
    void enterWithoutADigitCostsThePayerNoTry() {
        ShopPayment payment = world.buy();
        try (Tab tab = world.open(Device.DESKTOP)) {
            tab.open(world.runner().simulator().orElseThrow().url() + "/phone?ref=" + BrowserWorld.reference(payment));
            tab.awaitShown("#key-1");
            for (int i = 0; i < 5; i++)
                tab.run("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))");
            assertThat(tab.traffic().sent()).noneMatch(sent -> sent.url().endsWith("/pay"));
            for (String digit : BrowserWorld.PIN.split("")) tab.press("#key-" + digit);
            tab.press("#confirm");

            tab.awaitText("Paid");
        }
    }
}
