package dev.seqrpay.web;

import static dev.seqrpay.web.Element.element;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElementTest {

    @Test
    void text_is_encoded() {
        assertThat(element("p", "<b> & \"c\" 'd'")).hasToString("<p>&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>");
    }

    @Test
    void attributes_are_encoded() {
        assertThat(element("a").with("href", "x\" onclick='y'>"))
                .hasToString("<a href=\"x&quot; onclick=&#39;y&#39;&gt;\"></a>");
    }

    @Test
    void a_child_is_not_encoded_again() {
        assertThat(element("p", "a&").add(element("b", "c<"))).hasToString("<p>a&amp;<b>c&lt;</b></p>");
    }

    @Test
    void a_void_element_has_no_end() {
        assertThat(element("img").with("src", "/x")).hasToString("<img src=\"/x\"/>");
    }

    @Test
    void what_no_page_can_carry_is_replaced() {
        assertThat(element("p", "a\u0000b\u001bc\ud800d\uffffe\n\u007f"))
                .hasToString("<p>a\ufffdb\ufffdc\ufffdd\ufffde\n\ufffd</p>");
    }

    @Test
    void characters_beyond_the_first_plane_stay() {
        assertThat(element("p", "åäö 😀 한국")).hasToString("<p>åäö 😀 한국</p>");
    }
}
