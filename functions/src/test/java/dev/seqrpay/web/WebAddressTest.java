package dev.seqrpay.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example?paymentId=pay_1",
        "https://shop.example/thanks?order=1, https://shop.example/thanks?order=1&paymentId=pay_1",
        "https://shop.example/thanks?, https://shop.example/thanks?paymentId=pay_1",
        "https://shop.example/#/thanks?x=1, https://shop.example/?paymentId=pay_1#/thanks?x=1",
        "https://shop.example/a?b=c#d, https://shop.example/a?b=c&paymentId=pay_1#d"
    })
    void a_parameter_more_leaves_query_and_fragment_as_they_are(String page, String withIt) {
        assertThat(WebAddress.with(page, "paymentId", "pay_1")).isEqualTo(withIt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "http://localhost:8080/a?b=c&d=%22#e", "HTTPS://shop.example/"})
    void a_page_of_the_web_is_a_link(String address) {
        assertThat(WebAddress.page(address)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " https://shop.example",
                "javascript:alert(1)",
                "JavaScript://shop.example/%0aalert(1)",
                "java\tscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "//shop.example",
                "/relative",
                "https:",
                "https:///path",
                "https://",
                "https://shop.example/\"><script>",
                "https://shop.example/\nx",
                "blob:https://shop.example/1",
                "seqr://SEQR.SE/R1"
            })
    void nothing_else_is(String address) {
        assertThat(WebAddress.page(address)).isEmpty();
    }

    @Test
    void nor_is_none() {
        assertThat(WebAddress.page(null)).isEmpty();
    }
}
