package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.Samples.PAYMENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long each operation may take and how large its answer may be; time stands still unless a test moves it. */
@ExtendWith(QuietErrors.class)
class LimitsTest {
    private static final int KB = 1024;
    /** SEQR reverses a payment that we have not asked about by then (contract, "The confirmation"). */
    private static final Duration REVERSAL = Duration.ofSeconds(20);

    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @EnumSource
    void everyOperationHasItsTimeAndItsSize(Operation operation) {
        Limit expected =
                switch (operation) {
                    case GET_PAYMENT_STATUS, CANCEL_INVOICE, COMMIT_RESERVATION, REFUND_PAYMENT -> limit(7, 64);
                    case SEND_INVOICE, UPDATE_INVOICE, SUBMIT_PAYMENT_RECEIPT -> limit(15, 64);
                    case REGISTER_TERMINAL, UNREGISTER_TERMINAL, ASSIGN_SEQR_ID, MARK_TRANSACTION_PERIOD ->
                        limit(20, 64);
                    case EXECUTE_REPORT -> limit(20, 64 * 1024);
                };
        assertThat(limitOf(operation)).isEqualTo(expected);
    }

    @Test
    void twoQuestionsAndTheWritesAroundThemFitIntoTheTimeBeforeTheReversal() {
        Duration question = limitOf(Operation.GET_PAYMENT_STATUS).time();
        assertThat(question.multipliedBy(2)).isLessThanOrEqualTo(REVERSAL.minusSeconds(5));
    }

    /** The receipt repeats the order, so that a large order needs a larger answer to be captured at all. */
    @Test
    void theStatusOfTheLargestOrderIsRead() throws Exception {
        String longest = "\uD83D\uDE00".repeat(127);
        Money each = Money.of("SEK", "1.00");
        List<Invoice.Row> rows = new ArrayList<>(Collections.nCopies(
                200,
                new Invoice.Row(longest, BigDecimal.ONE, each, each, each, BigDecimal.TEN, longest, longest, longest)));
        Invoice large = new Invoice("1", "1", rows, Money.of("SEK", "200.00"), null, null, null, null, null);
        String[] echo = new String[1];
        Samples.seqr((request, limit) -> {
                    String sent = new String(request, UTF_8);
                    echo[0] = sent.substring(sent.indexOf("<invoice>"), sent.indexOf("</invoice>") + 10);
                    return Samples.plain(Operation.SEND_INVOICE.answered().getBytes(UTF_8));
                })
                .sendInvoice(Samples.payment(large), Samples.ADDRESSES);
        String answer = Operation.GET_PAYMENT_STATUS
                .answered()
                .replaceAll("(?s)<invoice>.*</invoice>", java.util.regex.Matcher.quoteReplacement(echo[0]));
        assertThat(answer.getBytes(UTF_8).length).isGreaterThan(300 * KB);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(RawServer.ok(answer));
        })) {
            assertThat(Samples.seqr(server.client())
                            .getPaymentStatus(Samples.payment(large), 2)
                            .receiptTotal())
                    .isEqualTo(large.total());
        }
    }

    @Test
    void anAnswerOfExactlyTheSizeIsReadAndOneByteMoreIsNot() throws Exception {
        String paid = Operation.GET_PAYMENT_STATUS.answered();
        String most = paid + " ".repeat(64 * KB - paid.getBytes(UTF_8).length);
        for (String answer : List.of(most, most + " "))
            try (RawServer server = new RawServer(peer -> {
                peer.request();
                peer.send(RawServer.ok(answer));
            })) {
                if (answer.equals(most))
                    assertThat(Samples.ask(server.client())).isEqualTo("PAID");
                else
                    assertThatThrownBy(() -> Samples.ask(server.client()))
                            .hasMessageContaining("an answer of more than 65536 bytes");
            }
    }

    @Test
    void whatWasNeededBeforeTheExchangeIsTakenFromItsTime() {
        AtomicReference<Limit> given = new AtomicReference<>();
        SoapCaller caller = new SoapCaller(
                (request, limit) -> {
                    given.set(limit);
                    return Samples.plain(Operation.CANCEL_INVOICE.answered().getBytes(UTF_8));
                },
                Samples.NO_LISTENER,
                () -> nanos.getAndAdd(Duration.ofMillis(10).toNanos()));
        new SoapSeqr(Samples.TERMINAL, caller, () -> "r").cancelInvoice(PAYMENT, "1");
        assertThat(given.get().time()).isEqualTo(Duration.ofMillis(6990));
    }

    @Test
    void theListenerHearsHowLongTheCallTook() {
        nanos.set(Duration.ofDays(1).toNanos());
        AtomicReference<Duration> heard = new AtomicReference<>();
        SoapCaller caller = new SoapCaller(
                (request, limit) -> {
                    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
                    return Samples.plain(Operation.CANCEL_INVOICE.answered().getBytes(UTF_8));
                },
                (operation, payment, code, status, took) -> heard.set(took),
                nanos::get);
        new SoapSeqr(Samples.TERMINAL, caller, () -> "r").cancelInvoice(PAYMENT, "1");
        assertThat(heard).hasValue(Duration.ofSeconds(3));
    }

    @Test
    void parsingIsWithinTheTimeToo() {
        for (Operation operation : Operation.values()) {
            SoapTransport late = (request, limit) -> {
                nanos.addAndGet(limit.time().toNanos());
                return Samples.plain(operation.answered().getBytes(UTF_8));
            };
            SoapTransport inTime = (request, limit) -> {
                nanos.addAndGet(limit.time().toNanos() - 1);
                return Samples.plain(operation.answered().getBytes(UTF_8));
            };
            AnswersTest.assertUnknown(
                    () -> operation.callBy.apply(new SoapCaller(late, Samples.NO_LISTENER, nanos::get)));
            assertThat(operation.callBy.apply(new SoapCaller(inTime, Samples.NO_LISTENER, nanos::get)))
                    .usingRecursiveComparison()
                    .isEqualTo(operation.value);
        }
    }

    /** When the time runs out within an answer, that is seen there and not at the end; one look more tells how long it took. */
    @Test
    void parsingStopsWhereTheTimeRunsOut() {
        String wide = Operation.GET_PAYMENT_STATUS.answered().replace("<status>", "<a/>".repeat(1000) + "<status>");
        AtomicLong looks = new AtomicLong();
        SoapCaller caller = new SoapCaller(
                (request, limit) -> Samples.plain(wide.getBytes(UTF_8)),
                Samples.NO_LISTENER,
                () -> looks.incrementAndGet() < 500 ? 0 : Duration.ofSeconds(7).toNanos());
        AnswersTest.assertUnknown(() -> new SoapSeqr(Samples.TERMINAL, caller, () -> "r").getPaymentStatus(PAYMENT, 2));
        assertThat(looks).hasValue(501);
    }

    @Test
    void whenNoTimeIsLeftNothingIsSent() throws Exception {
        try (RawServer server = new RawServer(RawServer.Peer::request)) {
            assertThatThrownBy(() -> server.client().post(new byte[1], new Limit(Duration.ofNanos(-1), KB)))
                    .hasMessageContaining("no time is left");
            assertThat(server.ended).isEmpty();
        }
    }

    private Limit limitOf(Operation operation) {
        AtomicReference<Limit> given = new AtomicReference<>();
        SoapCaller caller = new SoapCaller(
                (request, limit) -> {
                    given.set(limit);
                    return Samples.plain(operation.answered().getBytes(UTF_8));
                },
                Samples.NO_LISTENER,
                nanos::get);
        operation.callBy.apply(caller);
        return given.get();
    }

    private static Limit limit(int seconds, int kb) {
        return new Limit(Duration.ofSeconds(seconds), kb * KB);
    }
}
