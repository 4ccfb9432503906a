package dev.seqrpay.simulation.world;

import dev.seqrpay.payment.CheckoutRefused;
import dev.seqrpay.payment.RefundRefused;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.simulation.check.Cart;
import dev.seqrpay.simulation.check.Checks;
import dev.seqrpay.simulation.check.Lie;
import dev.seqrpay.simulation.check.NameChecks;
import dev.seqrpay.simulation.check.Table;
import dev.seqrpay.simulation.check.Witness;
import dev.seqrpay.simulation.door.Doors;
import dev.seqrpay.simulation.door.HandlerDoors;
import dev.seqrpay.simulation.door.OrderRefused;
import dev.seqrpay.simulation.door.OrderTaken;
import dev.seqrpay.simulation.door.SimulatedDeployment;
import dev.seqrpay.simulation.door.TellingDoors;
import dev.seqrpay.simulation.door.UseCaseDoors;
import dev.seqrpay.simulation.door.UseCases;
import dev.seqrpay.simulation.engine.Cloud;
import dev.seqrpay.simulation.engine.Faults;
import dev.seqrpay.simulation.engine.Plan;
import dev.seqrpay.simulation.engine.Running;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Trace;
import dev.seqrpay.simulation.engine.Unanswered;
import dev.seqrpay.simulation.engine.Violation;
import dev.seqrpay.simulation.engine.Weather;
import dev.seqrpay.simulation.port.Liar;
import dev.seqrpay.simulation.port.QueuePort;
import dev.seqrpay.simulation.port.RowTable;
import dev.seqrpay.simulation.port.SecretsAway;
import dev.seqrpay.simulation.port.SeqrPort;
import dev.seqrpay.simulation.port.Settings;
import dev.seqrpay.simulation.port.TablePort;
import dev.seqrpay.simulation.port.TellingPorts;
import dev.seqrpay.simulation.port.Terminals;
import dev.seqrpay.simulator.core.LedgerEntry;
import dev.seqrpay.simulator.core.Notification;
import dev.seqrpay.simulator.core.Seqr;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One seed: a SEQR, a table, the functions, and the people around them, on virtual time. */
public final class World {
    /** Of the words of {@code https://pay.example/notifications/<id>}. */
    private static final int NOTIFIED = 4;

    private final Time time = new Time();
    private final Plan plan;
    private final Trace trace;
    private final Weather weather;
    private final Faults faults;
    private final Cloud cloud;
    private final Seqr seqr;
    private final Table table;
    private final Checks checks;
    /** How shops hear of it, null where they do not. */
    private final Telling telling;

    private final Doors doors;
    private final Surroundings surroundings;
    private final List<Customer> customers;
    private long seenAgainAt = -1;

    public World(Plan plan, Trace trace) {
        this.plan = plan;
        this.trace = trace;
        weather = new Weather(plan.seed(), plan.strength());
        faults = new Faults(plan.seed(), weather, plan.leftOut());
        cloud = new Cloud(time, weather, faults, trace, World::expect);
        seqr = new Seqr(time, new Random(plan.seed()), weather.switches(), this::paid);
        Terminals.register(seqr);
        table = weather.isWired() ? new RowTable() : new Table.OfPayments();
        checks = new Checks(seqr, table, time, weather.isSkewed());
        telling = weather.isTelling() ? new Telling(plan.seed(), time, cloud, weather, (RowTable) table) : null;
        doors = doors();
        surroundings = new Surroundings(time, weather, cloud, doors, seqr.payer(), checks, trace);
        customers = customers();
    }

    private Doors doors() {
        Running running = cloud.running();
        TablePort port = new TablePort(running, table, checks, this::indexLags);
        SeqrPort seqrPort = new SeqrPort(running, seqr, checks, liar(), time);
        QueuePort queue = new QueuePort(running, new ReminderQueue(time, cloud, this::remind), checks);
        if (weather.isWired()) return new HandlerDoors(deployment(port, queue, seqrPort), checks, table);
        Duration life = Duration.ofNanos(weather.life() * 1000);
        UseCases useCases = UseCases.around(port, seqrPort, queue, running, life, (id, failure) -> expect(failure));
        return new UseCaseDoors(useCases, port, running);
    }

    private Liar liar() {
        return new Liar() {
            @Override
            public Lie about(String paymentId) {
                return customer(paymentId).lie();
            }

            @Override
            public String anotherErsReference(String paymentId) {
                return checks.anotherErsReference(paymentId);
            }
        };
    }

    private SimulatedDeployment deployment(TablePort port, QueuePort queue, SeqrPort seqrPort) {
        Settings settings = new Settings(plan.seed(), weather);
        trace.say(time, settings::toString);
        settings.begin(time, seqr);
        checks.names(new NameChecks(settings, weather));
        if (settings.released() > 0) time.at(settings.released(), this::age);
        seenAgainAt = Math.max(settings.keyUsed(), settings.released()) + 10 * Time.SECOND;
        TellingPorts told = telling == null ? TellingPorts.NONE : telling.ports();
        SimulatedDeployment deployment = new SimulatedDeployment(
                plan.seed(), cloud.running(), time, weather, settings, port, queue, seqrPort, told);
        if (telling != null) telling.begin(new TellingDoors(deployment), end());
        return deployment;
    }

    private List<Customer> customers() {
        List<Customer> all = new ArrayList<>();
        Map<Integer, List<Rivals>> orders = new HashMap<>();
        for (int number = 0; number < plan.payments(); number++) {
            PaymentPlan drawn = PaymentPlan.draw(plan.seed(), number, weather);
            List<Rivals> ofTheOrder = orders.computeIfAbsent(drawn.order(), order -> new ArrayList<>());
            all.add(new Customer(surroundings, drawn, ofTheOrder));
        }
        return all;
    }

    public void run() {
        for (Customer customer : customers) if (plan.has(customer.number())) customer.begin();
        if (seenAgainAt > 0) time.at(seenAgainAt, () -> customers.forEach(Customer::comeBack));
        new Sweeper(surroundings, end()).begin();
        time.runUntil(end());
        checks.end(customers.stream().filter(each -> plan.has(each.number())).toList(), weather);
        if (telling != null) telling.end();
    }

    /** All that can be late is over: reservations, wrong clocks, the sweep's patience, and the last calls. */
    private long end() {
        long last = Math.max(Weather.ARRIVALS + weather.life() + PaymentPlan.LONGEST_HOLD, weather.faultsUntil());
        return last + 25 * Time.MINUTE;
    }

    private void age() {
        trace.say(time, () -> "all rows are those of an older release");
        ((RowTable) table).age();
        checks.aged();
    }

    private Customer customer(String paymentId) {
        return customers.get(Cart.number(checks.payments().get(paymentId).row().invoice()));
    }

    private void paid(Notification notification) {
        String id = notification.url().split("/")[NOTIFIED];
        customer(id).paid(notification.url());
    }

    private Object remind(String text) {
        return doors.remind(text);
    }

    private boolean indexLags() {
        return faults.chance(cloud.running().invocation(), 0.2, time.now());
    }

    private static void expect(RuntimeException failure) {
        boolean isExpected = failure instanceof SeqrException
                || failure instanceof Unanswered
                || failure instanceof SecretsAway
                || failure instanceof CheckoutRefused
                || failure instanceof OrderTaken
                || failure instanceof OrderRefused
                || failure instanceof RefundRefused;
        if (!isExpected) throw Violation.broken(failure);
    }

    public Weather weather() {
        return weather;
    }

    public Faults faults() {
        return faults;
    }

    public Checks checks() {
        return checks;
    }

    public Table table() {
        return table;
    }

    /** SEQR's books. */
    public List<LedgerEntry> ledger() {
        return seqr.ledger();
    }

    public List<? extends Witness> purchases() {
        return customers;
    }

    public long soapCalls() {
        return cloud.soapCalls();
    }

    /** The same for each repetition of a plan. */
    public long fingerprint() {
        return cloud.fingerprint();
    }
}
