package dev.seqrpay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.State;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReceiptDocumentTest {
    @Test
    void it_says_what_was_paid_for_and_under_which_reference() {
        Payment paid = Sample.payment(State.PAID, null, "0");
        String html = new String(ReceiptDocument.html(paid), StandardCharsets.UTF_8);

        assertThat(html)
                .startsWith("<!DOCTYPE html><html><head><meta charset=\"utf-8\"/>")
                .contains(paid.ersReference())
                .contains(paid.invoice().orderId())
                .contains("SEK")
                .doesNotContain("null");
    }
}
