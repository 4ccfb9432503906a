package dev.seqrpay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.local.Runner;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.loopback.Await;
import dev.seqrpay.payment.Claim;
import dev.seqrpay.simulator.Phone;
import dev.seqrpay.simulator.fault.JournalEntry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A shopper who stands at the PIN prompt and cancels again and again, on everything that is real. */
@Isolated("SEQR's seconds are real here: what else would run takes them")
class CancelsTest {
    private static final Set<String> ABOUT_THE_PAYMENT = Set.of("cancelInvoice", "getPaymentStatus");
    /** Only a hang reaches it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static Runner runner;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        Project project = Project.find();
        runner = Runner.start(project, Data.inMemory(project), Optional.empty(), PortNumbers.FREE, System.err);
    }

    @AfterAll
    static void stop() {
        runner.close();
    }

    @Test
    void a_hundred_cancels_tell_and_ask_seqr_once_in_a_lease_and_the_payer_can_still_pay() throws Exception {
        ShopPayment payment = runner.shop().buy(Map.of("cup", 1), runner.shopUrl());
        URI simulator = runner.simulator().orElseThrow().url();
        post(simulator.resolve("/api/scan"), "{\"code\":\"" + payment.qrCode() + "\"}")
                .join();
        URI cancel = URI.create(payment.link("view") + "/cancel");

        long begin = System.nanoTime();
        List<Integer> statuses = IntStream.range(0, 100).mapToObj(number -> post(cancel, "")).toList().stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();
        long leases = 1 + Duration.ofNanos(System.nanoTime() - begin).dividedBy(Claim.LEASE);

        assertThat(statuses).contains(202).allMatch(Set.of(202, 429)::contains);
        assertThat(calls()).isBetween(2L, 2 * (leases + 1));
        new Phone(simulator).pay(payment.qrCode(), "1234");
        Await.until(PATIENCE, () -> status(payment).contains("\"PAID\""));
    }

    private static long calls() {
        return runner.simulator().orElseThrow().journal().newestFirst().stream()
                .map(JournalEntry::what)
                .filter(ABOUT_THE_PAYMENT::contains)
                .count();
    }

    private String status(ShopPayment payment) {
        HttpRequest status =
                HttpRequest.newBuilder(URI.create(payment.link("status"))).build();
        return http.sendAsync(status, BodyHandlers.ofString()).join().body();
    }

    private CompletableFuture<HttpResponse<String>> post(URI address, String body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }
}
