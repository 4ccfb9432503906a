package dev.seqrpay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.merchant.Seller;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With any words of a shop or SEQR, the page has the same elements and attributes, and shows the words as they are. */
class InjectionTest {
    private static final String HARMLESS = "harmless";

    static List<String> payloads() throws IOException {
        try (var file = InjectionTest.class.getResourceAsStream("payloads.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void there_are_enough_of_them() throws IOException {
        assertThat(payloads()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void words_stay_words(String payload) {
        for (State state : List.of(State.ISSUED, State.PAID)) {
            assertThat(outline(PaymentPage.html(saying(payload, state)), payload))
                    .isEqualTo(outline(PaymentPage.html(saying(HARMLESS, state)), HARMLESS));
            assertThat(outline(ReceiptPage.html(saying(payload, state)), payload))
                    .isEqualTo(outline(ReceiptPage.html(saying(HARMLESS, state)), HARMLESS));
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void an_address_that_is_not_one_is_no_link(String payload) {
        for (String address :
                List.of(payload, "https://shop.example/" + payload, "https://shop.example/\"" + payload)) {
            Markup page = new Markup(ReceiptPage.html(saying(HARMLESS, address, State.PAID)));
            page.all("//a[@class='button back']")
                    .forEach(link -> assertThat(link.getAttribute("href")).startsWith("https://shop.example/"));
            assertThat(page.all("//*")).hasSizeBetween(80, 130);
            assertThat(page.all("//script")).hasSize(1);
        }
    }

    /** In place of the words an asterisk, so that pages of different words can be compared. */
    private static List<String> outline(String html, String words) {
        return new Markup(html)
                .outline().stream().map(line -> line.replace(words, "*")).toList();
    }

    private static PaymentView saying(String words, State state) {
        return saying(words, Sample.BACK, state);
    }

    private static PaymentView saying(String words, String backUrl, State state) {
        Payment payment = Sample.issued(Sample.invoice(words, backUrl), state, null, words, words, "1.00");
        return Sample.view(new Shop(words, null, false, seller(words)), payment, "en");
    }

    private static Seller seller(String words) {
        try {
            return new Seller(words, null, null, ZoneOffset.UTC);
        } catch (IllegalArgumentException refusedAtTheDoor) {
            return Seller.NONE;
        }
    }
}
