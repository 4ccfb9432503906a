package dev.seqrpay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.OrderChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderChangeBodyTest {
    private static final Merchant SHOP = new Merchant("demoshop", "Demo Shop", List.of("https://shop.example"));
    private static final String ITEMS = "'totalAmount':{'currency':'SEK','value':'80.00'},"
            + "'invoiceRows':[{'itemQuantity':'1','itemTotalAmount':{'currency':'SEK','value':'80.00'}}]";

    private static OrderChange read(String json) {
        return OrderChangeBody.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), SHOP);
    }

    @Test
    void items_alone_say_nothing_of_tokens() {
        OrderChange change = read("{" + ITEMS + "}");

        assertThat(change.items().total()).isEqualTo(Money.of("SEK", "80"));
        assertThat(change.answers()).isNull();
    }

    @Test
    void an_answer_alone_changes_no_item() {
        assertThat(read("{'customerTokens':[{'id':'card-1','status':'USED'},{'id':'c 2','status':'INVALID'}]}"))
                .isEqualTo(new OrderChange(null, Map.of("card-1", Status.USED, "c 2", Status.INVALID)));
        assertThat(read("{'customerTokens':[]}")).isEqualTo(new OrderChange(null, Map.of()));
    }

    @Test
    void a_card_that_makes_it_cheaper_is_both() {
        OrderChange change = read("{'customerTokens':[{'id':'card-1','status':'BLOCKED'}]," + ITEMS + "}");

        assertThat(change.items().rows()).hasSize(1);
        assertThat(change.answers()).isEqualTo(Map.of("card-1", Status.BLOCKED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                           | totalAmount
            {'customerTokens':null}                                                      | totalAmount
            {'customerTokens':[],'totalAmount':{'currency':'SEK','value':'80.00'}}       | invoiceRows
            {'customerTokens':{}}                                                        | customerTokens
            {'customerTokens':['card-1']}                                                | customerTokens[0]
            {'customerTokens':[{'status':'USED'}]}                                       | customerTokens[0].id
            {'customerTokens':[{'id':1,'status':'USED'}]}                                | customerTokens[0].id
            {'customerTokens':[{'id':'c'}]}                                              | customerTokens[0].status
            {'customerTokens':[{'id':'c','status':'PENDING'}]}                           | customerTokens[0].status
            {'customerTokens':[{'id':'c','status':'1'}]}                                 | customerTokens[0].status
            {'customerTokens':[{'id':'c','status':'USED','value':'9'}]}                  | customerTokens[0].value
            {'customerTokens':[{'id':'c','status':'USED'},{'id':'c','status':'USED'}]}   | customerTokens[1].id
            """)
    void what_is_wrong_is_named(String json, String field) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(json));

        assertThat(problem.response().status()).isEqualTo(400);
        assertThat(problem.response().body()).contains("\"" + field + "\"");
    }

    @Test
    void twenty_tokens_are_the_most() {
        String token = "{'id':'c','status':'USED'}";

        assertThat(catchThrowableOfType(
                                Problem.class,
                                () -> read("{'customerTokens':[" + (token + ",").repeat(20) + token + "]}"))
                        .response()
                        .body())
                .contains("must have 0 to 20 entries");
    }
}
