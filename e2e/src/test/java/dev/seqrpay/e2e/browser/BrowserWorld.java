package dev.seqrpay.e2e.browser;

import dev.seqrpay.e2e.crash.TableScan;
import dev.seqrpay.e2e.gallery.Gallery;
import dev.seqrpay.e2e.gallery.ShopWindow;
import dev.seqrpay.local.PortNumbers;
import dev.seqrpay.local.Runner;
import dev.seqrpay.local.aws.Project;
import dev.seqrpay.local.demo.shop.PaymentApiException;
import dev.seqrpay.local.demo.shop.ShopPayment;
import dev.seqrpay.local.stack.Data;
import dev.seqrpay.simulator.Phone;
import dev.seqrpay.simulator.fault.ArmedFaults;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.jr.ob.JSON;

/** A browser, and everything that it can look at on this machine. */
final class BrowserWorld implements AutoCloseable {
    static final String PIN = "1234";

    private final Chromium chromium;
    private final Runner runner;
    private final ShopWindow window;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger number = new AtomicInteger();
    private Gallery gallery;

    BrowserWorld(Path executable) {
        Project project = Project.find();
        runner = Runner.start(project, Data.inMemory(project), Optional.empty(), PortNumbers.FREE, log(project));
        chromium = Chromium.start(executable);
        window = new ShopWindow(runner.urls());
    }

    /** In a file, because faults are armed and make the functions complain. */
    private static PrintStream log(Project project) {
        try {
            return new PrintStream(
                    project.folder().resolve("e2e/target/browser-tests.log").toFile());
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tab open(Device device) {
        return chromium.open(device);
    }

    Runner runner() {
        return runner;
    }

    ShopWindow window() {
        return window;
    }

    ShopPayment buy() {
        try {
            return runner.shop().buy(Map.of("cup", 1), runner.shopUrl());
        } catch (PaymentApiException e) {
            throw new AssertionError(e);
        }
    }

    /** @param pages of the demo shop, by their fields in the checkout */
    ShopPayment buy(Map<String, String> pages) {
        Map<String, Object> amount = Map.of("currency", "SEK", "value", "149.00");
        Map<String, Object> row = Map.of("itemDescription", "Cup", "itemQuantity", "1", "itemTotalAmount", amount);
        Map<String, Object> order = new HashMap<>(pages);
        order.putAll(Map.of(
                "orderId", "order-" + number.incrementAndGet(), "totalAmount", amount, "invoiceRows", List.of(row)));
        return new ShopPayment(api("POST", "/checkout", JSON.std.asString(order)));
    }

    Phone phone() {
        return new Phone(runner.simulator().orElseThrow().url());
    }

    void pay(ShopPayment payment) {
        phone().pay(payment.qrCode(), PIN);
    }

    static String reference(ShopPayment payment) {
        return payment.qrCode().replaceAll("\\D", "");
    }

    /** As the shop's server does it. */
    void cancelInShop(ShopPayment payment) {
        api("POST", "/payments/" + payment.id() + "/cancel", "");
    }

    Map<String, Object> api(String method, String path, String body) {
        return api(runner.secretKey(), method, path, body);
    }

    /** A shop's server calls the payment API. */
    Map<String, Object> api(String key, String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(runner.apiUrl() + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", String.valueOf(number.incrementAndGet()))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 400) throw new AssertionError(answer.body());
            return JSON.std.mapFrom(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** So that its time is up then, and not in a quarter of an hour. */
    void expire(ShopPayment payment, Instant at) {
        Map<String, String> environment = runner.stack().environment("Checkout");
        try (DynamoDbClient dynamoDb = TableScan.client(environment)) {
            dynamoDb.updateItem(update -> update.tableName(environment.get("TABLE_NAME"))
                    .key(Map.of("pk", AttributeValue.fromS("PAY#" + payment.id()), "sk", AttributeValue.fromS("META")))
                    .updateExpression("SET expires = :at, gsk = :due")
                    .conditionExpression("attribute_exists(pk)")
                    .expressionAttributeValues(Map.of(
                            ":at",
                                    AttributeValue.fromS(
                                            at.truncatedTo(ChronoUnit.MILLIS).toString()),
                            ":due", AttributeValue.fromS("%012d#%s".formatted(at.getEpochSecond(), payment.id())))));
        }
    }

    ArmedFaults faults() {
        return runner.simulator().orElseThrow().faults();
    }

    synchronized Gallery gallery() {
        if (gallery == null) gallery = new Gallery(runner);
        return gallery;
    }

    @Override
    public void close() {
        chromium.close();
        window.close();
        runner.close();
    }
}
