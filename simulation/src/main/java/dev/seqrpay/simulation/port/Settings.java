package dev.seqrpay.simulation.port;

import dev.seqrpay.simulation.check.NameChecks;
import dev.seqrpay.simulation.engine.Dice;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Weather;
import dev.seqrpay.simulator.core.Seqr;
import dev.seqrpay.simulator.core.Terminal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.jr.ob.JSON;

/**
 * What the secrets of an installation say, and when: in the middle of a run the terminal is changed, the password is changed at
 * SEQR and, a little earlier or later, in the secret, and a new key makes the payments' names ({@code docs/operations.md}).
 */
public final class Settings implements NameChecks.Secrets {
    public static final String ACCOUNT = "account";
    public static final String KEYS = "keys";

    private static final long TERMINAL_CHANGED = 3 * Time.MINUTE;
    private static final String NEW_PASSWORD = "new secret";
    /** The operator is told to give a new key that long until it is used. */
    private static final long KEY_AHEAD = 5 * Time.MINUTE;

    private static final String KEY = "a key";

    /** One text of a secret, which it has from a time on. */
    private record Version(long from, String text) {}

    private final List<Version> accounts = new ArrayList<>();
    private final long passwordChanged;
    private final long passwordWritten;
    private final long keyWritten;
    private final long keyUsed;
    private final int refusal;
    private final long released;

    public Settings(long seed, Weather weather) {
        Dice dice = Dice.of(seed, 0x5EC2E7);
        passwordChanged = dice.chance(0.5)
                ? dice.between(0, 4 * Time.MINUTE)
                : dice.between(5 * Time.MINUTE + 30 * Time.SECOND, 8 * Time.MINUTE);
        long apart = weather.isFaulty(passwordChanged) ? Time.MINUTE : 2 * Time.SECOND;
        passwordWritten = passwordChanged + dice.between(-apart, apart);
        released = dice.chance(0.5) ? dice.between(Time.MINUTE, 6 * Time.MINUTE) : 0;
        refusal = dice.one(20, 21, 29, 37);
        keyUsed = dice.between(Time.MINUTE, 5 * Time.MINUTE + 50 * Time.SECOND);
        // a clock that is ahead uses it earlier
        keyWritten = keyUsed - KEY_AHEAD - (weather.isSkewed() ? KEY_AHEAD + Time.MINUTE : 0);
        accounts.add(new Version(Long.MIN_VALUE, account(Terminals.FIRST, Terminals.PASSWORD, "")));
        accounts.add(new Version(TERMINAL_CHANGED, account(Terminals.SECOND, Terminals.PASSWORD, "")));
        // what the secret said before the latest change but one is forgotten: the terminal has to be named
        String former = isPasswordFirst() ? "" : "\"" + Terminals.FIRST + "\":\"" + Terminals.PASSWORD + "\"";
        accounts.add(new Version(passwordWritten, account(terminal(), NEW_PASSWORD, former)));
        accounts.sort(Comparator.comparingLong(Version::from));
    }

    private boolean isPasswordFirst() {
        return passwordWritten < TERMINAL_CHANGED;
    }

    /** Whose password is changed. */
    private String terminal() {
        return isPasswordFirst() ? Terminals.FIRST : Terminals.SECOND;
    }

    private static String account(String terminal, String password, String former) {
        return "{\"url\":\"https://seqr.invalid\",\"terminalId\":\"" + terminal + "\",\"password\":\"" + password
                + "\",\"clientId\":\"simulated\",\"former\":{" + former + "}}";
    }

    /** SEQR's own side of it. */
    public void begin(Time time, Seqr seqr) {
        time.at(passwordChanged, () -> seqr.registry().add(Terminal.of(terminal(), NEW_PASSWORD, "Shop", "reseller")));
    }

    String text(String secret, long now) {
        return secret.equals(KEYS) ? keys(now) : accounts.get(current(now)).text();
    }

    Optional<String> before(long now) {
        int current = current(now);
        return current == 0
                ? Optional.empty()
                : Optional.of(accounts.get(current - 1).text());
    }

    private int current(long now) {
        int current = accounts.size() - 1;
        while (accounts.get(current).from() > now) current--;
        return current;
    }

    /** The first key is the text that was there before there was a second one. */
    private String keys(long now) {
        return now < keyWritten
                ? KEY
                : JSON.std.asString(Map.of(
                        "keys",
                        List.of(
                                Map.of("number", 1, "key", KEY, "from", Instant.EPOCH.toString()),
                                Map.of("number", 2, "key", "another key", "from", "" + Time.instant(keyUsed)))));
    }

    @Override
    public boolean mayBe(String terminal, long since) {
        return accounts.stream().skip(current(since)).anyMatch(version -> version.text()
                .contains("\"terminalId\":\"" + terminal + "\""));
    }

    @Override
    public boolean isNewKeyUsed(Instant now) {
        return !now.isBefore(Time.instant(keyUsed));
    }

    /** What SEQR answers to a password that it does not take. */
    int refusal() {
        return refusal;
    }

    /** When a new release finds the rows of the one before; 0 for never. */
    public long released() {
        return released;
    }

    public long keyUsed() {
        return keyUsed;
    }

    @Override
    public String toString() {
        return "the password of " + terminal() + " changed at " + Time.clock(passwordChanged) + " and in the secret at "
                + Time.clock(passwordWritten) + ", the key at " + Time.clock(keyUsed)
                + (released > 0 ? ", a release at " + Time.clock(released) : "");
    }
}
