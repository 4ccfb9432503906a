package dev.seqrpay.simulator;

import dev.seqrpay.simulator.fault.JournalEntry;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * How a simulator begins.
 *
 * @param port on the loopback interface; any free one, if zero
 * @param terminalId a terminal that exists from the beginning
 * @param resellerId a reseller whose user 9900 exists from the beginning, and whose the terminal is
 * @param shopName what the payer's phone calls the terminal
 * @param time SEQR's clock; the delays of HTTP go by real time all the same
 * @param log gets each call, notification and text message as it happens
 */
public record SimulatorOptions(
        int port,
        String terminalId,
        String terminalPassword,
        String resellerId,
        String resellerPassword,
        String shopName,
        InstantSource time,
        Consumer<JournalEntry> log) {

    public static SimulatorOptions standard() {
        return new SimulatorOptions(
                0,
                "87e791f9e24148a6892c52aa85bb0331",
                "1234",
                "seqrpay-demo",
                "1234",
                "Demo shop",
                InstantSource.system(),
                entry -> {});
    }

    public SimulatorOptions port(int port) {
        return new SimulatorOptions(
                port, terminalId, terminalPassword, resellerId, resellerPassword, shopName, time, log);
    }

    public SimulatorOptions terminal(String terminalId, String terminalPassword) {
        return new SimulatorOptions(
                port, terminalId, terminalPassword, resellerId, resellerPassword, shopName, time, log);
    }

    public SimulatorOptions reseller(String resellerId, String resellerPassword) {
        return new SimulatorOptions(
                port, terminalId, terminalPassword, resellerId, resellerPassword, shopName, time, log);
    }

    public SimulatorOptions shopName(String shopName) {
        return new SimulatorOptions(
                port, terminalId, terminalPassword, resellerId, resellerPassword, shopName, time, log);
    }

    public SimulatorOptions time(InstantSource time) {
        return new SimulatorOptions(
                port, terminalId, terminalPassword, resellerId, resellerPassword, shopName, time, log);
    }

    public SimulatorOptions log(Consumer<JournalEntry> log) {
        return new SimulatorOptions(
                port, terminalId, terminalPassword, resellerId, resellerPassword, shopName, time, log);
    }
}
