package dev.seqrpay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.local.Runner;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.aws.gateway.Heard;
import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.simulator.Phone;
import dev.seqrpay.simulator.fault.Fault;
import dev.seqrpay.simulator.fault.FaultKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** A browser's socket, from the handshake through the table's stream to what comes out of it. */
class SocketStatusTest {
    private static final Project PROJECT = Project.find();

    private static Runner runner;

    private final HttpClient http = HttpClient.newHttpClient();
    private ShopPayment payment;
    private URI socket;

    @BeforeAll
    static void start() {
        runner = Runner.start(PROJECT, Data.inMemory(PROJECT), Optional.empty(), PortNumbers.FREE, System.err);
    }

    @AfterAll
    static void stop() {
        runner.close();
    }

    @BeforeEach
    void buy() throws Exception {
        payment = runner.shop().buy(Map.of("cup", 1), runner.shopUrl());
        HttpRequest view = HttpRequest.newBuilder(URI.create(payment.link("view") + "/view"))
                .build();
        String json = http.send(view, BodyHandlers.ofString()).body();
        socket = URI.create((String) JSON.std.mapFrom(json).get("socket"));
    }

    @Test
    void aNewSocketIsToldHowThePaymentStandsAndThenOfEachChange() throws Exception {
        Heard one = open(socket);
        Heard other = open(socket);
        assertThat(next(one)).containsEntry("status", "ISSUED").containsEntry("seq", 2);
        assertThat(next(other)).containsEntry("status", "ISSUED");

        pay();

        assertThat(after(2, one)).containsEntry("status", "PAID").containsEntry("seq", 3);
        assertThat(after(2, other)).containsEntry("status", "PAID");
    }

    @Test
    void aSignOfLifeIsAnsweredAndCapturesAPaymentWithoutANotification() throws Exception {
        runner.simulator().orElseThrow().faults().arm(Fault.of(FaultKind.LOSE_NOTIFICATION));
        Heard heard = new Heard();
        WebSocket browser = open(socket, heard);
        assertThat(next(heard)).containsEntry("status", "ISSUED");
        pay();

        String viewId = socket.getQuery().replace("view=", "");
        Object status;
        do {
            browser.sendText(viewId, true).join();
            status = next(heard).get("status");
        } while ("ISSUED".equals(status));

        assertThat(status).isEqualTo("PAID");
    }

    @Test
    void withoutTheTokenThereIsNoSocket() {
        URI wrong = URI.create(socket.toString().replaceAll(".{4}$", "aaaa"));
        assertThatThrownBy(() -> open(wrong))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(failure -> assertThat(((WebSocketHandshakeException) failure.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(404));
    }

    private void pay() {
        new Phone(runner.simulator().orElseThrow().url()).pay(payment.qrCode(), "1234");
    }

    private Heard open(URI uri) {
        Heard heard = new Heard();
        open(uri, heard);
        return heard;
    }

    private WebSocket open(URI uri, Heard heard) {
        return http.newWebSocketBuilder().buildAsync(uri, heard).join();
    }

    /** What a greeting tells, a change may have told as well. */
    private static Map<String, Object> after(int seq, Heard heard) throws Exception {
        Map<String, Object> status = next(heard);
        return status.get("seq").equals(seq) ? after(seq, heard) : status;
    }

    private static Map<String, Object> next(Heard heard) throws Exception {
        return JSON.std.mapFrom(heard.next());
    }
}
