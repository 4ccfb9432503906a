package dev.seqrpay.wiring;

import dev.seqrpay.aws.Aws;
import dev.seqrpay.aws.SqsDeliveries;
import dev.seqrpay.aws.SqsReminders;
import dev.seqrpay.doctor.HttpVisit;
import dev.seqrpay.dynamodb.DynamoDbConnections;
import dev.seqrpay.dynamodb.DynamoDbDayIndex;
import dev.seqrpay.dynamodb.DynamoDbDeliveries;
import dev.seqrpay.dynamodb.DynamoDbFeed;
import dev.seqrpay.dynamodb.DynamoDbKeyUses;
import dev.seqrpay.dynamodb.DynamoDbMerchants;
import dev.seqrpay.dynamodb.DynamoDbPaymentLinks;
import dev.seqrpay.dynamodb.DynamoDbPayments;
import dev.seqrpay.dynamodb.DynamoDbPersonalData;
import dev.seqrpay.dynamodb.DynamoDbReconciliations;
import dev.seqrpay.dynamodb.DynamoDbReferences;
import dev.seqrpay.dynamodb.DynamoDbWebhookEndpoints;
import dev.seqrpay.http.DerivedKeys;
import dev.seqrpay.http.KeyRing;
import dev.seqrpay.http.Log;
import dev.seqrpay.http.Tokens;
import dev.seqrpay.outbound.GuardedReceiver;
import dev.seqrpay.payment.SeqrGateway;
import dev.seqrpay.seqr.Account;
import dev.seqrpay.seqr.AccountSeqr;
import dev.seqrpay.seqr.Accounts;
import dev.seqrpay.seqr.ResellerBooks;
import dev.seqrpay.seqr.SeqrReports;
import dev.seqrpay.seqr.SeqrSignIn;
import dev.seqrpay.seqr.SoapHttp;
import dev.seqrpay.seqr.SoapSeqr;
import dev.seqrpay.webhook.Receiver;
import dev.seqrpay.webhook.WebhookUrl;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ports of a deployed function: AWS's services, and SEQR over HTTP. */
public final class AwsPorts {
    /** As many payments as a function looks at at once. */
    public static final int WORKERS = 10;

    private final Config config;
    private final Aws aws;
    private final InstantSource clock;
    private final Log log;
    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();
    private final Supplier<KeyRing> keys;
    private final Tokens tokens;

    private AwsPorts(Config config, Map<String, String> environment, Log log, InstantSource clock) {
        this.config = config;
        this.aws = new Aws(environment, config.region());
        this.clock = clock;
        this.log = log;
        this.secrets = new Secrets(config, aws::secret, aws::secretIfAny, aws::secretBefore, clock, this::unread);
        this.keys = secrets.keys();
        this.tokens = new Tokens(keys, clock, random);
    }

    static Ports of(Config config, Map<String, String> environment, Consumer<String> out, InstantSource clock) {
        return new AwsPorts(config, environment, new Log(out, clock), clock).ports();
    }

    private Ports ports() {
        DynamoDbClient dynamoDb = aws.dynamoDb();
        Supplier<Accounts> accounts = once(secrets::accounts);
        DerivedKeys derivedKeys = new DerivedKeys(keys, clock);
        return new Ports(
                clock,
                log,
                AwsPorts::sleep,
                new WorkerThreads(WORKERS),
                tokens,
                derivedKeys,
                derivedKeys,
                random::nextDouble,
                new DynamoDbPayments(dynamoDb, config.table(), log::change),
                new DynamoDbDayIndex(dynamoDb, config.table()),
                new DynamoDbPersonalData(dynamoDb, config.table()),
                new DynamoDbPaymentLinks(dynamoDb, config.table()),
                new DynamoDbMerchants(dynamoDb, config.table()),
                new DynamoDbKeyUses(dynamoDb, config.table()),
                new DynamoDbConnections(dynamoDb, config.table()),
                new DynamoDbFeed(dynamoDb, config.table()),
                new DynamoDbWebhookEndpoints(dynamoDb, config.table()),
                new DynamoDbDeliveries(dynamoDb, config.table()),
                () -> new SqsReminders(aws::sqs, config.reminderQueueUrl()),
                () -> aws.sockets(config.socketApi(), Clock.systemUTC()),
                once(() -> new SqsDeliveries(aws::sqs, config.deliveryQueueUrl())),
                once(this::receiver),
                merchant -> accounts.get()
                        .forNewPayments(merchant.id(), merchant.rules().hasOwnAccount())
                        .terminal()
                        .id(),
                once(() -> new AccountSeqr(accounts.get(), this::soap, System::nanoTime)),
                accounts,
                this::signIn,
                once(() -> new Books(
                        new DynamoDbReconciliations(dynamoDb, config.table()),
                        new ResellerBooks(accounts.get()::resellerOf, this::reports),
                        new DynamoDbReferences(dynamoDb, config.table())::paymentOf,
                        id -> accounts.get().resellerOf(id).isPresent())),
                new HttpVisit());
    }

    private Receiver receiver() {
        Receiver servers =
                config.deliversToThisMachine() ? GuardedReceiver.ofThisMachineToo() : GuardedReceiver.ofTheInternet();
        Receiver buses = aws.eventBridge(Clock.systemUTC());
        return (url, message) -> (WebhookUrl.isBus(url) ? buses : servers).post(url, message);
    }

    private void unread(RuntimeException failure) {
        log.error(null, failure);
    }

    private SeqrGateway soap(Account account) {
        return new SoapSeqr(account.terminal(), new SoapHttp(account.url()), tokens::unique, log::seqr);
    }

    private SeqrReports reports(Account account) {
        return new SeqrReports(account.terminal(), new SoapHttp(account.url()), tokens::unique, log::seqr);
    }

    private void signIn(Account account) {
        new SeqrSignIn(account.terminal(), new SoapHttp(account.url()), tokens::unique, log::seqr).attempt();
    }

    /** A function is called by one thread, its workers ask for nothing. */
    private static <T> Supplier<T> once(Supplier<T> make) {
        AtomicReference<T> made = new AtomicReference<>();
        return () -> made.updateAndGet(there -> there == null ? make.get() : there);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
