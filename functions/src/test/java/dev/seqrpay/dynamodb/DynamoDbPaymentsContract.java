package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.DayIndex;
import dev.seqrpay.payment.DayIndex.Place;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.PaymentStoreContract;
import dev.seqrpay.payment.StoreUnavailable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store on the template's own table, wherever that is. */
public abstract class DynamoDbPaymentsContract implements PaymentStoreContract {
    private PaymentStore store;

    protected abstract TemplateTable table();

    @BeforeEach
    void empty() {
        table().renew();
        store = table().payments();
    }

    @Override
    public PaymentStore store() {
        return store;
    }

    /** Where the table has it, a payment is on the day on which it was made, the latest first. */
    @Test
    void a_payment_is_on_the_day_on_which_it_was_made() {
        DayIndex days = table().dayIndex();
        List<Payment> made = IntStream.range(0, 5).mapToObj(each -> created()).toList();
        Payment first = made.get(0);
        LocalDate day = Place.of(first).day();
        List<Place> expected = made.stream()
                .map(Place::of)
                .sorted(Comparator.comparing(Place::key).reversed())
                .toList();

        List<Place> all = days.madeOn(first.merchantId(), day, Optional.empty(), 100);
        assertThat(all)
                .containsAll(expected)
                .isSortedAccordingTo(Comparator.comparing(Place::key).reversed());
        assertThat(days.madeOn(first.merchantId(), day, Optional.empty(), 2)).isEqualTo(all.subList(0, 2));
        assertThat(days.madeOn(first.merchantId(), day, Optional.of(all.get(1)), 100))
                .isEqualTo(all.subList(2, all.size()));
        assertThat(days.madeOn(first.merchantId(), day.minusDays(1), Optional.empty(), 100))
                .isEmpty();
        assertThat(days.madeOn("nobody", day, Optional.empty(), 100)).isEmpty();
    }

    @Override
    public List<Integer> outbox(String paymentId) {
        return table().outbox(paymentId);
    }

    @Override
    public PaymentStore faulty(long seed) {
        return table().payments(new BadDay(seed));
    }

    @Override
    public boolean isFault(RuntimeException failure) {
        return failure instanceof StoreUnavailable;
    }
}
