package dev.seqrpay.simulator.instant;

import dev.seqrpay.simulator.core.PayerRefused;
import dev.seqrpay.simulator.fault.Journal;
import dev.seqrpay.simulator.fault.JournalEntry;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * What SEQR does when somebody scans a code that is printed at a product (contract, "Instant checkout"): it asks the shop for
 * an invoice. What SEQR prints into such a code is not public; here it is the shop's address and the token in one:
 * {@code https://…/createPurchase?purchaseToken=…}. SEQR takes https alone, the simulator http as well.
 */
public final class InstantCheckout {
    /** The owner of the phone. */
    private static final Map<String, String> BUYER = Map.of(
            "clientName", "Test Shopper",
            "street", "Storgatan 1",
            "city", "Stockholm",
            "country", "SE",
            "zip", "111 22",
            "email", "shopper@example.com",
            "msisdn", "46700000000");

    private static final Pattern PRINTED = Pattern.compile("(https?://\\S+/createPurchase)\\?purchaseToken=([^&\\s]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final Journal journal;
    private final InstantSource time;

    public InstantCheckout(Journal journal, InstantSource time) {
        this.journal = journal;
        this.time = time;
    }

    public static boolean isPrinted(String code) {
        return PRINTED.matcher(code.strip()).matches();
    }

    /**
     * Asks the shop.
     *
     * @return the reference of the invoice that it has sent
     * @throws PayerRefused if it has none: the phone says so
     */
    public String purchase(String code) {
        Matcher printed = PRINTED.matcher(code.strip());
        if (!printed.matches()) throw new PayerRefused("This is not a printed code.");
        Map<String, Object> body = new LinkedHashMap<>(BUYER);
        body.put("purchaseToken", URLDecoder.decode(printed.group(2), StandardCharsets.UTF_8));
        long started = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = post(printed.group(1), body);
            log(started, "HTTP " + answer.statusCode());
            if (answer.statusCode() == OK
                    && JSON.std.mapFrom(answer.body()).get("invoiceReferenceId") instanceof String reference)
                return reference;
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            log(started, e.toString());
        }
        throw new PayerRefused("The shop does not sell this just now.");
    }

    private HttpResponse<byte[]> post(String address, Map<String, Object> body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.std.asBytes(body)))
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private void log(long started, String outcome) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        journal.add(new JournalEntry(time.instant(), "createPurchase", "", millis, outcome, null));
    }
}
