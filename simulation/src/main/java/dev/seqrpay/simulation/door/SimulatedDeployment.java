package dev.seqrpay.simulation.door;

import dev.seqrpay.http.DerivedKeys;
import dev.seqrpay.http.KeyRing;
import dev.seqrpay.http.Log;
import dev.seqrpay.http.Tokens;
import dev.seqrpay.payment.SeqrGateway;
import dev.seqrpay.seqr.AccountSeqr;
import dev.seqrpay.seqr.Accounts;
import dev.seqrpay.simulation.engine.Dice;
import dev.seqrpay.simulation.engine.Invocation;
import dev.seqrpay.simulation.engine.Running;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Unanswered;
import dev.seqrpay.simulation.engine.Violation;
import dev.seqrpay.simulation.engine.Weather;
import dev.seqrpay.simulation.port.CheapSignatures;
import dev.seqrpay.simulation.port.Instance;
import dev.seqrpay.simulation.port.QueuePort;
import dev.seqrpay.simulation.port.SecretsAway;
import dev.seqrpay.simulation.port.SeqrPort;
import dev.seqrpay.simulation.port.Settings;
import dev.seqrpay.simulation.port.Shops;
import dev.seqrpay.simulation.port.TablePort;
import dev.seqrpay.simulation.port.TellingPorts;
import dev.seqrpay.wiring.Config;
import dev.seqrpay.wiring.Ports;
import dev.seqrpay.wiring.Secrets;
import dev.seqrpay.wiring.Wiring;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The functions' settings and what they are wired to. */
public final class SimulatedDeployment {
    /** A little longer than a function keeps what a secret says: some read it again when they next need it. */
    private static final long OLDEST = 75 * Time.SECOND;

    private static final long AGE = -3;
    private static final long JITTER = -4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final long seed;
    private final Running running;
    private final Time time;
    private final Weather weather;
    private final Settings settings;
    private final Shops shops;
    private final TablePort table;
    private final QueuePort queue;
    private final SeqrPort seqr;
    private final TellingPorts telling;
    private final Config config;

    public SimulatedDeployment(
            long seed,
            Running running,
            Time time,
            Weather weather,
            Settings settings,
            TablePort table,
            QueuePort queue,
            SeqrPort seqr,
            TellingPorts telling) {
        this.seed = seed;
        this.running = running;
        this.time = time;
        this.weather = weather;
        this.settings = settings;
        this.shops = new Shops(running);
        this.table = table;
        this.queue = queue;
        this.seqr = seqr;
        this.telling = telling;
        this.config = Config.from(environment(weather.life()));
    }

    private static Map<String, String> environment(long life) {
        Map<String, String> environment = new HashMap<>();
        for (String name : new String[] {"AWS_REGION", "TABLE_NAME", "REMINDER_QUEUE_URL", "SOCKET_API"})
            environment.put(name, "simulated");
        environment.put("TOKEN_KEY_ARN", Settings.KEYS);
        environment.put("SEQR_ACCOUNT_ARN", Settings.ACCOUNT);
        environment.put("SHOP_ACCOUNTS_ARN", "simulated");
        environment.put("KEY_ENVIRONMENT", "test");
        environment.put("PAYMENT_MINUTES", "" + life / Time.MINUTE);
        environment.put("PUBLIC_URL", "https://pay.example");
        environment.put("APP_SCHEME", "seqr");
        return environment;
    }

    /** The instance that the run has been given, as it was when the run began. */
    @SuppressWarnings("ReturnValueIgnored") // both secrets are read when the function starts, and kept
    Wiring now() {
        Invocation run = running.invocation();
        Dice dice = Dice.of(seed, run.name(), AGE);
        long readAt = run.begun() - (dice.chance(0.2) ? 0 : dice.between(0, OLDEST));
        Instance instance = new Instance(
                running, time, settings, !weather.isSkewed(), readAt, weather.clock(run.function(), readAt));
        Log log = new Log(SimulatedDeployment::heard, instance);
        Secrets secrets = new Secrets(
                config,
                instance::secret,
                (arn, within) -> Optional.empty(),
                instance::secretBefore,
                instance,
                failure -> log.error(null, failure));
        Supplier<KeyRing> keys = secrets.keys();
        CheapSignatures signatures = new CheapSignatures(new DerivedKeys(keys, instance));
        Accounts accounts = secrets.accounts();
        keys.get();
        accounts.current();
        instance.runs();
        return new Wiring(
                config,
                new Ports(
                        instance,
                        log,
                        running::sleep,
                        SimulatedDeployment::workOneByOne,
                        new Tokens(keys, instance, RANDOM),
                        signatures,
                        signatures,
                        () -> Dice.of(seed, run.name(), JITTER).share(),
                        table,
                        null,
                        null,
                        null,
                        shops,
                        shops,
                        null,
                        telling.feed(),
                        telling.endpoints(),
                        telling.deliveries(),
                        () -> queue,
                        () -> null,
                        telling::queue,
                        telling::receiver,
                        merchant -> accounts.forNewPayments(
                                        merchant.id(), merchant.rules().hasOwnAccount())
                                .terminal()
                                .id(),
                        () -> seqr(accounts, instance),
                        () -> accounts,
                        null,
                        null,
                        null));
    }

    private SeqrGateway seqr(Accounts accounts, Instance instance) {
        return new AccountSeqr(
                accounts,
                account -> seqr.as(account, instance),
                () -> ChronoUnit.NANOS.between(Instant.EPOCH, instance.instant()));
    }

    /** What is worked on several at once elsewhere comes one by one. */
    private static <T, R> List<R> workOneByOne(List<T> items, Function<T, R> work) {
        return items.stream().map(work).toList();
    }

    /** What a function writes into its log as an error is one of ours, or an answer that did not come. */
    private static void heard(String line) {
        if (!line.contains("\"event\":\"error\"")) return;
        String trace = Lambda.object(line).get("trace").toString();
        boolean isExpected = trace.startsWith(Unanswered.class.getName())
                || trace.startsWith(SecretsAway.class.getName())
                || trace.startsWith("dev.seqrpay.payment.SeqrException");
        if (!isExpected)
            throw new Violation(
                    "code", "a function broke: " + trace.lines().limit(3).toList());
    }
}
