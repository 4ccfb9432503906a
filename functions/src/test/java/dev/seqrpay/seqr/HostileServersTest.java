package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.AnswersTest.assertUnknown;
import static dev.seqrpay.seqr.RawServer.ok;
import static dev.seqrpay.seqr.Samples.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.seqr.RawServer.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do not answer, or not as one should: the caller is back by the deadline and knows that it knows nothing. */
@ExtendWith(QuietErrors.class)
class HostileServersTest {
    private static final String PAID = Operation.GET_PAYMENT_STATUS.answered();
    private static final Duration DEADLINE = Duration.ofMillis(500);
    /** Only a call that does not end takes so long; it is given up then, for what drips in would end it after twenty minutes. */
    private static final Duration HANG = Duration.ofMinutes(2);

    static Stream<Arguments> answersAtOnce() {
        return Stream.of(
                sent("closes without a word", ""),
                sent("stops in the status line", "HTTP/1.1 2"),
                sent("stops in the headers", "HTTP/1.1 200 OK\r\nContent-Length: 10"),
                sent("stops in the body", ok(PAID).substring(0, ok(PAID).length() - 20)),
                sent("promises more than it sends", ok(PAID.replace("</S:Envelope>", ""))),
                sent(
                        "promises less than it sends",
                        ok(PAID).replaceFirst("Content-Length: \\d+", "Content-Length: 100")),
                sent("has no body", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
                sent("says 204", "HTTP/1.1 204 No Content\r\n\r\n"),
                sent("says 202 with the answer", ok(PAID).replace("200 OK", "202 Accepted")),
                sent("says 304", "HTTP/1.1 304 Not Modified\r\n\r\n"),
                sent("says 400 with the answer", ok(PAID).replace("200 OK", "400 Bad Request")),
                sent(
                        "says 401",
                        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"),
                sent("says 404 with the answer", ok(PAID).replace("200 OK", "404 Not Found")),
                sent(
                        "says 407",
                        "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"),
                sent("says 429", "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"),
                sent("says 500 with the answer", ok(PAID).replace("200 OK", "500 Internal Server Error")),
                sent(
                        "says 500 with a fault",
                        ok(Samples.envelope("<S:Fault/>")).replace("200 OK", "500 Internal Server Error")),
                sent("says 500 without a body", "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"),
                sent(
                        "says 502 with HTML",
                        ok("<html><body>Bad Gateway</body></html>").replace("200 OK", "502 Bad Gateway")),
                sent("says 200 with a fault", ok(Samples.envelope("<S:Fault/>"))),
                sent("says 200 with HTML", ok("<html><body>Sign in</body></html>")),
                sent("says 999", ok(PAID).replace("200 OK", "999 ?")),
                sent("says nothing but a number", "HTTP/1.1 200\r\n"),
                sent("speaks HTTP/0.9", PAID),
                sent("speaks HTTP/2", "HTTP/2 200\r\nContent-Length: 3\r\n\r\nabc"),
                sent("speaks SSH", "SSH-2.0-OpenSSH_9.2\r\n"),
                sent("speaks TLS", "\u0015\u0003\u0001\u0000\u0002\u0002\u0028".repeat(3)),
                sent("sends blank lines", "\r\n\r\n\r\n"),
                sent("sends a length that is none", ok("").replaceFirst("Content-Length: 0", "Content-Length: many")),
                sent("sends a length below zero", ok("").replaceFirst("Content-Length: 0", "Content-Length: -5")),
                sent(
                        "sends a chunk that is none",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" + PAID),
                sent(
                        "sends a chunk larger than an int",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFF\r\n" + PAID),
                sent("stops in a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFF\r\n" + PAID),
                sent(
                        "says that it is gzip",
                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u0001xx"),
                sent("says deflate", ok(PAID).replace("Content-Type", "Content-Encoding: deflate\r\nContent-Type")),
                sent(
                        "says two codings",
                        ok(PAID).replace("Content-Type", "Content-Encoding: br, gzip\r\nContent-Type")),
                sent("says two types", ok(PAID).replace("Content-Type", "Content-Type: text/html\r\nContent-Type")),
                sent("says parts and sends none", ok(PAID).replace("text/xml", "multipart/related; boundary=b")),
                sent("sends a type that is none", ok(PAID).replace("text/xml;", "text/xml; charset=\"")),
                sent(
                        "sends a type of 100,000 parameters",
                        ok(PAID).replace("charset=utf-8", "a=b;".repeat(100_000) + "charset=x")),
                sent("sends 65 KB", ok(PAID + " ".repeat(65 << 10))),
                sent("redirects to nowhere", "HTTP/1.1 302 Found\r\nLocation: nowhere:\r\nContent-Length: 0\r\n\r\n"),
                sent("sends 5 MB", ok(PAID.replace("<status>", "<a>" + "b".repeat(5 << 20) + "</a><status>"))));
    }

    private static Arguments sent(String name, String answer) {
        Connection connection = peer -> {
            peer.request();
            peer.send(answer);
        };
        return Arguments.of(name, connection);
    }

    static Stream<Arguments> neverComesToAnEnd() {
        return Stream.of(
                served("says nothing", RawServer.Peer::stall),
                served("reads and says nothing", peer -> {
                    peer.request();
                    peer.stall();
                }),
                served("drips its status line", peer -> {
                    peer.request();
                    peer.drip("HTTP/1.1 200 " + "O".repeat(1000));
                }),
                served("drips its headers", peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 200 OK\r\n").drip("X: y\r\n");
                }),
                served("stalls after its headers", peer -> {
                    peer.request();
                    peer.send(ok(PAID).substring(0, ok(PAID).indexOf("<?xml"))).stall();
                }),
                served("drips its body", peer -> {
                    peer.request();
                    peer.send(ok(PAID).substring(0, ok(PAID).indexOf("<?xml"))).drip("<a/>");
                }),
                served("drips a body without a length", peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n").drip("<a/>");
                }),
                served("drips chunks", peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                            .drip("1\r\na\r\n");
                }),
                served("drips a compressed body", peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
                            .drip("\u001f");
                }),
                served("drips parts", peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 200 OK\r\nContent-Type: multipart/related; boundary=b\r\n\r\n")
                            .drip("--b\r\n\r\n");
                }),
                served("stalls in the last character", peer -> {
                    peer.request();
                    peer.send(ok(PAID).substring(0, ok(PAID).length() - 1)).stall();
                }),
                served("continues for ever", peer -> {
                    peer.request();
                    peer.drip("HTTP/1.1 100 Continue\r\n\r\n");
                }));
    }

    private static Arguments served(String name, Connection connection) {
        return Arguments.of(name, connection);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"answersAtOnce", "neverComesToAnEnd"})
    @Execution(ExecutionMode.CONCURRENT)
    void theOutcomeIsUnknownByTheDeadlineAndTheConnectionIsGivenUp(String name, Connection connection)
            throws Exception {
        try (RawServer server = new RawServer(connection)) {
            assertTimeoutPreemptively(HANG, () -> assertUnknown(() -> ask(within(server.client()))));
            assertThat(server.ended.poll(2, TimeUnit.MINUTES)).isNotNull();
            assertThat(server.requests()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) throws Exception {
        try (RawServer canary = new RawServer(peer -> peer.request());
                RawServer server = new RawServer(peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 " + status + " Found\r\nLocation: " + canary.address()
                            + "\r\nContent-Length: 0\r\n\r\n");
                })) {
            assertUnknown(() -> ask(within(server.client())));
            assertThat(server.ended.poll(2, TimeUnit.MINUTES)).isNotNull();
            assertThat(canary.ended).isEmpty();
            assertThat(canary.requests()).isEmpty();
        }
    }

    @Test
    void aPortWithoutAServerIsNoAnswer() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertNotSent(() -> ask(new SoapHttp(URI.create("http://127.0.0.1:" + port + "/"))));
        assertNotSent(() -> ask(new SoapHttp(URI.create("https://127.0.0.1:" + port + "/"))));
    }

    /** Whether it is known at once or only looked for until the deadline depends on the machine's resolver. */
    @Test
    void aNameThatDoesNotExistIsNoAnswer() {
        assertThatThrownBy(() -> ask(within(new SoapHttp(URI.create("http://name.invalid/")))))
                .isInstanceOfSatisfying(SeqrException.class, failure -> assertThat(failure.isOutage())
                        .isTrue());
    }

    @Test
    void aServerWithoutTlsIsNoAnswerToATlsClient() throws Exception {
        try (RawServer server = new RawServer(peer -> peer.send("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            URI https = URI.create(server.address().toString().replace("http:", "https:"));
            assertNotSent(() -> ask(new SoapHttp(https)));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void anAnswerInChunksOrWithoutALengthIsRead() throws Exception {
        for (String head : new String[] {
            "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
            "HTTP/1.0 200 OK\r\n\r\n",
            "HTTP/1.1 200 \r\nX: y\r\nConnection: close\r\n\r\n"
        })
            try (RawServer server = new RawServer(peer -> {
                peer.request();
                peer.send(head + PAID);
            })) {
                assertThat(ask(server.client())).isEqualTo("PAID");
            }
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int at = 0; at < PAID.length(); at++) peer.send("1;x=y\r\n" + PAID.charAt(at) + "\r\n");
            peer.send("0\r\n\r\n");
        })) {
            assertThat(ask(server.client())).isEqualTo("PAID");
        }
    }

    @Test
    void theRequestSaysWhatSoapAsksFor() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(ok(PAID));
        })) {
            ask(server.client());
            assertThat(server.requests().get(0).head())
                    .startsWith("POST /extclientproxy/service/v2 HTTP/1.1\r\n")
                    .contains("\r\nContent-Type: text/xml; charset=utf-8\r\n")
                    .contains("\r\nSOAPAction: \"\"\r\n")
                    .doesNotContain("Expect:", "Authorization:", "chunked");
        }
    }

    /** Both end the exchange at the deadline, each on its thread; the JDK's disconnect may throw when they meet. */
    @Test
    void theReaderAndTheCallerMayGiveUpAtOnce() throws Exception {
        try (RawServer silent = new RawServer(RawServer.Peer::stall)) {
            for (int i = 0; i < 500; i++)
                assertThatThrownBy(() -> silent.client().post(new byte[1], new Limit(Duration.ofMillis(4), 100)))
                        .isInstanceOf(IOException.class);
        }
    }

    @Test
    void anInterruptedThreadIsBackAtOnceAndStaysInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            asked.countDown();
            peer.stall();
        })) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            AtomicBoolean interrupted = new AtomicBoolean();
            Thread caller = new Thread(() -> {
                try {
                    ask(server.client());
                } catch (RuntimeException e) {
                    thrown.set(e);
                    interrupted.set(Thread.currentThread().isInterrupted());
                }
            });
            caller.start();
            assertThat(asked.await(2, TimeUnit.MINUTES)).isTrue();
            caller.interrupt();
            caller.join(HANG.toMillis());
            assertThat(thrown.get()).hasMessageContaining("outcome unknown").hasMessageNotContaining("null");
            assertThat(interrupted).isTrue();
            assertThat(server.ended.poll(2, TimeUnit.MINUTES)).isNotNull();
        }
    }

    @Test
    void whatIsNoWebAddressIsRefusedAtOnce() {
        for (String address :
                new String[] {"seqr.example/x", "urn:x", "nowhere://x/", "file:///etc/hostname", "mailto:x@y"})
            assertThatThrownBy(() -> new SoapHttp(URI.create(address)))
                    .as(address)
                    .isInstanceOf(IllegalArgumentException.class);
    }

    private static SoapTransport within(SoapTransport client) {
        return (request, limit) -> client.post(request, new Limit(DEADLINE, limit.bytes()));
    }

    @Test
    void theTransportSaysSoItself() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.stall();
        })) {
            assertThatThrownBy(() -> server.client().post(new byte[0], new Limit(Duration.ofMillis(50), 100)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no whole answer within 50 ms");
        }
    }

    /** Nothing can have happened at SEQR, which is more than not to know it. */
    private static void assertNotSent(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SeqrException.class, failure -> {
            assertThat(failure.code()).isNull();
            assertThat(failure).hasMessageContaining("was not sent");
            assertThat(failure.isWithoutEffect()).isTrue();
            assertThat(failure.isOutage()).isTrue();
        });
    }
}
