package dev.seqrpay.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqrpay.webhook.WebhookMessage;
import dev.seqrpay.webhook.WebhookUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Addresses that lead into this machine, in every notation that a resolver or a parser of somebody's takes, against canaries on
 * every loopback address: an attacker may write them, or have a name that resolves to them, and no connection comes about.
 */
class HostileUrlsTest {
    private static final WebhookMessage MESSAGE = new WebhookMessage("", Map.of(), new byte[] {'a'});
    private static final AtomicInteger CONNECTIONS = new AtomicInteger();
    private static final List<ServerSocket> CANARIES = new ArrayList<>();
    private static int port;

    @BeforeAll
    static void listen() throws IOException {
        ServerSocket first = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        port = first.getLocalPort();
        canary(first);
        for (String address : List.of("127.0.0.2", "127.1.2.3", "::1"))
            try {
                canary(new ServerSocket(port, 50, InetAddress.getByName(address)));
            } catch (IOException notOnThisMachine) {
                // without IPv6, say; the first is always there
            }
    }

    private static void canary(ServerSocket server) {
        CANARIES.add(server);
        Thread thread = new Thread(() -> {
            while (!server.isClosed())
                try (Socket socket = server.accept()) {
                    CONNECTIONS.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @AfterAll
    static void close() throws IOException {
        for (ServerSocket canary : CANARIES) canary.close();
    }

    static List<String> hosts() {
        List<String> hosts = new ArrayList<>(List.of(
                "localhost",
                "LOCALHOST",
                "localhost.",
                "ip6-localhost",
                "ip6-loopback",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[0000:0000:0000:0000:0000:0000:0000:0001]",
                "[::]",
                "[0::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:127.0.0.1]",
                "[::127.0.0.1]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[2002:7f00:1::1]",
                "[::1%25lo]",
                "[fe80::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[ff02::1]",
                "[::ffff:169.254.169.254]",
                "[2002:a9fe:a9fe::]",
                "0",
                "0.0.0.0",
                "00.00.00.00",
                "0x0",
                "0x00000000",
                "000",
                "0.0",
                "0.0.0",
                "127.1",
                "127.0.1",
                "127.0.0.1.",
                "127.000.000.001",
                "127.00.00.01",
                "2130706433",
                "02130706433",
                "0x7f000001",
                "0x7F000001",
                "0X7f000001",
                "017700000001",
                "0177.0.0.1",
                "0177.0.0.01",
                "0177.1",
                "0x7f.0.0.1",
                "0x7f.0x0.0x0.0x1",
                "0x7f.1",
                "127.0x1",
                "0x7f.0.1",
                "127.0.0.0x1",
                "127.0.0.01",
                "4425673729",
                "2130706434",
                "127.65536",
                "127.0.256",
                "169.254.169.254",
                "169.254.43518",
                "2852039166",
                "0xa9fea9fe",
                "0251.0376.0251.0376",
                "0xa9.0xfe.0xa9.0xfe",
                "025177524776",
                "169.254.170.2",
                "169.254.169.123",
                "100.100.100.200",
                "192.0.0.192",
                "10.0.0.1",
                "10.1",
                "012.0.0.1",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.0.1",
                "192.168.257",
                "3232235521",
                "198.18.0.1",
                "100.64.0.1",
                "255.255.255.255",
                "224.0.0.1",
                "127.0.0.2",
                "127.1.2.3",
                "127.127.127.127",
                "127.255.255.254",
                "①②⑦.⓪.⓪.①",
                "１２７.0.0.1",
                "127。0。0。1",
                "127.0.0.1%00.shop.example",
                "127.0.0.1%2f.shop.example",
                "loc%61lhost",
                "shop.example@127.0.0.1",
                "127.0.0.1\\@shop.example",
                "shop.example:80@127.0.0.1",
                "127.0.0.1#.shop.example",
                "127.0.0.1:80:80",
                "127.0.0.1 ",
                "127.0.0.1\t",
                "user:password@localhost",
                "[127.0.0.1]",
                "localhost%23",
                "127.0.0.1?.shop.example"));
        hosts.add(InetAddress.getLoopbackAddress().getHostName());
        return hosts;
    }

    /** Where there is such a name, it is one of a network of one's own. Here they are not looked up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata",
                "metadata.google.internal",
                "instance-data",
                "kubernetes.default.svc",
                "host.docker.internal",
                "gateway.docker.internal",
                "router.lan",
                "db.corp",
                "nas.local",
                "a.home.arpa",
                "1.0.0.127.in-addr.arpa",
                "printer.localdomain",
                "www.intranet",
                "localhost.localdomain"
            })
    void a_name_of_a_network_of_ones_own_cannot_be_written(String host) {
        assertThatThrownBy(() -> WebhookUrl.read("https://" + host + "/hook", false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void there_are_a_hundred_and_more() {
        assertThat(hosts()).hasSizeGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void it_can_be_neither_written_nor_called(String host) throws Exception {
        for (String scheme : List.of("https", "http", "HTTPS")) {
            String text = scheme + "://" + host + ":" + port + "/hook";
            assertThatThrownBy(() -> WebhookUrl.read(text, false))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
            call(text);
        }
        assertThat(CONNECTIONS).hasValue(0);
    }

    /** One that is stored all the same, by an older release or for a name whose address has changed since. */
    private static void call(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException noUrlAtAll) {
            return;
        }
        if (isAnother(url)) return;
        assertThatThrownBy(() -> GuardedReceiver.ofTheInternet().post(url, MESSAGE))
                .as(text)
                .isInstanceOf(IOException.class);
    }

    /** The JDK reads some numbers in octal as decimal, and so as a public address, to which a test makes no call. */
    private static boolean isAnother(URI url) {
        try {
            return url.getHost() != null && PublicAddress.is(InetAddress.getByName(url.getHost()));
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** The same addresses where a developer's machine may be reached: loopback alone, and nothing beside it. */
    @ParameterizedTest
    @MethodSource("hosts")
    void on_a_developers_machine_only_loopback_is_opened(String host) {
        String text = "https://" + host + ":" + port + "/hook";
        try {
            assertThat(WebhookUrl.read(text, true).getHost()).isIn("localhost", "LOCALHOST", "127.0.0.1", "[::1]");
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("must");
        }
    }

    @Test
    void other_schemes_are_refused() {
        for (String scheme : List.of("ftp", "file", "jar:https", "gopher", "data", "javascript", "ws", "wss")) {
            String text = scheme + "://shop.example/hook";
            assertThatThrownBy(() -> WebhookUrl.read(text, false))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> WebhookUrl.read(text, true)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_good_address_is_taken() {
        for (String good : List.of(
                "https://shop.example/hooks/seqr?token=a%20b",
                "https://hooks.shop-1.co.uk:8443/", "https://xn--bcher-kva.example/hook", "HTTPS://Shop.Example/"))
            assertThat(WebhookUrl.read(good, false)).hasToString(good);
        assertThat(WebhookUrl.read("http://127.0.0.1:3000/hook", true)).hasToString("http://127.0.0.1:3000/hook");
        assertThat(WebhookUrl.read("http://localhost:3000/hook", true)).hasToString("http://localhost:3000/hook");
    }
}
