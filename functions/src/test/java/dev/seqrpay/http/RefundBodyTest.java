package dev.seqrpay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.RefundRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundBodyTest {
    private static RefundRequest read(String json) {
        return RefundBody.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_amount_is_all_that_it_takes() {
        assertThat(read("{'amount':{'currency':'SEK','value':'1.00'}}"))
                .isEqualTo(RefundRequest.of(Money.of("SEK", "1")));
    }

    @Test
    void rows_say_how_much_of_them_and_why_and_who() {
        assertThat(
                        read(
                                "{'invoiceRows':[{'row':2,'itemQuantity':'1.5'},{'row':1}],'reason':'too small','by':'support'}"))
                .isEqualTo(new RefundRequest(
                        null,
                        List.of(new RefundRequest.Row(2, new BigDecimal("1.5")), new RefundRequest.Row(1, null)),
                        "too small",
                        "support"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                            | amount
            {'reason':'none'}                                                             | amount
            {'amount':{'currency':'SEK','value':'0.00'}}                                  | amount.value
            {'amount':{'currency':'SEK','value':'-1.00'}}                                 | amount.value
            {'amount':{'currency':'SEK','value':'1.00'},'invoiceRows':[{'row':1}]}        | amount
            {'invoiceRows':[]}                                                            | invoiceRows
            {'invoiceRows':[{}]}                                                          | invoiceRows[0].row
            {'invoiceRows':[{'row':0}]}                                                   | invoiceRows[0].row
            {'invoiceRows':[{'row':201}]}                                                 | invoiceRows[0].row
            {'invoiceRows':[{'row':1,'itemQuantity':'0'}]}                                | invoiceRows[0].itemQuantity
            {'invoiceRows':[{'row':1,'amount':'1'}]}                                      | invoiceRows[0].amount
            {'amount':{'currency':'SEK','value':'1.00'},'reason':7}                       | reason
            {'amount':{'currency':'SEK','value':'1.00'},'who':'support'}                  | who
            """)
    void what_is_wrong_is_named(String json, String field) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(json));

        assertThat(problem.response().status()).isEqualTo(400);
        assertThat(problem.response().body()).contains("\"" + field + "\"");
    }
}
