package dev.seqrpay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** What a newcomer does in the first minutes with an {@code up} on ports and with data of its own. */
class UpTest {
    private static final int HANGS_AFTER_SECONDS = 60;
    private static final String OWN_SHOP = "http://127.0.0.1:3000";
    private static final String[] FREE_PORTS = {"--api-port=0", "--simulator-port=0", "--shop-port=0", "--socket-port=0"
    };
    private static final ByteArrayOutputStream OUT = new ByteArrayOutputStream();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path temporary;

    private static Path data;
    private static Thread up;
    private static RunningStack running;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws Exception {
        data = temporary.resolve("some data");
        PrintStream stream = new PrintStream(OUT, true, UTF_8);
        String[] words = Stream.concat(
                        Stream.of(
                                "up",
                                "--data",
                                data.toString(),
                                "--origin",
                                OWN_SHOP,
                                "--origin=http://localhost:5173"),
                        Stream.of(FREE_PORTS))
                .toArray(String[]::new);
        up = new Thread(() -> Main.commandLine(stream, System.err).execute(words));
        up.start();
        awaitPrinted("Ctrl-C ends it.");
        running = RunningStack.in(data).orElseThrow();
    }

    /** Then nothing is left that would lead the others astray. */
    @AfterAll
    static void stop() throws InterruptedException {
        up.interrupt();
        up.join(TimeUnit.SECONDS.toMillis(HANGS_AFTER_SECONDS));
        assertThat(RunningStack.in(data)).isEmpty();
    }

    private static void awaitPrinted(String text) throws InterruptedException {
        for (int i = 0; !printed().contains(text); i++) {
            assertThat(i).as(printed()).isLessThan(HANGS_AFTER_SECONDS * 50);
            Thread.sleep(20);
        }
    }

    private static String printed() {
        return OUT.toString(UTF_8);
    }

    private int run(String... words) {
        return Main.commandLine(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .execute(words);
    }

    private static String key() {
        Matcher key = Pattern.compile("sk_test_\\S+").matcher(printed());
        assertThat(key.find()).isTrue();
        return key.group().replace("'", "");
    }

    private static HttpResponse<String> checkout(String key, String backUrl) throws Exception {
        String order = """
                {"orderId":"%s","totalAmount":{"currency":"SEK","value":"10.00"},"backURL":"%s","invoiceRows":[
                 {"itemDescription":"Cup","itemQuantity":"1","itemTotalAmount":{"currency":"SEK","value":"10.00"}}]}
                """.formatted(UUID.randomUUID().toString().substring(0, 8), backUrl);
        HttpRequest request = HttpRequest.newBuilder(URI.create(running.api() + "/checkout"))
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static Map<String, Object> made(String key) throws Exception {
        HttpResponse<String> answer = checkout(key, OWN_SHOP + "/thanks");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.std.mapFrom(answer.body());
    }

    /** The script itself stands in none of the tests' way: the payment is made with the reference that it would get. */
    @Test
    void the_commands_that_it_prints_make_a_payment_pay_it_and_say_so() throws Exception {
        String commands =
                printed().substring(printed().indexOf("answer=$("), printed().indexOf("Ctrl-C"));
        String pay = "./seqrpay pay --data '" + data + "' ";
        assertThat(commands).contains(pay);

        List<String> answers =
                sh(commands.substring(0, commands.indexOf("\ncurl")).replace(pay, "printf 'ref %s' "));
        String reference = answers.get(answers.size() - 1).replace("ref ", "");
        assertThat(run("pay", "--data", data.toString(), reference))
                .as(err.toString(UTF_8))
                .isZero();
        String status = commands.substring(commands.indexOf("\ncurl"));

        // SEQR's notification is under way
        String said = "";
        for (int i = 0; !said.contains("\"status\":\"PAID\""); i++) {
            assertThat(i).as(said).isLessThan(HANGS_AFTER_SECONDS * 10);
            said = String.join("", sh("sleep 0.1; answer='" + answers.get(0) + "'" + status));
        }
    }

    private static List<String> sh(String commands) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", commands)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines =
                new String(shell.getInputStream().readAllBytes(), UTF_8).lines().toList();
        assertThat(shell.waitFor()).isZero();
        return lines;
    }

    @Test
    void the_phone_finds_it_on_whatever_port_it_is() throws Exception {
        String paid = made(key()).get("invoiceReference").toString();
        String canceled = made(key()).get("invoiceReference").toString();

        assertThat(run("pay", paid, "--data", data.toString()))
                .as(err.toString(UTF_8))
                .isZero();
        assertThat(run("cancel", canceled, "--data=" + data))
                .as(err.toString(UTF_8))
                .isZero();
        assertThat(out.toString(UTF_8).lines()).containsExactly("PAID", "CANCELED");
        assertThat(run("pay", paid, "--data", data.toString(), "--simulator", "http://127.0.0.1:9"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("http://127.0.0.1:9");
    }

    @Test
    void a_history_is_audited_and_personal_data_erased_by_command() throws Exception {
        String id = made(key()).get("id").toString();
        assertThat(run("erase", id, "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains(id + " has not ended yet");

        assertThat(post("/payments/" + id + "/cancel").statusCode()).isEqualTo(200);
        assertThat(run("erase", id, "--data", data.toString()))
                .as(err.toString(UTF_8))
                .isZero();
        assertThat(run("erase", id, "--data", data.toString())).isZero();
        assertThat(run("audit", id, "--data", data.toString()))
                .as(out.toString(UTF_8))
                .isZero();
        assertThat(out.toString(UTF_8).lines()).containsExactly("erased", "there was none", "1 payments, 0 findings");
    }

    @Test
    void a_link_is_made_listed_and_switched_off_and_its_printed_code_paid_by_command() {
        String[] at = {"--data", data.toString()};
        assertThat(run("link", "create", "L-1", "--item", "Cup", "--amount", "149.00", "--reusable", at[0], at[1]))
                .as(err.toString(UTF_8))
                .isZero();
        String id = JSON.std.mapFrom(out.toString(UTF_8)).get("id").toString();
        out.reset();
        assertThat(run("link", "code", id, at[0], at[1])).isZero();
        String code = out.toString(UTF_8).strip();
        out.reset();
        assertThat(run("pay", code, at[0], at[1])).as(err.toString(UTF_8)).isZero();
        assertThat(run("link", "off", id, at[0], at[1])).isZero();
        assertThat(run("link", "list", at[0], at[1])).isZero();
        assertThat(out.toString(UTF_8).lines().toList())
                .satisfies(lines -> assertThat(lines.get(0)).isEqualTo("PAID"))
                .satisfies(lines -> assertThat(lines.get(lines.size() - 1)).contains(id, "\"enabled\":false"));
        assertThat(run("pay", code, at[0], at[1])).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("The shop does not sell this just now.");
    }

    @Test
    void the_doctor_finds_the_demo_shop_well() {
        assertThat(run("doctor", "--data", data.toString()))
                .as(out + "\n" + err)
                .isZero();
    }

    @Test
    void a_shop_with_a_reseller_is_reconciled_by_command(@TempDir Path folder) throws Exception {
        Path password = Files.writeString(folder.resolve("reseller"), "1234\n");
        String[] at = {"--data", data.toString()};
        assertThat(run("reconcile", at[0], at[1])).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("No reseller is known");

        assertThat(run(
                        "terminal",
                        "reseller",
                        "demoshop",
                        "--id",
                        "seqrpay-demo",
                        "--password-file",
                        password.toString(),
                        at[0],
                        at[1]))
                .as(err.toString(UTF_8))
                .isZero();
        assertThat(run("trigger", "refund.settled", at[0], at[1]))
                .as(err.toString(UTF_8))
                .isZero();
        assertThat(run("clock", "+5m", at[0], at[1])).isZero();
        out.reset();
        run("reconcile", at[0], at[1]);

        // the schedule may have been faster, and then it is in one of before
        Matcher latest = Pattern.compile("rec_([0-9]+) .*COMPARED").matcher(out.toString(UTF_8));
        assertThat(latest.find()).as(out + "\n" + err).isTrue();
        out.reset();
        for (int number = 1; number <= Integer.parseInt(latest.group(1)); number++)
            run("reconcile", "rec_" + number, at[0], at[1]);
        assertThat(Pattern.compile("([0-9]+) agree")
                        .matcher(out.toString(UTF_8))
                        .results()
                        .mapToInt(found -> Integer.parseInt(found.group(1)))
                        .sum())
                .as(out + "\n" + err)
                .isGreaterThanOrEqualTo(2);
        assertThat(run("reconcile", "rec_999", at[0], at[1])).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("404");
    }

    private static HttpResponse<String> post(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(running.api() + path))
                        .header("Authorization", "Bearer " + key())
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void a_webshop_that_is_added_while_it_runs_can_be_paid_at_once() throws Exception {
        assertThat(run("merchant", "mine", "--name", "My shop", "--origins", OWN_SHOP, "--data", data.toString()))
                .as(err.toString(UTF_8))
                .isZero();

        String key = out.toString(UTF_8).strip();
        assertThat(key).startsWith("sk_test_mine-1_");
        assertThat(made(key)).containsEntry("status", "ISSUED");
        assertThat(checkout(key, "https://elsewhere.example/").statusCode()).isEqualTo(400);
    }

    @Test
    void a_developers_own_shop_works_at_once() throws Exception {
        for (String origin :
                new String[] {OWN_SHOP, "http://localhost:5173", running.shop().replace("127.0.0.1", "localhost")})
            assertThat(checkout(key(), origin + "/thanks").statusCode())
                    .as(origin)
                    .isEqualTo(201);
        assertThat(checkout(key(), "http://127.0.0.1:3001/thanks").statusCode()).isEqualTo(400);
    }

    @Test
    void each_request_is_told_and_no_secret() throws Exception {
        String reference = made(key()).get("invoiceReference").toString();
        run("pay", reference, "--data", data.toString());
        awaitPrinted("POST /notifications/{id}/{token} 204");
        HTTP.send(
                HttpRequest.newBuilder(URI.create(running.api() + "/chekout?key=" + key()))
                        .build(),
                BodyHandlers.discarding());
        awaitPrinted("GET /chekout 404");

        assertThat(printed()).containsPattern("[0-9]{2}:[0-9]{2}:[0-9]{2} POST /checkout 201 [0-9]+ ms\n");
        String log = printed().substring(printed().indexOf("Ctrl-C"));
        assertThat(log).doesNotContain("sk_test_", "pay_", "?", reference);
        assertThat(log.lines().skip(2)).allMatch(line -> line.matches("[0-9:]{8} .*"));
    }

    @Test
    void what_it_keeps_is_its_owners_alone() throws Exception {
        made(key());
        try (Stream<Path> kept = Files.walk(data)) {
            for (Path path : (Iterable<Path>) kept::iterator)
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
        }
    }

    @Test
    void a_second_one_on_the_same_data_says_what_to_do() {
        assertThat(run("up", "--data", data.toString(), "--port-base", "9790")).isEqualTo(1);
        assertThat(err.toString(UTF_8).lines())
                .singleElement()
                .asString()
                .contains("is in use", "--data", "--port-base");
    }

    @Test
    void a_port_in_use_says_what_to_do(@TempDir Path other) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("up", "--data", other.toString(), "--api-port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(1);
        }
        assertThat(err.toString(UTF_8).lines())
                .singleElement()
                .asString()
                .contains("is in use", "--api-port", "--port-base");
    }

    @Test
    void data_of_a_newer_version_is_left_alone(@TempDir Path newer) throws IOException {
        Files.writeString(newer.resolve("format"), "2\n");

        assertThat(run("up", "--data", newer.toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().contains("format 2", "newer", "--data");
        try (Stream<Path> files = Files.list(newer)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("format", "lock");
        }
    }

    @Test
    void what_no_up_can_be_found_for_says_so(@TempDir Path nothing) {
        assertThat(run("merchant", "shop", "--name", "S", "--origins", OWN_SHOP, "--data", nothing.toString()))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("No ./seqrpay up runs on " + nothing, "--table");
        assertThat(run("up", "--origin", OWN_SHOP + "/", "--data", nothing.toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--origin is written as browsers write it");
    }
}
