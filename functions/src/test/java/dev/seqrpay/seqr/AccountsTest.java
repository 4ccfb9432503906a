package dev.seqrpay.seqr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.payment.SeqrException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** With whose terminal a shop's new payments are made. */
class AccountsTest {
    private static final Account DEPLOYMENTS = account("T1");
    private static final Account OWN = account("T9");

    private static Account account(String terminal) {
        return new Account(URI.create("https://seqr.example/soap"), Terminal.of(terminal, "password", "us"));
    }

    private static final class OfBoots implements Accounts {
        @Override
        public Account current() {
            return DEPLOYMENTS;
        }

        @Override
        public Optional<Account> ofShop(String merchantId) {
            return Optional.of(OWN).filter(own -> merchantId.equals("boots"));
        }

        @Override
        public Optional<Account> of(String terminalId) {
            throw new AssertionError("nobody asks for a terminal here");
        }

        @Override
        public Optional<Account> again(Account refused) {
            throw new AssertionError("SEQR refuses nothing here");
        }
    }

    @Test
    void a_shop_of_its_own_account_uses_that_and_any_other_the_deployments() {
        Accounts accounts = new OfBoots();

        assertThat(accounts.forNewPayments("boots", true)).isEqualTo(OWN);
        assertThat(accounts.forNewPayments("boots", false)).isEqualTo(DEPLOYMENTS);
        assertThat(accounts.forNewPayments("hats", false)).isEqualTo(DEPLOYMENTS);
    }

    @Test
    void a_shop_whose_account_is_missing_is_refused_as_seqr_would() {
        assertThatExceptionOfType(SeqrException.class)
                .isThrownBy(() -> new OfBoots().forNewPayments("hats", true))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(29));
    }
}
