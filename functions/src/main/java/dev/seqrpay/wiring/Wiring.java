package dev.seqrpay.wiring;

import dev.seqrpay.aws.Aws;
import dev.seqrpay.aws.SqsReminders;
import dev.seqrpay.dynamodb.DynamoDbConnections;
import dev.seqrpay.dynamodb.DynamoDbMerchants;
import dev.seqrpay.dynamodb.DynamoDbPayments;
import dev.seqrpay.http.Authorization;
import dev.seqrpay.http.Http;
import dev.seqrpay.http.KeyRing;
import dev.seqrpay.http.Log;
import dev.seqrpay.http.PublicAddresses;
import dev.seqrpay.http.Request;
import dev.seqrpay.http.Tokens;
import dev.seqrpay.live.Broadcast;
import dev.seqrpay.live.Connections;
import dev.seqrpay.live.Sockets;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.payment.Cancellation;
import dev.seqrpay.payment.Cause;
import dev.seqrpay.payment.Checkout;
import dev.seqrpay.payment.Discard;
import dev.seqrpay.payment.Notifications;
import dev.seqrpay.payment.Onlooker;
import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.Refunds;
import dev.seqrpay.payment.Reminders;
import dev.seqrpay.payment.SeqrGateway;
import dev.seqrpay.payment.Settlement;
import dev.seqrpay.payment.Sweep;
import dev.seqrpay.payment.Watch;
import dev.seqrpay.payment.Workers;
import dev.seqrpay.seqr.Account;
import dev.seqrpay.seqr.AccountSeqr;
import dev.seqrpay.seqr.Accounts;
import dev.seqrpay.seqr.SoapHttp;
import dev.seqrpay.seqr.SoapSeqr;
import dev.seqrpay.seqr.Terminal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Everything with a side effect, made here and handed to those who need it. A function asks for what it uses and nothing
 * else is built: one that never talks to SEQR has no SOAP client.
 */
public final class Wiring {
    /** As many payments as a function looks at at once. */
    public static final int WORKERS = 10;

    private final Config config;
    private final InstantSource clock;
    private final Log log;
    private final Tokens tokens;
    private final PaymentStore payments;
    private final Merchants merchants;
    private final Supplier<Reminders> reminders;
    private final Connections connections;
    private final Supplier<Sockets> sockets;
    private final Supplier<Accounts> accounts;
    private final Supplier<SeqrGateway> seqr;
    private Notifications.Pause pause = Wiring::sleep;
    private Workers workers = new WorkerThreads(WORKERS);

    /**
     * @param environment the function's environment variables
     * @param out takes the log's lines
     * @throws IllegalStateException that lists all variables which are missing
     */
    public Wiring(Map<String, String> environment, Consumer<String> out) {
        this(environment, out, realTime());
    }

    /** For tests: at a time of their own, in whole milliseconds as everything is stored. */
    public Wiring(Map<String, String> environment, Consumer<String> out, InstantSource clock) {
        this.clock = clock;
        config = Config.from(environment);
        log = new Log(out, clock);
        Aws aws = new Aws(environment, config.region());
        tokens = new Tokens(keys(aws)::get, clock, new SecureRandom());
        DynamoDbClient dynamoDb = aws.dynamoDb();
        payments = new DynamoDbPayments(dynamoDb, config.table(), log::change);
        merchants = new DynamoDbMerchants(dynamoDb, config.table());
        reminders = () -> new SqsReminders(aws::sqs, config.reminderQueueUrl());
        connections = new DynamoDbConnections(dynamoDb, config.table());
        sockets = () -> aws.sockets(config.socketApi(), Clock.systemUTC());
        accounts = once(() -> accounts(aws));
        seqr = once(() -> new AccountSeqr(accounts.get(), this::soap, System::nanoTime));
    }

    private Secret<KeyRing> keys(Aws aws) {
        return new Secret<>(within -> aws.secret(config.tokenKeyArn(), within), KeyRing::read, clock, this::unread);
    }

    private Accounts accounts(Aws aws) {
        String arn = config.seqrAccountArn();
        boolean mayBePlain = config.isTest();
        return new SecretAccounts(
                new Secret<>(
                        within -> aws.secret(arn, within),
                        text -> SecretAccounts.read(text, mayBePlain),
                        clock,
                        this::unread),
                new Secret<>(
                        within -> aws.secretBefore(arn, within).orElse(""),
                        text -> text.isEmpty() ? List.of() : SecretAccounts.read(text, mayBePlain),
                        clock,
                        this::unread));
    }

    private void unread(RuntimeException failure) {
        log.error(null, failure);
    }

    /** For tests: around a table, a queue, sockets and a SEQR of their own. */
    public Wiring(
            Config config,
            Tokens tokens,
            Consumer<String> out,
            PaymentStore payments,
            Merchants merchants,
            Reminders reminders,
            Connections connections,
            Sockets sockets,
            SeqrGateway seqr) {
        this(config, tokens, out, payments, merchants, reminders, connections, sockets, seqr, realTime());
    }

    /** The same at a time of their own. */
    public Wiring(
            Config config,
            Tokens tokens,
            Consumer<String> out,
            PaymentStore payments,
            Merchants merchants,
            Reminders reminders,
            Connections connections,
            Sockets sockets,
            SeqrGateway seqr,
            InstantSource clock) {
        this.clock = clock;
        this.config = config;
        this.log = new Log(out, clock);
        this.tokens = tokens;
        this.payments = payments;
        this.merchants = merchants;
        this.reminders = () -> reminders;
        this.connections = connections;
        this.sockets = () -> sockets;
        this.accounts = () -> accountOf("terminal");
        this.seqr = () -> seqr;
    }

    /**
     * For a simulation, which stands in for all that a function learns from the world and does to it. What is worked on several
     * at once elsewhere comes one by one.
     */
    public Wiring(
            Map<String, String> environment,
            String tokenKey,
            String terminalId,
            Consumer<String> out,
            InstantSource clock,
            Notifications.Pause pause,
            PaymentStore payments,
            Merchants merchants,
            Reminders reminders,
            SeqrGateway seqr) {
        this.clock = clock;
        this.config = Config.from(environment);
        this.log = new Log(out, clock);
        this.tokens = new Tokens(tokenKey, new SecureRandom());
        this.payments = payments;
        this.merchants = merchants;
        this.reminders = () -> reminders;
        this.connections = null;
        this.sockets = () -> null;
        this.accounts = () -> accountOf(terminalId);
        this.seqr = () -> seqr;
        this.pause = pause;
        this.workers = Wiring::oneByOne;
    }

    private static <T, R> List<R> oneByOne(List<T> items, Function<T, R> work) {
        return items.stream().map(work).toList();
    }

    /** Where SEQR does not ask who calls. */
    private static Accounts accountOf(String terminalId) {
        return Accounts.only(new Account(URI.create("https://seqr.invalid"), Terminal.of(terminalId, "", "")));
    }

    public static Wiring fromEnvironment() {
        return new Wiring(System.getenv(), System.out::println);
    }

    private static InstantSource realTime() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    public Merchants merchants() {
        return merchants;
    }

    public PaymentStore payments() {
        return payments;
    }

    public Reminders reminders() {
        return reminders.get();
    }

    public Connections connections() {
        return connections;
    }

    public InstantSource clock() {
        return clock;
    }

    public Log log() {
        return log;
    }

    public Http http() {
        return new Http(log);
    }

    Config config() {
        return config;
    }

    public Authorization authorization() {
        return new Authorization(merchants, payments, tokens(), config.keyEnvironment());
    }

    public PublicAddresses addresses(Request request) {
        return new PublicAddresses(
                config.publicUrl().orElse("https://" + request.domain()),
                config.socketUrl().orElse("wss://" + config.socketApi()),
                config.appScheme(),
                tokens());
    }

    /** For those who make or check names: whoever has no key is told at the start. */
    private Tokens tokens() {
        config.tokenKeyArn();
        return tokens;
    }

    /** The terminal that a new payment is made with. */
    public String terminalId() {
        return accounts.get().current().terminal().id();
    }

    SeqrGateway seqr() {
        return seqr.get();
    }

    private SeqrGateway soap(Account account) {
        return new SoapSeqr(account.terminal(), new SoapHttp(account.url()), tokens::unique, log::seqr);
    }

    public Checkout checkout() {
        return new Checkout(payments, seqr(), reminders(), cancellation(), tokens(), clock, config.paymentLife());
    }

    Settlement settlement() {
        return new Settlement(payments, seqr(), clock);
    }

    public Onlooker onlooker() {
        return new Onlooker(payments, settlement(), cancellation(), clock);
    }

    public Notifications notifications() {
        return new Notifications(settlement(), reminders(), clock, pause, log.unanswered(Cause.NOTIFICATION));
    }

    public Watch watch() {
        return new Watch(
                settlement(),
                new Discard(payments, seqr(), reminders()),
                reminders(),
                clock,
                log.unanswered(Cause.WATCH));
    }

    public Cancellation cancellation() {
        return new Cancellation(payments, seqr(), settlement(), clock);
    }

    public Refunds refunds() {
        return new Refunds(payments, seqr(), tokens, clock);
    }

    public Sweep sweep() {
        return new Sweep(
                payments, settlement(), cancellation(), refunds(), clock, workers(), log.unanswered(Cause.SWEEP));
    }

    public Broadcast broadcast() {
        return new Broadcast(
                connections, sockets.get(), clock, Wiring::sleep, (connection, failure) -> log.error(null, failure));
    }

    public Workers workers() {
        return workers;
    }

    /** A function is called by one thread, its workers ask for nothing. */
    private static <T> Supplier<T> once(Supplier<T> make) {
        AtomicReference<T> made = new AtomicReference<>();
        return () -> made.updateAndGet(there -> there == null ? make.get() : there);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
