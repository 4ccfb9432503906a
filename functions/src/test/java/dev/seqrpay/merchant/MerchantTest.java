package dev.seqrpay.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerchantTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example",
        "HTTPS://Shop.Example/a?b#c, https://shop.example",
        "https://shop.example:443/, https://shop.example",
        "http://shop.example:80/, http://shop.example",
        "http://shop.example:443/, http://shop.example:443",
        "https://shop.example:8443, https://shop.example:8443",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080",
        "'http://[::1]:8080/', 'http://[::1]:8080'"
    })
    void an_origin_is_written_as_browsers_write_it(String url, String origin) {
        assertThat(Origin.of(url)).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example",
                "//shop.example",
                "https:",
                "https://",
                "javascript:alert(1)",
                "https://shop.example@evil.example",
                "https://a_b.example",
                "null"
            })
    void what_is_no_web_address_has_no_origin(String url) {
        assertThat(Origin.of(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://shop.example/", "https://Shop.example", "https://shop.example:443", "*", "shop.example"
            })
    void an_origin_that_no_address_could_ever_be_on_is_not_registered(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Merchant("demoshop", "Demo", List.of(origin)))
                .withMessageContaining(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "my-shop", "shop#1", "a|b", "123456789012345678901234567890123"})
    void the_id_cannot_hold_what_separates_it_from_others(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Merchant(id, "Demo", List.of()));
    }

    @Test
    void a_shop_may_have_several_origins_or_none() {
        assertThat(new Merchant("shop1", "Demo", List.of()).origins()).isEmpty();
        assertThat(new Merchant("shop1", "Demo", List.of("https://a.example", "http://localhost:1")).origins())
                .hasSize(2);
    }
}
