package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.AnswersTest.assertUnknown;
import static dev.seqrpay.seqr.RawServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.seqr.RawServer.Peer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JDK repeats a POST by itself when a connection drops; an invoice or a refund must not go out twice. */
class ExactlyOnePostTest {

    @ParameterizedTest
    @EnumSource
    void oneRequestWhenAFreshConnectionIsClosedAfterTheRequest(Operation operation) throws Exception {
        try (RawServer server = new RawServer(Peer::request)) {
            assertUnknown(() -> operation.call.apply(server.client()));
            assertThat(server.requests()).hasSize(1);
            assertNoOtherConnection(server);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneRequestWhenAKeptConnectionIsClosedAfterTheRequest(Operation operation) throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(ok(operation.answered()));
            peer.request();
        })) {
            SoapTransport client = server.client();
            operation.call.apply(client);
            assertUnknown(() -> operation.call.apply(client));
            assertThat(server.requests()).hasSize(2);
            assertNoOtherConnection(server);
        }
    }

    @Test
    void oneRequestWhenAConnectionIsResetAfterTheRequest() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(ok(Operation.REFUND_PAYMENT.answered()));
            peer.request();
            peer.socket.setSoLinger(true, 0);
        })) {
            SoapTransport client = server.client();
            Operation.REFUND_PAYMENT.call.apply(client);
            assertUnknown(() -> Operation.REFUND_PAYMENT.call.apply(client));
            assertThat(server.requests()).hasSize(2);
            assertNoOtherConnection(server);
        }
    }

    @Test
    void oneRequestWhenTheAnswerBreaksOff() throws Exception {
        for (int length : new int[] {1, 7, 8, 12, 17, 60, 200})
            try (RawServer server = new RawServer(peer -> {
                peer.request();
                peer.send(ok(Operation.SEND_INVOICE.answered()).substring(0, length));
            })) {
                assertUnknown(() -> Operation.SEND_INVOICE.call.apply(server.client()));
                assertThat(server.requests()).hasSize(1);
                assertNoOtherConnection(server);
            }
    }

    @Test
    void oneRequestWhenTheServerClosesTheIdleConnection() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(ok(Operation.SEND_INVOICE.answered()));
        })) {
            SoapTransport client = server.client();
            for (int call = 1; call <= 5; call++) {
                assertThat(Operation.SEND_INVOICE.call.apply(client)).isEqualTo(Operation.SEND_INVOICE.value);
                assertThat(server.ended.poll(2, TimeUnit.MINUTES)).isNotNull();
                assertThat(server.requests()).hasSize(call);
            }
        }
    }

    @Test
    void aConnectionIsUsedAgain() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (RawServer server = new RawServer(peer -> {
            connections.incrementAndGet();
            while (true) {
                peer.request();
                peer.send(ok(Operation.SEND_INVOICE.answered()));
            }
        })) {
            SoapTransport client = server.client();
            for (int call = 0; call < 20; call++) Operation.SEND_INVOICE.call.apply(client);
            assertThat(server.requests()).hasSize(20);
            assertThat(connections).hasValue(1);
        }
    }

    @Test
    void whatComesAfterAnAnswerIsNotTakenForTheNext() throws Exception {
        String refused = ok(Operation.REFUND_PAYMENT.answered().replace(">0<", ">98<"));
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(ok(Operation.REFUND_PAYMENT.answered()) + ok(Operation.REFUND_PAYMENT.answered()));
            peer.request();
            peer.send(refused);
        })) {
            SoapTransport client = server.client();
            assertUnknown(() -> Operation.REFUND_PAYMENT.call.apply(client));
            assertThat(server.ended.poll(2, TimeUnit.MINUTES)).isNotNull();
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** A repeated request would have come before the call returned. */
    private static void assertNoOtherConnection(RawServer server) throws IOException, InterruptedException {
        assertThat(server.ended.poll(2, TimeUnit.MINUTES)).isNotNull();
        assertThat(server.ended).isEmpty();
    }
}
