package dev.seqrpay.seqr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.seqr.wsdl.CustomerToken;
import dev.seqrpay.seqr.wsdl.CustomerTokens;
import dev.seqrpay.seqr.wsdl.PaymentStatus;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token may be anything; what the same answer says of the money is read all the same. */
class TokenMappingTest {
    private static CustomerToken token(String id, String value, Integer status) {
        CustomerToken token = new CustomerToken();
        token.setId(id);
        token.setValue(value);
        token.setDescription(value);
        token.setStatus(status);
        return token;
    }

    private static List<dev.seqrpay.payment.CustomerToken> offered(CustomerToken... tokens) {
        PaymentStatus said = new PaymentStatus();
        said.setCustomerTokens(new CustomerTokens());
        said.getCustomerTokens().getToken().addAll(Arrays.asList(tokens));
        return TokenMapping.offered(said);
    }

    @Test
    void an_answer_without_tokens_offers_none() {
        assertThat(TokenMapping.offered(new PaymentStatus())).isEmpty();
        assertThat(offered()).isEmpty();
        assertThat(offered((CustomerToken) null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, PENDING", "1, USED", "90, BLOCKED", "99, INVALID", "7, PENDING", ", PENDING"})
    void its_status_is_seqrs_number(Integer code, Status status) {
        assertThat(offered(token("c", "9752", code)))
                .containsExactly(new dev.seqrpay.payment.CustomerToken("c", "9752", "9752", status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a  b", "a\nb", "a\u0000", "a\u202Eb", "\u200B"})
    void one_that_a_shop_could_not_name_is_left_out(String id) {
        assertThat(offered(token(id, "1", 0), token("c", "1", 0))).hasSize(1);
    }

    @Test
    void blanks_around_a_text_are_not_of_it() {
        assertThat(offered(token("\n c 1 ", " \n", 0)))
                .containsExactly(new dev.seqrpay.payment.CustomerToken("c 1", null, null, Status.PENDING));
    }

    @Test
    void what_is_lengthyis_cut_and_what_names_it_is_not() {
        String lengthy = "\uD83E\uDD9E".repeat(300);

        assertThat(offered(token("c".repeat(255), lengthy, 0), token("c".repeat(256), "1", 0)))
                .singleElement()
                .satisfies(kept -> assertThat(kept.value()).isEqualTo("\uD83E\uDD9E".repeat(127)));
    }

    @Test
    void more_than_twenty_are_not_told() {
        CustomerToken[] many = new CustomerToken[30];
        for (int i = 0; i < many.length; i++) many[i] = token("c" + i, "1", 0);

        assertThat(offered(many)).hasSize(20).extracting("id").startsWith("c0", "c1");
    }
}
