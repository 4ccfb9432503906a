package dev.seqrpay.wiring;

import dev.seqrpay.doctor.SignIn;
import dev.seqrpay.doctor.Visit;
import dev.seqrpay.event.DeliveryQueue;
import dev.seqrpay.event.Feed;
import dev.seqrpay.handler.Untouchable;
import dev.seqrpay.http.DerivedKeys;
import dev.seqrpay.http.KeyRing;
import dev.seqrpay.http.Log;
import dev.seqrpay.http.Tokens;
import dev.seqrpay.http.TokensTest;
import dev.seqrpay.link.PaymentLinks;
import dev.seqrpay.live.Connections;
import dev.seqrpay.live.Sockets;
import dev.seqrpay.merchant.KeyUses;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.DayIndex;
import dev.seqrpay.payment.Notifications;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.PersonalData;
import dev.seqrpay.payment.Reminders;
import dev.seqrpay.payment.SeqrGateway;
import dev.seqrpay.reconciliation.Reconciliations;
import dev.seqrpay.reconciliation.SeqrsBooks;
import dev.seqrpay.seqr.Accounts;
import dev.seqrpay.webhook.Deliveries;
import dev.seqrpay.webhook.Receiver;
import dev.seqrpay.webhook.WebhookEndpoints;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Ports that fail the test if they are used, but for those that the test hands in. */
public final class TestPorts {
    private Consumer<String> log = line -> {};
    private InstantSource clock = Clock.tickMillis(ZoneOffset.UTC);
    private Notifications.Pause pause = Untouchable.of(Notifications.Pause.class);
    private PaymentStore payments = Untouchable.of(PaymentStore.class);
    private DayIndex dayIndex = Untouchable.of(DayIndex.class);
    private PaymentLinks paymentLinks = Untouchable.of(PaymentLinks.class);
    private PersonalData personalData = Untouchable.of(PersonalData.class);
    private Merchants merchants = Untouchable.of(Merchants.class);
    private Connections connections = Untouchable.of(Connections.class);
    private Reminders reminders = Untouchable.of(Reminders.class);
    private Sockets sockets = Untouchable.of(Sockets.class);
    private Feed feed = Untouchable.of(Feed.class);
    private WebhookEndpoints endpoints = Untouchable.of(WebhookEndpoints.class);
    private Deliveries deliveries = Untouchable.of(Deliveries.class);
    private DeliveryQueue deliveryQueue = Untouchable.of(DeliveryQueue.class);
    private Receiver receiver = Untouchable.of(Receiver.class);
    private SeqrGateway seqr = Untouchable.of(SeqrGateway.class);
    private Accounts accounts = Untouchable.of(Accounts.class);
    private SignIn signIn = Untouchable.of(SignIn.class);
    private Visit visit = Untouchable.of(Visit.class);
    private Books books = new Books(
            Untouchable.of(Reconciliations.class),
            Untouchable.of(SeqrsBooks.class),
            reference -> Optional.empty(),
            id -> false);

    public TestPorts log(Consumer<String> lines) {
        log = lines;
        return this;
    }

    public TestPorts clock(InstantSource time, Notifications.Pause waiting) {
        clock = time;
        pause = waiting;
        return this;
    }

    public TestPorts clock(InstantSource time) {
        clock = time;
        return this;
    }

    public TestPorts payments(PaymentStore store) {
        payments = store;
        return this;
    }

    public TestPorts dayIndex(DayIndex days) {
        dayIndex = days;
        return this;
    }

    public TestPorts personalData(PersonalData data) {
        personalData = data;
        return this;
    }

    public TestPorts paymentLinks(PaymentLinks known) {
        paymentLinks = known;
        return this;
    }

    public TestPorts merchants(Merchants known) {
        merchants = known;
        return this;
    }

    public TestPorts reminders(Reminders queue) {
        reminders = queue;
        return this;
    }

    public TestPorts sockets(Connections open, Sockets sending) {
        connections = open;
        sockets = sending;
        return this;
    }

    public TestPorts feed(Feed events) {
        feed = events;
        return this;
    }

    public TestPorts webhooks(WebhookEndpoints known, Deliveries made, DeliveryQueue queue) {
        endpoints = known;
        deliveries = made;
        deliveryQueue = queue;
        return this;
    }

    public TestPorts receiver(Receiver servers) {
        receiver = servers;
        return this;
    }

    public TestPorts doctor(Accounts known, SignIn atSeqr, Visit look) {
        accounts = known;
        signIn = atSeqr;
        visit = look;
        return this;
    }

    public TestPorts books(
            Reconciliations store,
            SeqrsBooks atSeqr,
            Function<String, Optional<String>> references,
            Predicate<String> hasReseller) {
        books = new Books(store, atSeqr, references, hasReseller);
        return this;
    }

    public TestPorts seqr(SeqrGateway gateway) {
        seqr = gateway;
        return this;
    }

    public Wiring wiring() {
        return new Wiring(
                Config.from(ConfigTest.GOOD),
                new Ports(
                        clock,
                        new Log(log, clock),
                        pause,
                        TestPorts::oneByOne,
                        new Tokens(TokensTest.KEY, new SecureRandom()),
                        new DerivedKeys(() -> KeyRing.read(TokensTest.KEY), clock),
                        new DerivedKeys(() -> KeyRing.read(TokensTest.KEY), clock),
                        () -> 0,
                        payments,
                        dayIndex,
                        personalData,
                        paymentLinks,
                        merchants,
                        merchants instanceof KeyUses uses ? uses : Untouchable.of(KeyUses.class),
                        connections,
                        feed,
                        endpoints,
                        deliveries,
                        () -> reminders,
                        () -> sockets,
                        () -> deliveryQueue,
                        () -> receiver,
                        merchant -> "terminal",
                        () -> seqr,
                        () -> accounts,
                        signIn,
                        () -> books,
                        visit));
    }

    private static <T, R> List<R> oneByOne(List<T> items, Function<T, R> work) {
        return items.stream().map(work).toList();
    }
}
