package dev.seqrpay.simulator.core;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the contract leaves open, and what differs between installations of SEQR: each is a switch, to be turned at any
 * time, so that a shop can be tried against either way. They begin as the contract has it.
 */
public final class Switches {
    private static final Set<InvoiceStatus> REVERSED =
            EnumSet.of(InvoiceStatus.CANCELED, InvoiceStatus.FAILED, InvoiceStatus.PAID);

    private volatile AcknowledgedBy acknowledgedBy = AcknowledgedBy.QUERY;
    private volatile Duration reversalAfter = Duration.ofSeconds(20);
    private volatile InvoiceStatus reversedAs = InvoiceStatus.CANCELED;
    private volatile NotificationBody notificationBody = NotificationBody.FORM;
    private volatile Refunds refunds = Refunds.ALLOWED;
    private volatile Duration expireAfter = Duration.ZERO;
    private volatile Duration reportAfter = Duration.ofSeconds(3);
    private volatile Duration promptFor = Duration.ofMinutes(1);
    private volatile Duration latency = Duration.ZERO;
    private volatile String pin = "1234";
    /** Replaced as a whole: it is read while it is turned. */
    private volatile Map<Class<?>, Variant> variants = Map.of();

    /** Any getPaymentStatus that was answered PAID, or only one that sent the version which came with PAID. */
    public enum AcknowledgedBy {
        QUERY,
        VERSION
    }

    /** Form-encoded with {@code invoiceReference}, or nothing. */
    public enum NotificationBody {
        FORM,
        EMPTY
    }

    /** Allowed, or refused with 97, or refused with 99. */
    public enum Refunds {
        ALLOWED,
        RESELLER_NOT_ALLOWED,
        ACCOUNT_DOES_NOT_ALLOW
    }

    /** Which way this point is turned. */
    public <V extends Variant> V of(Class<V> point) {
        return point.cast(variants.getOrDefault(point, point.getEnumConstants()[0]));
    }

    /** Turns the point to which this word belongs. */
    public synchronized Switches turn(Variant to) {
        Map<Class<?>, Variant> turned = new HashMap<>(variants);
        turned.put(to.getClass(), to);
        variants = turned;
        return this;
    }

    /** What counts as the shop having heard of PAID. */
    public AcknowledgedBy acknowledgedBy() {
        return acknowledgedBy;
    }

    public Switches acknowledgedBy(AcknowledgedBy acknowledgedBy) {
        this.acknowledgedBy = acknowledgedBy;
        return this;
    }

    /** How long SEQR waits for the shop to hear of PAID before it reverses the payment. */
    public Duration reversalAfter() {
        return reversalAfter;
    }

    public Switches reversalAfter(Duration reversalAfter) {
        this.reversalAfter = reversalAfter;
        return this;
    }

    /** The status of an invoice whose payment was reversed: CANCELED, FAILED, or PAID still. */
    public InvoiceStatus reversedAs() {
        return reversedAs;
    }

    public Switches reversedAs(InvoiceStatus reversedAs) {
        if (!REVERSED.contains(reversedAs))
            throw new IllegalArgumentException(
                    "A reversed payment shows as CANCELED, FAILED or PAID, not " + reversedAs);
        this.reversedAs = reversedAs;
        return this;
    }

    public NotificationBody notificationBody() {
        return notificationBody;
    }

    public Switches notificationBody(NotificationBody notificationBody) {
        this.notificationBody = notificationBody;
        return this;
    }

    public Refunds refunds() {
        return refunds;
    }

    public Switches refunds(Refunds refunds) {
        this.refunds = refunds;
        return this;
    }

    /** When an unpaid invoice expires: never, if zero. */
    public Duration expireAfter() {
        return expireAfter;
    }

    public Switches expireAfter(Duration expireAfter) {
        this.expireAfter = expireAfter;
        return this;
    }

    /** How long the reports of a marked period are not ready. */
    public Duration reportAfter() {
        return reportAfter;
    }

    public Switches reportAfter(Duration reportAfter) {
        this.reportAfter = reportAfter;
        return this;
    }

    /** How long a payer may sit at the PIN prompt before the phone gives up. */
    public Duration promptFor() {
        return promptFor;
    }

    public Switches promptFor(Duration promptFor) {
        this.promptFor = promptFor;
        return this;
    }

    /** How long each SOAP answer takes, at least. */
    public Duration latency() {
        return latency;
    }

    public Switches latency(Duration latency) {
        this.latency = latency;
        return this;
    }

    /** The payer's. */
    public String pin() {
        return pin;
    }

    public Switches pin(String pin) {
        this.pin = pin;
        return this;
    }
}
