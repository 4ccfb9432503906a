package dev.seqrpay.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.seqrpay.handler.Counter.Answer;
import dev.seqrpay.payment.SeqrException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoctorHandlerTest {
    private final Counter counter = new Counter();

    @Test
    void a_shop_asks_whether_it_is_well() {
        Answer answer = counter.call(DoctorHandler::new, "health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("healthy", true);
        List<Object> checks = new ArrayList<>((List<?>) answer.json().get("checks"));
        Map<String, Object> accepted =
                Map.of("check", "credentials", "fine", true, "detail", "SEQR accepts terminal terminal");
        assertThat(checks).contains(accepted);
    }

    @Test
    void it_is_told_what_is_wrong() {
        refuse();

        Answer answer = counter.call(DoctorHandler::new, "health");

        assertThat(answer.json()).containsEntry("healthy", false);
    }

    private void refuse() {
        counter.signIn = () -> {
            throw SeqrException.answered("getPaymentStatus", 20);
        };
    }

    @Test
    void every_day_all_shops_are_examined_and_the_unwell_ones_counted() {
        examineAll();
        assertThat(counter.lines).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("event", "examined")
                .containsEntry("wrong", List.of())
                .doesNotContainKey("ShopUnwell"));
        counter.lines.clear();

        refuse();
        examineAll();
        assertThat(counter.lines).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("shop", "demoshop")
                .containsEntry("ShopUnwell", 1)
                .containsEntry("wrong", List.of("credentials: SEQR refuses the password of terminal terminal (20)")));
    }

    @Test
    void a_shop_that_cannot_be_examined_is_unwell() {
        counter.signIn = () -> {
            throw new IllegalStateException("a mistake of ours");
        };

        examineAll();

        assertThat(counter.lines).hasSize(2);
        assertThat(counter.lines.get(0)).containsEntry("event", "error");
        assertThat(counter.lines.get(1))
                .containsEntry("shop", "demoshop")
                .containsEntry("ShopUnwell", 1)
                .containsEntry("wrong", List.of("could not be examined: IllegalStateException"));
    }

    private void examineAll() {
        Context context = Untouchable.except(Context.class, "getRemainingTimeInMillis", 900_000);
        counter.call(DoctorHandler::new, EventFile.of("doctor"), context);
    }
}
