package dev.seqrpay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.local.Runner;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.loopback.Await;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.State;
import dev.seqrpay.payment.StoreUnavailable;
import dev.seqrpay.simulator.Phone;
import dev.seqrpay.simulator.Simulator;
import dev.seqrpay.simulator.fault.Fault;
import dev.seqrpay.simulator.fault.FaultKind;
import dev.seqrpay.wiring.Wiring;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * SEQR takes six seconds for every answer, and many payments are open. What one pool of ten threads would work through took
 * longer than SEQR waits for here; where each has a thread of its own, none waits for another.
 */
@Isolated("SEQR's seconds are real here: what else would run takes them")
class JamTest {
    private static final Duration LATENCY = Duration.ofSeconds(6);
    private static final int ABANDONED = 100;
    /** Twice what SEQR gives, as a machine may be busy; ten threads would come round in 60 seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newHttpClient();
    private Runner runner;
    private Simulator seqr;
    private PaymentStore payments;
    private Phone phone;

    @BeforeEach
    void start() throws Exception {
        Project project = Project.find();
        runner = Runner.start(
                project,
                Data.inMemory(project),
                Optional.empty(),
                PortNumbers.FREE,
                new PrintStream(OutputStream.nullOutputStream()));
        seqr = runner.simulator().orElseThrow();
        phone = new Phone(seqr.url());
        payments = new Wiring(runner.stack().environment("Checkout"), line -> {}).payments();
        seqr.core().switches().reversalAfter(PATIENCE);
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    @Test
    void manyOpenPaymentsHoldUpNeitherTheNotificationNorTheWatchOfAnother() throws Exception {
        ShopPayment notified = buy();
        ShopPayment watched = buy();
        seqr.faults().arm(Fault.of(FaultKind.LOSE_NOTIFICATION).onlyFor(reference(watched)));
        for (int i = 0; i < ABANDONED; i++) buy();
        seqr.core().switches().latency(LATENCY);
        awaitQuestions(ABANDONED);

        phone.pay(notified.qrCode(), "1234");
        phone.pay(watched.qrCode(), "1234");

        Await.until(() -> isOver(notified) && isOver(watched));
        assertThat(state(notified)).isEqualTo(State.PAID);
        assertThat(state(watched)).isEqualTo(State.PAID);
    }

    /** What one shopper can do alone, with nothing but a browser. */
    @Test
    void aFloodOfCancelsHoldsUpNoOtherPayment() throws Exception {
        ShopPayment mine = buy();
        ShopPayment strangers = buy();
        for (int i = 0; i < 65; i++) buy();
        seqr.core().payer().scan(reference(mine));
        seqr.core().switches().latency(LATENCY);
        List<CompletableFuture<Integer>> flood = new ArrayList<>();
        for (int i = 0; i < 400; i++) flood.add(cancel(mine));

        phone.pay(strangers.qrCode(), "1234");

        Await.until(() -> isOver(strangers));
        assertThat(state(strangers)).isEqualTo(State.PAID);
        // 503: the table gave no answer in time, so the caller is to ask again
        assertThat(flood.stream().map(CompletableFuture::join)).contains(202).isSubsetOf(202, 503);
        assertThat(seqr.journal().newestFirst())
                .filteredOn(entry -> entry.what().equals("cancelInvoice"))
                .hasSizeLessThan(10);
    }

    private ShopPayment buy() throws Exception {
        return runner.shop().buy(Map.of("cup", 1), runner.shopUrl());
    }

    private CompletableFuture<Integer> cancel(ShopPayment payment) {
        HttpRequest cancel = HttpRequest.newBuilder(URI.create(payment.link("view") + "/cancel"))
                .POST(BodyPublishers.noBody())
                .build();
        return http.sendAsync(cancel, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    /** The first round of the watch is over, and the second is under way. */
    private void awaitQuestions(int count) {
        Await.until(() -> seqr.journal().newestFirst().stream()
                        .filter(entry -> entry.what().equals("getPaymentStatus"))
                        .count()
                >= count);
    }

    /** The flood is more than DynamoDB Local answers in time where others build, so it may have to be asked again. */
    private boolean isOver(ShopPayment payment) {
        try {
            return state(payment) != State.ISSUED;
        } catch (StoreUnavailable later) {
            return false;
        }
    }

    private State state(ShopPayment payment) {
        return payments.find(payment.id()).orElseThrow().state();
    }

    private static String reference(ShopPayment payment) {
        return payment.qrCode().replaceAll("\\D", "");
    }
}
