package dev.seqrpay.simulation.port;

import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.seqr.Account;
import dev.seqrpay.simulation.engine.Call;
import dev.seqrpay.simulation.engine.Running;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function as it is when it is called: it read its secrets some time ago, or just now if it is a new one, and goes on with what
 * they said then until it reads them again. It is the same each time that the run begins over.
 *
 * <p>What is checked (20): who is refused by SEQR for the account reads the secret next, and if there is another password in it
 * calls again next, unless two seconds are over.
 */
public final class Instance implements InstantSource {
    private static final Set<Integer> ACCOUNT_REFUSED = Set.of(20, 21, 29, 37);
    /** A little less than the product's own two seconds. */
    private static final Duration STILL_TIME = Duration.ofMillis(1900);

    private final Running running;
    private final Time time;
    private final Settings settings;
    private final boolean rightClocks;
    private final long readAt;
    /** Its clock when it read its secrets; null since it runs. */
    private Instant then;

    private Instant since;
    private Account refused;
    private Call.Kind refusedKind;
    private Call.Kind again;

    /** @param then its clock at that time */
    public Instance(Running running, Time time, Settings settings, boolean rightClocks, long readAt, Instant then) {
        this.running = running;
        this.time = time;
        this.settings = settings;
        this.rightClocks = rightClocks;
        this.readAt = readAt;
        this.then = then;
    }

    /** All that it read before is read. */
    public void runs() {
        then = null;
    }

    @Override
    public Instant instant() {
        return then == null ? running.instant() : then;
    }

    public String secret(String arn, Duration within) {
        if (then != null) return settings.text(arn, readAt);
        if (arn.equals(Settings.KEYS)) return read(() -> settings.text(arn, time.now()));
        begins();
        String text = read(() -> settings.text(arn, time.now()));
        if (refused != null) compare(text);
        return text;
    }

    public Optional<String> secretBefore(String arn, Duration within) {
        return then != null ? settings.before(readAt) : read(() -> settings.before(time.now()));
    }

    private <T> T read(Supplier<T> secret) {
        running.invocation().owes(null);
        try {
            return running.call(Call.Kind.SECRET, secret);
        } catch (Unanswered away) {
            refused = null;
            throw new SecretsAway();
        }
    }

    private void begins() {
        if (since == null) since = running.instant();
    }

    private void compare(String text) {
        String password = password(text, refused.terminal().id());
        boolean isChanged = password != null && !refused.terminal().password().equals(password);
        boolean isInTime = Duration.between(since, running.instant()).compareTo(STILL_TIME) < 0;
        if (isChanged) again = refusedKind;
        if (isChanged && isInTime && rightClocks) running.invocation().owes(again);
        refused = null;
    }

    /** In the secret's text, null if the terminal is not in it. */
    private static String password(String text, String terminal) {
        Matcher current = Pattern.compile("\"terminalId\":\"" + terminal + "\",\"password\":\"([^\"]*)\"")
                .matcher(text);
        if (current.find()) return current.group(1);
        Matcher former = Pattern.compile("\"" + terminal + "\":\"([^\"]*)\"").matcher(text);
        return former.find() ? former.group(1) : null;
    }

    /** What SEQR answers to a password that it does not take. */
    int refusal() {
        return settings.refusal();
    }

    /** A call to SEQR by one who has that account. */
    <T> T call(Call.Kind kind, Account account, Supplier<T> call) {
        boolean isSecond = kind == again;
        again = null;
        if (!isSecond) begins();
        running.invocation().owes(null);
        try {
            T answer = call.get();
            since = null;
            return answer;
        } catch (SeqrException failure) {
            boolean isRefused = !isSecond && failure.code() != null && ACCOUNT_REFUSED.contains(failure.code());
            if (isRefused) refused(kind, account);
            else since = null;
            throw failure;
        }
    }

    private void refused(Call.Kind kind, Account account) {
        refused = account;
        refusedKind = kind;
        running.invocation().owes(Call.Kind.SECRET);
    }
}
