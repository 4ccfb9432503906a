package dev.seqrpay.simulation;

import dev.seqrpay.payment.Payment;
import dev.seqrpay.simulator.core.Notification;
import dev.seqrpay.simulator.core.Seqr;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** One seed: a SEQR, a table, the functions, and the people around them, on virtual time. */
final class World {
    /** Of the words of {@code https://pay.example/notifications/<id>}. */
    private static final int NOTIFIED = 4;

    final Time time = new Time();
    final Weather weather;
    final Checks checks;
    private final Doors doors;
    final Seqr seqr;
    final Table table;
    final Trace trace;
    /** The table as the functions see it. */
    final TablePort port;

    private final ReminderQueue reminders = new ReminderQueue(this);
    private final Cloud cloud;
    private final Faults faults;
    private final List<Customer> customers = new ArrayList<>();
    private final Map<Customer, String> viewTokens = new HashMap<>();
    private final Plan plan;
    private long seenAgainAt = -1;

    World(Plan plan, Trace trace) {
        this.plan = plan;
        this.trace = trace;
        weather = new Weather(plan.seed(), plan.strength());
        table = weather.isWired ? new RowTable() : new Table.OfPayments();
        faults = new Faults(plan.seed(), weather, plan.leftOut());
        seqr = new Seqr(time, new Random(plan.seed()), weather.switches(), this::paid);
        SeqrPort.register(seqr);
        checks = new Checks(seqr, table, time, weather.isSkewed());
        cloud = new Cloud(time, weather, faults, trace);
        Running running = cloud.running;
        port = new TablePort(running, table, checks, this::indexLags);
        SeqrPort seqrPort = new SeqrPort(
                running,
                seqr,
                checks,
                new Liar() {
                    @Override
                    public Lie about(String paymentId) {
                        return customer(paymentId).lie();
                    }

                    @Override
                    public String anotherErsReference(String paymentId) {
                        return checks.anotherErsReference(paymentId);
                    }
                },
                time);
        QueuePort queue = new QueuePort(running, reminders, checks);
        UseCases useCases = UseCases.around(
                port,
                seqrPort,
                queue,
                running,
                Duration.ofNanos(weather.life * 1000),
                (id, failure) -> Cloud.expected(failure));
        doors = weather.isWired
                ? new HandlerDoors(this, deployment(port, queue, seqrPort))
                : new UseCaseDoors(useCases, port, running);
        for (int number = 0; number < plan.payments(); number++)
            customers.add(new Customer(this, PaymentPlan.draw(plan.seed(), number, weather)));
    }

    private Deployment deployment(TablePort tablePort, QueuePort queue, SeqrPort seqrPort) {
        Settings settings = new Settings(plan.seed(), weather);
        trace.say(time, settings::toString);
        settings.begin(time, seqr);
        checks.names(new NameChecks(settings, weather));
        if (settings.released() > 0) time.at(settings.released(), this::age);
        seenAgainAt = Math.max(settings.keyUsed(), settings.released()) + 10 * Time.SECOND;
        return new Deployment(plan.seed(), cloud.running, time, weather, settings, tablePort, queue, seqrPort);
    }

    private void age() {
        trace.say(time, () -> "all rows are those of an older release");
        ((RowTable) table).age();
        checks.aged();
    }

    Faults faults() {
        return faults;
    }

    List<Customer> customers() {
        return customers;
    }

    long soapCalls() {
        return cloud.soapCalls();
    }

    /** The same for each repetition of a plan. */
    long fingerprint() {
        return cloud.fingerprint();
    }

    void run() {
        for (Customer customer : customers) if (plan.has(customer.number())) customer.begin();
        if (seenAgainAt > 0) time.at(seenAgainAt, () -> customers.forEach(Customer::comeBack));
        new Sweeper(this).begin();
        time.runUntil(end());
        checks.end();
        Liveness liveness = new Liveness(this);
        for (Customer customer : customers) {
            if (!plan.has(customer.number())) continue;
            liveness.check(customer);
            Tracked tracked = checks.payments().get(customer.id());
            if (tracked != null) QuestionChecks.check(customer, tracked, !weather.isSkewed());
        }
    }

    /** All that can be late is over: wrong clocks, the sweep's patience, and the last calls. */
    long end() {
        return Math.max(Weather.ARRIVALS + weather.life, weather.faultsUntil) + 25 * Time.MINUTE;
    }

    private Customer customer(String paymentId) {
        String title = checks.payments().get(paymentId).row.invoice().title();
        return customers.get(Integer.parseInt(title.substring("Cart ".length())));
    }

    private void paid(Notification notification) {
        String id = notification.url().split("/")[NOTIFIED];
        customer(id).paid(notification.url());
    }

    private boolean indexLags() {
        return faults.chance(cloud.running.invocation(), 0.2, time.now());
    }

    /** @param number of the run, different from all others that the same payment has of this function */
    void invoke(Function function, long payment, long number, Supplier<?> code, Invocation.End end) {
        cloud.invoke(function, payment, number, code, end);
    }

    /** By the clock that is furthest ahead it is at most ten minutes later. */
    void refusedByThePhone(Customer customer) {
        Duration ahead = weather.isSkewed() ? Duration.ofMinutes(10) : Duration.ZERO;
        checks.refusedByThePhone(customer.id(), time.instant().plus(ahead));
    }

    String idOf(Customer customer) {
        return checks.titled(customer.title());
    }

    /** @param viewId the payment's id, a dot, and the token of its pages */
    void told(Customer customer, String viewId) {
        viewTokens.put(customer, viewId.substring(viewId.indexOf('.') + 1));
    }

    /** @return what opens the pages, null while the shop has not been told */
    String viewToken(Customer customer) {
        return viewTokens.get(customer);
    }

    Doors doors() {
        return doors;
    }

    Payment row(String paymentId) {
        return table.find(paymentId).orElse(null);
    }
}
