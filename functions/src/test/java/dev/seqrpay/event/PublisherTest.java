package dev.seqrpay.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Change;
import dev.seqrpay.payment.InMemoryDays;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStoreContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private final InMemoryFeed feed = new InMemoryFeed();
    private final TellingPayments payments = new TellingPayments(feed, new InMemoryDays());
    private final List<String> failed = new ArrayList<>();

    private Publisher publisher(Consumer<String> paid) {
        return new Publisher(
                payments,
                feed,
                (merchant, type) -> List.of(),
                (delivery, delay) -> {},
                (entry, payment) -> "{}",
                () -> Instant.EPOCH,
                pause -> {},
                paid,
                (about, failure) -> failed.add(about + ": " + failure.getMessage()));
    }

    private Payment paid() {
        Payment issued = commit(PaymentStoreContract.issue(commit(PaymentStoreContract.creation())));
        return commit(PaymentStoreContract.pay(issued));
    }

    private Payment commit(Change change) {
        return payments.commit(change).payment();
    }

    /** Afterwards nobody would come again for a function that has died. */
    @Test
    void who_wants_to_hear_of_a_paid_payment_hears_of_it_before_it_is_published() {
        List<String> heard = new ArrayList<>();
        Payment paid = paid();

        assertThat(publisher(id -> heard.add(id + " behind " + feed.head(paid.merchantId())))
                        .publish(paid.id()))
                .isTrue();

        assertThat(heard).containsExactly(paid.id() + " behind 0");
        assertThat(failed).isEmpty();
    }

    @Test
    void a_listener_that_fails_is_told_and_keeps_no_event_back() {
        Payment paid = paid();
        Consumer<String> failing = id -> {
            throw new IllegalStateException("the queue is away");
        };

        assertThat(publisher(failing).publish(paid.id())).isTrue();

        assertThat(failed).containsExactly(paid.id() + ": the queue is away");
        assertThat(feed.unpublished(paid.id())).isEmpty();
    }
}
