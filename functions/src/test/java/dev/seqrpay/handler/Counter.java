package dev.seqrpay.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.doctor.Visit;
import dev.seqrpay.event.DeliveryName;
import dev.seqrpay.event.InMemoryFeed;
import dev.seqrpay.event.TellingPayments;
import dev.seqrpay.link.InMemoryLinks;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.payment.InMemoryDays;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.ScriptedSeqr;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.reconciliation.MapReconciliations;
import dev.seqrpay.reconciliation.SeqrsBooks;
import dev.seqrpay.reconciliation.SeqrsReport;
import dev.seqrpay.seqr.Account;
import dev.seqrpay.seqr.Accounts;
import dev.seqrpay.seqr.Terminal;
import dev.seqrpay.webhook.InMemoryDeliveries;
import dev.seqrpay.webhook.InMemoryEndpoints;
import dev.seqrpay.webhook.Receiver;
import dev.seqrpay.wiring.TestPorts;
import dev.seqrpay.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.jr.ob.JSON;

/** The handlers over a table in memory, a SEQR that follows a script and a clock that stands still, called by {@code events/}. */
final class Counter implements InstantSource {
    static final String KEY = "sk_test_demoshop-1_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    /** The payment of the events. */
    static final String ID = EventFile.of("status").request().id();

    static final Account ACCOUNT =
            new Account(URI.create("https://seqr.example/soap"), Terminal.of("terminal", "password", "us"));

    final ScriptedSeqr seqr = new ScriptedSeqr();
    final List<Reminder> reminders = new ArrayList<>();
    final List<Map<String, Object>> lines = new ArrayList<>();
    final InMemoryFeed feed = new InMemoryFeed();
    final InMemoryDays days = new InMemoryDays();
    final InMemoryLinks links = new InMemoryLinks();
    final InMemoryEndpoints endpoints = new InMemoryEndpoints();
    final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    final List<DeliveryName> queued = new ArrayList<>();
    final TellingPayments table = new TellingPayments(feed, days);
    final ShopKeys shop;
    final Wiring wiring;

    final MapReconciliations reconciliations = new MapReconciliations();
    /** Payments by the ersReference of their money. */
    final Map<String, String> money = new HashMap<>();

    boolean hasReseller;
    /** The rows of SEQR's report of each marked period. */
    Supplier<String> report = () -> "";

    private int periods;
    Runnable signIn = () -> {};
    private int pauses;
    private Runnable meanwhile = () -> {};
    private int answer = 200;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    /** What a caller gets. */
    record Answer(int status, Map<String, String> headers, Map<String, Object> json) {}

    Counter() {
        this(table -> table, Scope.values());
    }

    /** @param around the table in memory */
    Counter(Function<PaymentStore, PaymentStore> around, Scope... scopes) {
        shop = new ShopKeys(KEY, scopes);
        wiring = new TestPorts()
                .log(line -> lines.add(JSON.std.mapFrom(line)))
                .clock(this, this::pass)
                .payments(around.apply(table))
                .dayIndex(days)
                .personalData(table)
                .paymentLinks(links)
                .merchants(shop)
                .reminders((reminder, delay) -> reminders.add(reminder))
                .seqr(seqr)
                .doctor(Accounts.only(ACCOUNT), account -> signIn.run(), address -> new Visit.Answer(404, null))
                .feed(feed)
                .books(reconciliations, new AtSeqr(), ers -> Optional.ofNullable(money.get(ers)), id -> hasReseller)
                .receiver((url, message) -> new Receiver.Answer(answer, null))
                .webhooks(endpoints, deliveries, (delivery, delay) -> queued.add(delivery))
                .wiring();
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
        if (--pauses == 0) meanwhile.run();
    }

    /** Its report is ready with the second question. */
    private final class AtSeqr implements SeqrsBooks {
        private final Set<String> asked = new HashSet<>();

        @Override
        public String mark(String merchantId) {
            return "p" + ++periods;
        }

        @Override
        public Optional<SeqrsReport> report(String merchantId, String periodId) {
            return asked.add(periodId)
                    ? Optional.empty()
                    : Optional.of(SeqrsReport.of("<TransactionDetails>" + report.get() + "</TransactionDetails>"));
        }
    }

    /** What happens while a function waits: after so many of its pauses. */
    void after(int times, Runnable event) {
        pauses = times;
        meanwhile = event;
    }

    /** What the shops' servers answer from now on. */
    void answers(int status) {
        answer = status;
    }

    Answer call(Function<Wiring, RequestStreamHandler> handler, String event) {
        return call(handler, EventFile.of(event));
    }

    Answer call(Function<Wiring, RequestStreamHandler> handler, EventFile event) {
        Map<String, Object> answer = JSON.std.mapFrom(call(handler, event, null));
        String body = (String) answer.getOrDefault("body", "");
        return new Answer(
                (int) answer.get("statusCode"),
                DeployedTemplate.at(answer, "headers"),
                body.startsWith("{") ? JSON.std.mapFrom(body) : Map.of());
    }

    String call(Function<Wiring, RequestStreamHandler> handler, EventFile event, Context context) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            handler.apply(wiring).handleRequest(event.stream(), out, context);
            return out.toString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checkout of the events, and what SEQR was asked for it is forgotten. */
    void issue() {
        seqr.issues("1001");
        call(CheckoutHandler::new, "checkout");
        seqr.calls.clear();
    }

    void capture() {
        saysPaid().saysPaid();
        call(NotificationHandler::new, "notification-post");
        seqr.calls.clear();
    }

    Counter saysPaid() {
        seqr.says(new InvoiceStatus("PAID", 2, "ers-1", null, null));
        return this;
    }

    Payment payment() {
        return wiring.payments().find(ID).orElseThrow();
    }

    static EventFile header(EventFile event, String name, String value) {
        Map<String, Object> headers = new HashMap<>(DeployedTemplate.<Map<String, Object>>at(event.json(), "headers"));
        headers.put(name, value);
        return event.with("headers", headers);
    }
}
