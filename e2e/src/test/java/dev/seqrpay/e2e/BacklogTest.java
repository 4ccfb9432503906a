package dev.seqrpay.e2e;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Addresses;
import dev.seqrpay.payment.Cancellation;
import dev.seqrpay.payment.Capture;
import dev.seqrpay.payment.Checkout;
import dev.seqrpay.payment.Ids;
import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Refunds;
import dev.seqrpay.payment.Settlement;
import dev.seqrpay.payment.Sweep;
import dev.seqrpay.payment.Terms;
import dev.seqrpay.payment.memory.InMemoryPayments;
import dev.seqrpay.seqr.SoapHttp;
import dev.seqrpay.seqr.SoapSeqr;
import dev.seqrpay.seqr.Terminal;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.SimulatorOptions;
import dev.seqrpay.simulator.fault.JournalEntry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SEQR is back after an outage, and everything that was open is due. */
class BacklogTest implements InstantSource {
    private static final int PAYMENTS = 100;
    /** To ask, to cancel and to ask what became of that: by ten workers, a thousand payments take 300 times SEQR's answer. */
    private static final List<String> CALLS = List.of("getPaymentStatus", "cancelInvoice", "getPaymentStatus");

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int WORKERS = 10;

    private final PaymentStore payments = new InMemoryPayments();
    private final Simulator simulator = Simulator.start(SimulatorOptions.standard());
    private final SoapSeqr seqr = new SoapSeqr(
            Terminal.of(
                    SimulatorOptions.standard().terminalId(),
                    SimulatorOptions.standard().terminalPassword(),
                    "test"),
            new SoapHttp(simulator.soapUrl()),
            () -> "reference",
            (operation, payment, code, status, took) -> {});
    private final Settlement settlement = new Settlement(payments, seqr, this);
    private final ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
    private Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        simulator.close();
    }

    @Test
    void drainsInOneSweepWithThreeCallsForEachPayment() {
        Cancellation cancellation = new Cancellation(payments, seqr, settlement, this);
        Checkout checkout =
                new Checkout(payments, seqr, (reminder, delay) -> {}, cancellation, new Names(), this, LIFE);
        each(
                IntStream.range(0, PAYMENTS).boxed().toList(),
                number -> checkout.checkout(
                        "shop", "terminal", "order-" + number, order(number), Terms.DEFAULT, new Nowhere()));
        ahead = LIFE;
        Capture capture = new Capture(payments, seqr, settlement, (reminder, delay) -> {}, this);
        Refunds refunds = new Refunds(payments, seqr, new Names(), this);
        Sweep sweep =
                new Sweep(payments, settlement, cancellation, capture, refunds, this, this::each, (id, failure) -> {});

        Sweep.Result result = sweep.run(Instant.MAX);

        assertThat(result).isEqualTo(new Sweep.Result(PAYMENTS, 0));
        assertThat(payments.due(instant(), PAYMENTS)).isEmpty();
        assertThat(callsByInvoice().values()).hasSize(PAYMENTS).allMatch(CALLS::equals);
    }

    private Map<String, List<String>> callsByInvoice() {
        List<JournalEntry> oldestFirst = new ArrayList<>(simulator.journal().newestFirst());
        Collections.reverse(oldestFirst);
        return oldestFirst.stream()
                .filter(entry -> !entry.what().equals("sendInvoice"))
                .collect(groupingBy(JournalEntry::reference, mapping(JournalEntry::what, toList())));
    }

    private <T, R> List<R> each(List<T> items, Function<T, R> work) {
        List<Callable<R>> calls =
                items.stream().<Callable<R>>map(item -> () -> work.apply(item)).toList();
        try {
            return threads.invokeAll(calls).stream().map(BacklogTest::get).toList();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static <R> R get(Future<R> done) {
        try {
            return done.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Invoice order(int number) {
        Money total = Money.of("SEK", "100");
        Invoice.Row row = new Invoice.Row("Thing", BigDecimal.ONE, total, null, null, null, null, null, null);
        return new Invoice("order-" + number, "A thing", List.of(row), total, null, null, null, null, null);
    }

    private static final class Names implements Ids {
        @Override
        public String payment(String merchantId, String key) {
            return "pay_" + UUID.randomUUID();
        }

        @Override
        public String refund(String paymentId, String key) {
            return "ref_" + UUID.randomUUID();
        }
    }

    private static final class Nowhere implements Addresses {
        @Override
        public String notification(String paymentId) {
            return "http://127.0.0.1:1/";
        }

        @Override
        public String view(String paymentId) {
            return "http://127.0.0.1:1/";
        }
    }
}
