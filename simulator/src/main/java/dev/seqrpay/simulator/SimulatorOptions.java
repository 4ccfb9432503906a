package dev.seqrpay.simulator;

import dev.seqrpay.simulator.fault.JournalEntry;
import java.time.InstantSource;
import java.util.function.Consumer;

/** How a simulator begins. A value: each setting gives other options and leaves these as they are. */
public final class SimulatorOptions implements Cloneable {
    private int port;
    private String terminalId = "87e791f9e24148a6892c52aa85bb0331";
    private String terminalPassword = "1234";
    private String resellerId = "seqrpay-demo";
    private String resellerPassword = "1234";
    private String shopName = "Demo shop";
    private InstantSource time = InstantSource.system();
    private Consumer<JournalEntry> log = entry -> {};

    private SimulatorOptions() {}

    public static SimulatorOptions standard() {
        return new SimulatorOptions();
    }

    private SimulatorOptions with(Consumer<SimulatorOptions> setting) {
        try {
            SimulatorOptions other = (SimulatorOptions) clone();
            setting.accept(other);
            return other;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param number on the loopback interface; any free one, if zero */
    public SimulatorOptions port(int number) {
        return with(options -> options.port = number);
    }

    /** A terminal that exists from the beginning. */
    public SimulatorOptions terminal(String id, String password) {
        return with(options -> {
            options.terminalId = id;
            options.terminalPassword = password;
        });
    }

    /** A reseller whose user 9900 exists from the beginning, and whose the terminal is. */
    public SimulatorOptions reseller(String id, String password) {
        return with(options -> {
            options.resellerId = id;
            options.resellerPassword = password;
        });
    }

    /** What the payer's phone calls the terminal. */
    public SimulatorOptions shopName(String name) {
        return with(options -> options.shopName = name);
    }

    /** SEQR's clock; the delays of HTTP go by real time all the same. */
    public SimulatorOptions time(InstantSource clock) {
        return with(options -> options.time = clock);
    }

    /** @param listener gets each call, notification and text message as it happens */
    public SimulatorOptions log(Consumer<JournalEntry> listener) {
        return with(options -> options.log = listener);
    }

    public int port() {
        return port;
    }

    public String terminalId() {
        return terminalId;
    }

    public String terminalPassword() {
        return terminalPassword;
    }

    public String resellerId() {
        return resellerId;
    }

    public String resellerPassword() {
        return resellerPassword;
    }

    public String shopName() {
        return shopName;
    }

    InstantSource time() {
        return time;
    }

    Consumer<JournalEntry> log() {
        return log;
    }
}
