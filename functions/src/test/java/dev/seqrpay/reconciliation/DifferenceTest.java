package dev.seqrpay.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Money;
import dev.seqrpay.reconciliation.Difference.Kind;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SEQR owes more than we say. */
class DifferenceTest {
    @ParameterizedTest
    @CsvSource({
        "MISSING_PAYMENT,     , 5.00,     , -500",
        "UNKNOWN_PAYMENT,     ,     , 5.00,  500",
        "OTHER_AMOUNT,        , 5.00, 4.00, -100",
        "DOUBLED,             , 5.00, 10.00, 500",
        "OTHER_PERIOD,        ,     , 5.00,  500",
        "MISSING_REFUND,      ref_1, 5.00,  ,  500",
        "UNKNOWN_REFUND,      ,     , 5.00, -500",
        "OTHER_REFUND_AMOUNT, ref_1, 5.00, 4.00, 100",
        "DOUBLED,             ref_1, 5.00, 10.00, -500",
        "REFUNDS_NOT_SHOWN,   , 5.00,     ,    0",
        "OTHER_TOTAL,         , 5.00, 4.00, -100",
        "OTHER_TOTAL,         ,     , 4.00,"
    })
    void each_kind_has_its_sign(Kind kind, String refundId, String ours, BigDecimal reported, Long more) {
        Money money = ours == null ? null : Money.of("SEK", ours);

        assertThat(new Difference(kind, "pay_1", refundId, "ers-1", money, reported).owedMore())
                .isEqualTo(more == null ? OptionalLong.empty() : OptionalLong.of(more));
    }
}
