package dev.seqrpay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.local.Runner;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.loopback.Await;
import dev.seqrpay.payment.HistoryEntry;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.State;
import dev.seqrpay.simulator.Phone;
import dev.seqrpay.simulator.fault.Fault;
import dev.seqrpay.simulator.fault.FaultKind;
import dev.seqrpay.wiring.Wiring;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SEQR's notification gets lost and no browser is open: what is left is the watch. */
class NetsTest {
    /** SEQR's 20 seconds are the simulation's to hold, on virtual time; here it waits until a busy machine comes round to it. */
    private static final Duration SEQRS_PATIENCE = Duration.ofMinutes(2);

    private static final Project PROJECT = Project.find();

    @TempDir
    Path folder;

    private Runner runner;

    private void start(Data data) {
        runner = Runner.start(PROJECT, data, Optional.empty(), PortNumbers.FREE, System.err);
        runner.simulator().orElseThrow().faults().arm(Fault.of(FaultKind.LOSE_NOTIFICATION));
        runner.simulator().orElseThrow().core().switches().reversalAfter(SEQRS_PATIENCE);
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    @Test
    void theWatchAloneCapturesAPayment() throws Exception {
        start(Data.inMemory(PROJECT));
        ShopPayment payment = runner.shop().buy(Map.of("cup", 1), runner.shopUrl());
        PaymentStore payments = new Wiring(runner.stack().environment("Checkout"), line -> {}).payments();

        new Phone(runner.simulator().orElseThrow().url()).pay(payment.qrCode(), "1234");

        Await.until(() -> payments.find(payment.id()).orElseThrow().state() == State.PAID);
        List<HistoryEntry> history = payments.history(payment.id());
        assertThat(history.get(history.size() - 1).cause()).hasToString("WATCH");
        assertThat(runner.timeline().toText(payment.id())).contains("WATCH").doesNotContain("Notification →");
    }

    @Test
    void whatAnEarlierRunLeftOpenIsWatchedAgain() throws Exception {
        start(Data.inFolder(PROJECT, folder));
        ShopPayment payment = runner.shop().buy(Map.of("cup", 1), runner.shopUrl());
        runner.close();

        start(Data.inFolder(PROJECT, folder));

        // its SEQR is another one, which does not know the invoice: the questions are what is to be seen
        Await.until(() -> runner.timeline().toText(payment.id()).contains("Watch → SEQR"));
    }
}
