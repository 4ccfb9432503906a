package dev.seqrpay.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.handler.CancelPaymentHandler;
import dev.seqrpay.handler.DispatchHandler;
import dev.seqrpay.handler.EventFile;
import dev.seqrpay.handler.PaymentPageHandler;
import dev.seqrpay.handler.PaymentStatusHandler;
import dev.seqrpay.handler.SocketHandler;
import dev.seqrpay.handler.Untouchable;
import dev.seqrpay.live.Connections;
import dev.seqrpay.merchant.Brand;
import dev.seqrpay.merchant.Logo;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.Claim;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Reason;
import dev.seqrpay.payment.SampleStandings;
import dev.seqrpay.payment.Standing;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.StoredPayment;
import dev.seqrpay.wiring.TestPorts;
import dev.seqrpay.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.jr.ob.JSON;

/** A view token opens nothing for ever. */
class ViewingTest {
    private static final Instant END = LogTest.NOW;

    private static final Map<String, Function<Wiring, RequestStreamHandler>> WITH_A_VIEW_TOKEN = Map.of(
            "status", PaymentStatusHandler::new,
            "view", PaymentPageHandler::new,
            "cancel-by-shopper", CancelPaymentHandler::new,
            "page", PaymentPageHandler::new,
            "qr-code", PaymentPageHandler::new,
            "logo", PaymentPageHandler::new,
            "receipt", PaymentPageHandler::new,
            "socket-message", SocketHandler::new);

    private static final Merchant SHOP = new Merchant(
            "demoshop",
            "Shop",
            List.of(),
            new Brand(null, new Logo("\u00ff\u00d8\u00ff".getBytes(StandardCharsets.ISO_8859_1))));

    private final List<String> sent = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"PAID", "CANCELED", "FAILED", "REVIEW", "REVERSED"})
    void ninety_days_after_the_end_its_pages_are_as_if_they_had_never_been(State end) throws Exception {
        Payment payment = LogTest.payment(end, Reason.EXPIRED);
        for (String event : WITH_A_VIEW_TOKEN.keySet()) {
            assertThat(answer(event, payment, Duration.ofDays(90).minusMillis(1))
                            .get("statusCode"))
                    .as(event)
                    .isNotEqualTo(404);
            Map<String, Object> late = answer(event, payment, Duration.ofDays(90));
            assertThat(late).as(event).containsEntry("statusCode", 404);
            assertThat(String.valueOf(late.get("body"))).doesNotContain(end.name(), payment.reference());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"CREATED", "ISSUED", "CANCELING"})
    void what_has_not_ended_can_be_viewed(State state) {
        assertThat(Viewing.isOpen(LogTest.payment(state, null), END.plus(Duration.ofDays(1000))))
                .isTrue();
    }

    /** What was paid before its time was kept has only the time of its last change. */
    @Test
    void a_refund_long_after_is_no_new_end_but_what_is_not_known_to_be_paid_earlier_ended_with_its_last_change() {
        Instant paid = END.minus(Duration.ofDays(30));
        Instant later = END.plus(Duration.ofDays(70));

        assertThat(Viewing.isOpen(endedAt(State.PAID, paid), later)).isFalse();
        assertThat(Viewing.isOpen(endedAt(State.PAID, null), later)).isTrue();
        assertThat(Viewing.isOpen(endedAt(State.CANCELED, null), later)).isTrue();
        assertThat(Viewing.isOpen(endedAt(State.REVERSED, paid), later)).isTrue();
    }

    /** Last changed at the end. */
    private static Payment endedAt(State state, Instant paidAt) {
        Payment ended = LogTest.payment(state, Reason.EXPIRED);
        Standing standing = SampleStandings.in(
                state, Reason.EXPIRED, paidAt, ended.invoice().total());
        return new Payment(ended.purchase(), ended.version(), ended.changedAt(), standing);
    }

    @Test
    void a_new_socket_is_not_greeted_either() throws Exception {
        Wiring late = wiring(LogTest.payment(State.PAID, null), Viewing.PERIOD);
        new DispatchHandler(late).handleRequest(EventFile.of("dispatch").stream(), null, null);
        assertThat(sent).isEmpty();
    }

    private Map<String, Object> answer(String event, Payment payment, Duration later) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WITH_A_VIEW_TOKEN
                .get(event)
                .apply(wiring(payment, later))
                .handleRequest(EventFile.of(event).stream(), out, null);
        return JSON.std.mapFrom(out.toString(StandardCharsets.UTF_8));
    }

    /** Nothing but reading is allowed. */
    static PaymentStore store(Payment payment) {
        return Untouchable.except(
                PaymentStore.class,
                Map.of("find", Optional.of(payment), "read", Optional.of(new StoredPayment(payment, Claim.NONE))));
    }

    private Wiring wiring(Payment payment, Duration later) {
        return new TestPorts()
                .payments(store(payment))
                .merchants(Untouchable.except(Merchants.class, "find", Optional.of(SHOP)))
                .sockets(Untouchable.of(Connections.class), (connection, message) -> sent.add(message))
                .clock(() -> END.plus(later))
                .wiring();
    }
}
