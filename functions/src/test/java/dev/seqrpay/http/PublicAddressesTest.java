package dev.seqrpay.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublicAddressesTest {
    private static final String ID = TokensTest.TOKENS.payment("demoshop", "order-1001");

    private final PublicAddresses addresses =
            new PublicAddresses("https://pay.example", "wss://live.example", "seqr", TokensTest.TOKENS);

    @Test
    void seqr_is_given_an_address_with_its_own_token_and_a_browser_others_with_theirs() {
        String view = TokensTest.TOKENS.view(ID);

        assertThat(addresses.notification(ID))
                .isEqualTo("https://pay.example/notifications/" + ID + "/" + TokensTest.TOKENS.notification(ID));
        assertThat(addresses.view(ID)).isEqualTo("https://pay.example/pay/" + ID + "/" + view);
        assertThat(addresses.socket(ID)).isEqualTo("wss://live.example?view=" + ID + "." + view);
    }
}
