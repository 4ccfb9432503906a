package dev.seqrpay.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Money;
import dev.seqrpay.reconciliation.Difference;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DifferenceJsonTest {
    @Test
    void a_difference_says_what_each_of_the_two_says() {
        assertThat(Json.write(DifferenceJson.of(new Difference(
                        Difference.Kind.OTHER_REFUND_AMOUNT,
                        "pay_1",
                        "ref_1",
                        "e1",
                        Money.of("SEK", "4"),
                        new BigDecimal("3.00")))))
                .isEqualTo("{\"kind\":\"OTHER_REFUND_AMOUNT\",\"paymentId\":\"pay_1\",\"refundId\":\"ref_1\","
                        + "\"ersReference\":\"e1\",\"ours\":{\"currency\":\"SEK\",\"value\":\"4.00\"},"
                        + "\"reported\":\"3.00\"}");
    }

    @Test
    void what_one_of_them_does_not_have_is_not_there() {
        assertThat(Json.write(DifferenceJson.of(
                        new Difference(Difference.Kind.UNKNOWN_PAYMENT, null, null, "e1", null, BigDecimal.ONE))))
                .isEqualTo("{\"kind\":\"UNKNOWN_PAYMENT\",\"ersReference\":\"e1\",\"reported\":\"1\"}");
    }
}
