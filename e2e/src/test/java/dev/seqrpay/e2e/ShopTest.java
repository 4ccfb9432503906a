package dev.seqrpay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.e2e.browser.Device;
import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.local.Runner;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.simulator.Phone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo shop on everything that is real, as its shoppers and its staff see it. */
class ShopTest {
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
    void sellsAndRefunds() throws Exception {
        String payment = buy();
        assertThat(get(payment)).contains("<html");
        assertThat(shop(latestOrder())).contains("Not paid yet");

        new Phone(runner.simulator().orElseThrow().url()).pay(reference(payment), "1234");
        awaitStatus(payment, "PAID");

        assertThat(shop(latestOrder())).contains("Thank you!", payment + "/receipt");
        assertThat(shop("/timeline/data")).contains("ISSUED → PAID", "POST /notifications/{id}/{token}");

        assertThat(post(latestOrder() + "/refunds", "amount=49&key=a").statusCode())
                .isEqualTo(303);
        assertThat(shop("/orders")).contains("refunded 49.00 kr", "value=\"200.00\"");
        assertThat(post(latestOrder() + "/refunds", "amount=200.01&key=b").body())
                .contains("complaint", "200.00");
        assertThat(post(latestOrder() + "/refunds", "amount=all&key=b").body()).contains("not an amount");
    }

    @Test
    void cancelsWhatIsNotPaid() throws Exception {
        String payment = buy();

        assertThat(post(latestOrder() + "/cancel", "").statusCode()).isEqualTo(303);

        awaitStatus(payment, "CANCELED");
        assertThat(shop(latestOrder())).contains("The payment was cancelled");
    }

    @Test
    void isRecognizedOnThePaymentPage() throws Exception {
        String payment = buy();
        String style = first("/assets/pay[.][0-9a-f]{12}[.]1f3d36[.]css", get(payment));
        HttpResponse<byte[]> logo =
                http.send(HttpRequest.newBuilder(URI.create(payment + "/logo")).build(), BodyHandlers.ofByteArray());

        assertThat(get(URI.create(payment).resolve(style).toString())).contains("--brand:#1f3d36");
        assertThat(logo.headers().firstValue("content-type")).contains("image/png");
        assertThat(logo.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(logo.body()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(get(payment + "/view")).contains("\"shop\":\"Nordlys\"", "\"light\":\"#1f3d36\"");
    }

    @Test
    void makesANewPaymentForWhatWasNotPaidAndOnlyForThat() throws Exception {
        String first = buy();
        String order = latestOrder();
        assertThat(location(request(order + "/renew"))).as("still open").isEqualTo(first);

        post(order + "/cancel", "");
        awaitStatus(first, "CANCELED");
        String second = location(request(order + "/renew"));

        assertThat(second).isNotEqualTo(first);
        assertThat(location(request(order + "/renew"))).isEqualTo(second);
        assertThat(get(second)).contains("SEQR.SE/R", runner.shopUrl() + order + "/renew");
    }

    @Test
    void makesOnePaymentHoweverOftenTheButtonIsPressed() throws Exception {
        String cart = first("(?<=name=\"cart\" value=\")[A-Z0-9]{8}", shop("/"));

        String payment = location(post("/orders", "cup=1&cart=" + cart));
        String again = location(post("/orders", "cup=1&cart=" + cart));
        String other = location(post("/orders", "cup=2&cart=" + cart));

        assertThat(again).isEqualTo(payment);
        assertThat(other).isNotEqualTo(payment);
    }

    @Test
    void sellsNothingForAnEmptyCart() throws Exception {
        HttpResponse<String> response = post("/orders", "cup=0&beans=-1&none=3");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Your cart is empty");
    }

    @Test
    void servesItsPagesAndTheirParts() throws Exception {
        assertThat(shop("/")).contains("Pay with SEQR");
        assertThat(shop("/timeline")).contains("/static/timeline.js");
        assertThat(shop("/static/timeline.js")).contains("/timeline/data");
        assertThat(request("/orders/none").statusCode()).isEqualTo(404);
        assertThat(request("/%3Cscript%3E").body()).doesNotContain("<script>");
    }

    @Test
    void isNotToBeUsedByOtherSites() throws Exception {
        HttpRequest form = HttpRequest.newBuilder(URI.create(runner.shopUrl() + "/orders"))
                .header("Origin", "https://elsewhere.test")
                .POST(BodyPublishers.ofString("cup=1"))
                .build();

        assertThat(http.send(form, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    /** The address of the payment page. */
    private String buy() throws Exception {
        return location(post("/orders", "cup=1"));
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("location").orElseThrow();
    }

    /** Each question takes a while, so this does not spin. */
    private void awaitStatus(String payment, String status) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        String answer = get(payment + "/status");
        while (!answer.contains(status) && Instant.now().isBefore(end)) answer = get(payment + "/status");
        assertThat(answer).contains(status);
    }

    private String latestOrder() throws Exception {
        return first("/orders/[A-Z0-9]+", shop("/orders"));
    }

    private String reference(String payment) throws Exception {
        return first("(?<=SEQR\\.SE/R)[0-9]+", get(payment));
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }

    private String shop(String path) throws IOException, InterruptedException {
        return get(runner.shopUrl() + path);
    }

    /** As a phone, whose payment page has a link with the invoice's reference in it. */
    private String get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("User-Agent", Device.IPHONE.agent())
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> request(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(runner.shopUrl() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(runner.shopUrl() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
