package dev.seqrpay.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.local.Runner;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.loopback.Await;
import dev.seqrpay.simulator.Phone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/**
 * The receiver of {@code docs/events.md}, word by word but for its port, under Node and with the specification's own library.
 * It runs where {@code npm ci} in {@code functions/src/test/node} has fetched that.
 */
class DocumentedReceiverTest {
    private static final Pattern RECEIVER = Pattern.compile("(?s)```js\n(import \\{ createServer }.*?)```");

    private final Project project = Project.find();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void books_what_was_paid_and_refuses_what_is_not_ours() throws Exception {
        Path packages = project.folder().resolve("functions/src/test/node/node_modules");
        assumeTrue(Files.isDirectory(packages), "npm ci was not called in functions/src/test/node");
        Files.createSymbolicLink(folder.resolve("node_modules"), packages);
        Path program = Files.writeString(folder.resolve("receiver.mjs"), receiver());

        try (Runner runner = Runner.start(
                project,
                Data.inMemory(project),
                Optional.empty(),
                PortNumbers.FREE,
                new PrintStream(OutputStream.nullOutputStream()))) {
            int port = freePort();
            String hook = "http://127.0.0.1:" + port + "/hook";
            Map<String, Object> endpoint = api(runner, "/webhooks", "{\"url\":\"" + hook + "\"}");
            ProcessBuilder node =
                    new ProcessBuilder("node", program.toString(), String.valueOf(port)).redirectErrorStream(true);
            node.environment().put("WEBHOOK_SECRET", endpoint.get("secret").toString());
            Process process = node.start();
            try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
                Await.until(() -> forged(hook) == 400);
                ShopPayment payment = runner.shop().buy(Map.of("cup", 1), runner.shopUrl());
                new Phone(runner.simulator().orElseThrow().url()).pay(payment.qrCode(), "1234");

                assertThat(said.readLine()).matches("order \\S+ is paid");
            } finally {
                process.destroy();
                Files.delete(folder.resolve("node_modules"));
            }
        }
    }

    private String receiver() throws Exception {
        Matcher receiver = RECEIVER.matcher(Files.readString(project.folder().resolve("docs/events.md")));
        assertThat(receiver.find()).isTrue();
        String listening = ".listen(3000, \"127.0.0.1\")";
        assertThat(receiver.group(1)).contains(listening);
        return receiver.group(1).replace(listening, ".listen(Number(process.argv[2]), \"127.0.0.1\")");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Map<String, Object> api(Runner runner, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(runner.apiUrl() + path))
                .header("authorization", "Bearer " + runner.secretKey())
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return JSON.std.mapFrom(http.send(request, BodyHandlers.ofString()).body());
    }

    /** @return what the receiver answers, 0 until it listens */
    private int forged(String hook) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(hook))
                    .header("webhook-id", "evt_1_a")
                    .header("webhook-timestamp", String.valueOf(System.currentTimeMillis() / 1000))
                    .header("webhook-signature", "v1,AAAA")
                    .POST(BodyPublishers.ofString("{\"type\":\"payment.paid.v1\",\"data\":{\"orderId\":\"forged\"}}"))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
