package dev.seqrpay.wiring;

import dev.seqrpay.doctor.ShopDoctor;
import dev.seqrpay.event.Feed;
import dev.seqrpay.event.Publisher;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Endpoints;
import dev.seqrpay.http.EventJson;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.Log;
import dev.seqrpay.http.PaymentProof;
import dev.seqrpay.http.Tokens;
import dev.seqrpay.http.WebhookBody;
import dev.seqrpay.link.LinkOpening;
import dev.seqrpay.link.PaymentLinks;
import dev.seqrpay.live.Broadcast;
import dev.seqrpay.live.Connections;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.Cancellation;
import dev.seqrpay.payment.Capture;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Checkout;
import dev.seqrpay.payment.Notifications;
import dev.seqrpay.payment.OrderUpdate;
import dev.seqrpay.payment.OrphanInvoices;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.ReceiptHandover;
import dev.seqrpay.payment.Refunds;
import dev.seqrpay.payment.Reminder;
import dev.seqrpay.payment.Reminders;
import dev.seqrpay.payment.Resolution;
import dev.seqrpay.payment.Retention;
import dev.seqrpay.payment.Search;
import dev.seqrpay.payment.SeqrGateway;
import dev.seqrpay.payment.Settlement;
import dev.seqrpay.payment.StatusLookup;
import dev.seqrpay.payment.Sweep;
import dev.seqrpay.payment.Watch;
import dev.seqrpay.payment.Workers;
import dev.seqrpay.reconciliation.BookedMoney;
import dev.seqrpay.reconciliation.Reconciliations;
import dev.seqrpay.reconciliation.Reconciling;
import dev.seqrpay.web.ReceiptDocument;
import dev.seqrpay.webhook.Deliveries;
import dev.seqrpay.webhook.Delivering;
import dev.seqrpay.webhook.LateDeliveries;
import dev.seqrpay.webhook.Resending;
import dev.seqrpay.webhook.SigningKeys;
import dev.seqrpay.webhook.Subscribers;
import dev.seqrpay.webhook.Switching;
import dev.seqrpay.webhook.WebhookEndpoints;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the functions are made of: the use cases over the {@link Ports}. A function asks for what it uses when it is made. */
public final class Wiring {
    private final Config config;
    private final Ports ports;

    public Wiring(Config config, Ports ports) {
        this.config = config;
        this.ports = ports;
    }

    /**
     * @param environment the function's environment variables
     * @param out takes the log's lines
     * @throws IllegalStateException that lists all variables which are missing
     */
    public Wiring(Map<String, String> environment, Consumer<String> out) {
        this(environment, out, Clock.tickMillis(ZoneOffset.UTC));
    }

    /** For tests: at a time of their own, in whole milliseconds as everything is stored. */
    public Wiring(Map<String, String> environment, Consumer<String> out, InstantSource clock) {
        this(environment, out, clock, Config.from(environment));
    }

    private Wiring(Map<String, String> environment, Consumer<String> out, InstantSource clock, Config config) {
        this(config, AwsPorts.of(config, environment, out, clock));
    }

    public static Wiring fromEnvironment() {
        return new Wiring(System.getenv(), System.out::println);
    }

    public Merchants merchants() {
        return ports.merchants();
    }

    public PaymentStore payments() {
        return ports.payments();
    }

    public PaymentLinks paymentLinks() {
        return ports.paymentLinks();
    }

    public LinkOpening linkOpening() {
        return new LinkOpening(payments(), checkout(), unique());
    }

    public Reminders reminders() {
        return ports.reminders().get();
    }

    public Connections connections() {
        return ports.connections();
    }

    public InstantSource clock() {
        return ports.clock();
    }

    public Log log() {
        return ports.log();
    }

    public Workers workers() {
        return ports.workers();
    }

    /** The terminal that a shop's new payment is made with. */
    public Function<Merchant, String> terminalOf() {
        return ports.terminalOf();
    }

    public Http http() {
        return new Http(log());
    }

    public Authorization authorization() {
        return new Authorization(merchants(), ports.keyUses(), clock(), payments(), tokens(), config.keyEnvironment());
    }

    public Endpoints endpoints() {
        return new Endpoints(
                config.publicUrl(),
                config.socketUrl().orElseGet(() -> "wss://" + config.socketApi()),
                config.appScheme(),
                tokens());
    }

    /** For those who make or check names. A function without a key is told so at its start. */
    private Tokens tokens() {
        config.tokenKeyArn();
        return ports.tokens();
    }

    public Feed feed() {
        return ports.feed();
    }

    public WebhookEndpoints webhookEndpoints() {
        return ports.webhookEndpoints();
    }

    public Deliveries deliveries() {
        return ports.deliveries();
    }

    /** For those who sign or show what is signed with. */
    public SigningKeys signingKeys() {
        config.tokenKeyArn();
        return ports.signingKeys();
    }

    /** New random texts. */
    public Supplier<String> unique() {
        return ports.tokens()::unique;
    }

    public Consumer<Duration> pause() {
        return ports.pause()::sleep;
    }

    public WebhookBody.Reach reach() {
        return new WebhookBody.Reach(config.deliversToThisMachine(), config.eventBus());
    }

    /** For those who show or tell that something was paid. */
    public PaymentProof paymentProof() {
        return new PaymentProof(ports.proofKeys(), tokens());
    }

    public Publisher publisher() {
        return new Publisher(
                payments(),
                feed(),
                new Subscribers(webhookEndpoints()),
                ports.deliveryQueue().get(),
                new EventJson(paymentProof()),
                clock(),
                pause(),
                id -> reminders().send(new Reminder.HandOverReceipt(id, 1), ReceiptHandover.DELAY),
                (about, failure) -> log().error(null, failure));
    }

    public Delivering delivering() {
        return new Delivering(
                feed(),
                webhookEndpoints(),
                deliveries(),
                ports.receiver().get(),
                signingKeys(),
                ports.deliveryQueue().get(),
                new Switching(
                        webhookEndpoints(), new OwnersWord(publisher(), webhookEndpoints(), log(), clock()), clock()),
                ports.chance(),
                clock(),
                log()::delivery);
    }

    public LateDeliveries lateDeliveries() {
        return new LateDeliveries(deliveries(), ports.deliveryQueue().get(), clock());
    }

    public Resending resending() {
        return new Resending(feed(), deliveries(), ports.deliveryQueue().get(), clock());
    }

    public ShopDoctor shopDoctor() {
        return new ShopDoctor(
                merchants(), webhookEndpoints(), ports.accounts(), ports.signIn(), ports.visit(), clock());
    }

    private SeqrGateway seqr() {
        return ports.seqr().get();
    }

    public Checkout checkout() {
        return new Checkout(payments(), seqr(), reminders(), cancellation(), tokens(), clock(), config.paymentLife());
    }

    private Settlement settlement() {
        return new Settlement(payments(), seqr(), clock());
    }

    public StatusLookup statusLookup() {
        return new StatusLookup(payments(), settlement(), cancellation(), clock());
    }

    public Notifications notifications() {
        return new Notifications(
                settlement(), reminders(), clock(), ports.pause(), log().unanswered(Cause.NOTIFICATION));
    }

    public Watch watch() {
        return new Watch(
                settlement(),
                new OrphanInvoices(payments(), seqr(), reminders()),
                new ReceiptHandover(
                        payments(), seqr(), reminders(), ReceiptDocument::html, (id, failure) -> log().error(
                                        id, failure)),
                reminders(),
                clock(),
                log().unanswered(Cause.WATCH));
    }

    public OrderUpdate orderUpdate() {
        return new OrderUpdate(payments(), seqr(), settlement(), clock());
    }

    public Cancellation cancellation() {
        return new Cancellation(payments(), seqr(), settlement(), clock());
    }

    public Capture capture() {
        return new Capture(
                payments(),
                seqr(),
                settlement(),
                (reminder, delay) -> reminders().send(reminder, delay),
                clock());
    }

    public Refunds refunds() {
        return new Refunds(payments(), seqr(), ports.tokens(), clock());
    }

    public Retention retention() {
        return new Retention(payments(), ports.dayIndex(), ports.personalData(), clock());
    }

    /** How long after its end a payment keeps its personal data. */
    public Duration personalDataLife() {
        return config.personalDataLife();
    }

    /** Whether a shop has a reseller, without whom nobody fetches its reports. */
    public Predicate<String> hasReseller() {
        return id -> ports.books().get().hasReseller().test(id);
    }

    public Reconciliations reconciliations() {
        return ports.books().get().store();
    }

    public Reconciling reconciling() {
        Books books = ports.books().get();
        return new Reconciling(books.store(), books.seqr(), bookedMoney(), clock(), log()::reconciled);
    }

    public BookedMoney bookedMoney() {
        return new FeedMoney(feed(), payments(), ports.books().get().references());
    }

    public Search search() {
        return new Search(ports.dayIndex(), payments());
    }

    public Resolution resolution() {
        return new Resolution(payments(), seqr(), clock());
    }

    public Sweep sweep() {
        return new Sweep(
                payments(),
                settlement(),
                cancellation(),
                capture(),
                refunds(),
                clock(),
                workers(),
                log().unanswered(Cause.SWEEP));
    }

    public Broadcast broadcast() {
        return new Broadcast(
                connections(),
                ports.sockets().get(),
                clock(),
                ports.pause()::sleep,
                (connection, failure) -> log().error(null, failure));
    }
}
