package dev.seqrpay.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {
    @Test
    void a_shop_may_have_accounts_of_its_own() {
        Accounts own = Accounts.BAS.with(Map.of(
                "clearing",
                "1686",
                "sales.25.00",
                "3051",
                "vat.12",
                "2629",
                "refunds.6",
                "3730",
                "sales.none",
                "3999"));

        assertThat(own.clearing().number()).isEqualTo("1686");
        assertThat(own.differences()).isEqualTo(Accounts.BAS.differences());
        assertThat(own.of(Rate.of("25")))
                .extracting(RateAccounts::sales, RateAccounts::refunds)
                .extracting("number")
                .containsExactly("3051", "3051");
        assertThat(own.of(Rate.of("25")).vat().number()).isEqualTo("2611");
        assertThat(own.of(Rate.of("12.0")).vat().number()).isEqualTo("2629");
        assertThat(own.of(Rate.of("6")).refunds().number()).isEqualTo("3730");
        assertThat(own.of(Rate.of("6")).sales().number()).isEqualTo("3003");
        assertThat(own.of(Rate.NONE).sales().number()).isEqualTo("3999");
    }

    @ParameterizedTest
    @CsvSource({
        "sales.25, 12, sales.25: an account has four to eight digits",
        "clearing, 15x0, clearing: an account has",
        "fees, 6570, fees: a setting is",
        "sales.25%, 3001, sales.25%: a setting is",
        "vat.24, 2615, sales.24: is missing",
        "sales.24, 3061, vat.24: is missing",
    })
    void a_setting_that_makes_no_sense_is_named(String setting, String number, String why) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Accounts.BAS.with(Map.of(setting, number)))
                .withMessageContaining(why);
    }
}
