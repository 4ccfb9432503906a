package dev.seqrpay.simulation.port;

import dev.seqrpay.payment.Addresses;
import dev.seqrpay.payment.CustomerToken.Status;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.Reservation;
import dev.seqrpay.payment.ResultCode;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.SeqrGateway;
import dev.seqrpay.payment.TokenOffer;
import dev.seqrpay.seqr.Account;
import dev.seqrpay.simulation.check.Checks;
import dev.seqrpay.simulation.engine.Call;
import dev.seqrpay.simulation.engine.Invocation;
import dev.seqrpay.simulation.engine.Running;
import dev.seqrpay.simulator.core.Amount;
import dev.seqrpay.simulator.core.ClientContext;
import dev.seqrpay.simulator.core.CustomerToken;
import dev.seqrpay.simulator.core.Invoice;
import dev.seqrpay.simulator.core.InvoiceRow;
import dev.seqrpay.simulator.core.PaymentStatus;
import dev.seqrpay.simulator.core.Principal;
import dev.seqrpay.simulator.core.Refused;
import dev.seqrpay.simulator.core.Seqr;
import dev.seqrpay.simulator.core.Variant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** SEQR as the use cases see it, without SOAP: the engine holds up each call. */
public final class SeqrPort implements SeqrGateway {
    private final Running running;
    private final Seqr seqr;
    private final Checks checks;
    private final Liar liar;
    private final InstantSource time;
    /** Who calls, and the account that it has; null if SEQR takes every caller. */
    private final Instance instance;

    private final Account account;

    /** @param time SEQR's own clock, which is right */
    public SeqrPort(Running running, Seqr seqr, Checks checks, Liar liar, InstantSource time) {
        this(running, seqr, checks, liar, time, null, null);
    }

    private SeqrPort(
            Running running,
            Seqr seqr,
            Checks checks,
            Liar liar,
            InstantSource time,
            Instance instance,
            Account account) {
        this.instance = instance;
        this.account = account;
        this.time = time;
        this.running = running;
        this.seqr = seqr;
        this.checks = checks;
        this.liar = liar;
    }

    /** The same SEQR, for one who has this account. */
    public SeqrPort as(Account whose, Instance by) {
        return new SeqrPort(running, seqr, checks, liar, time, by, whose);
    }

    private ClientContext context(Payment payment) {
        if (account != null)
            return ClientContext.of(
                    Principal.terminal(account.terminal().id()),
                    account.terminal().password());
        return ClientContext.of(Principal.terminal(payment.terminalId()), Terminals.PASSWORD);
    }

    @Override
    public SentInvoice sendInvoice(Payment payment, Addresses addresses) {
        long attempt = running.invocation().name();
        checks.triesAgain(payment.id(), attempt);
        Invoice invoice = invoice(payment, addresses);
        try {
            return call(Call.Kind.SEND_INVOICE, () -> sent(payment, invoice));
        } catch (SeqrException failure) {
            if (failure.isRefusal()) checks.refused(payment);
            if (failure.isWithoutEffect()) checks.nothingCameOf(payment.id(), attempt);
            throw failure;
        }
    }

    private SentInvoice sent(Payment payment, Invoice invoice) {
        dev.seqrpay.simulator.core.SentInvoice sent = seqr.sendInvoice(context(payment), invoice, List.of());
        checks.made(payment, sent.invoiceReference());
        return new SentInvoice(sent.invoiceReference(), sent.qrText());
    }

    @Override
    public InvoiceStatus getPaymentStatus(Payment payment, int version) {
        Invocation by = running.invocation();
        try {
            InvoiceStatus status = asked(payment, version);
            checks.heard(payment, by, status.word());
            return status;
        } catch (SeqrException noAnswer) {
            checks.heard(payment, by, "none");
            throw noAnswer;
        }
    }

    private InvoiceStatus asked(Payment payment, int version) {
        return call(Call.Kind.GET_STATUS, () -> {
            checks.asked(payment);
            PaymentStatus status = seqr.getPaymentStatus(context(payment), payment.reference(), version);
            checks.answered(payment, version, status);
            if (liar.about(payment.id()).isFailure()) checks.lied(payment);
            InvoiceStatus truth = answer(status);
            InvoiceStatus told = liar.tells(payment, truth);
            if (told != truth) checks.lied(payment);
            return told;
        });
    }

    @Override
    public void updateInvoice(Payment payment, Addresses addresses) {
        Invoice invoice = invoice(payment, addresses);
        call(Call.Kind.UPDATE_INVOICE, () -> {
            checks.updates(payment);
            seqr.updateInvoice(context(payment), payment.reference(), invoice, answered(payment));
            return "";
        });
    }

    @Override
    public void cancelInvoice(Payment payment, String reference) {
        try {
            call(Call.Kind.CANCEL_INVOICE, () -> {
                checks.cancels(payment, reference);
                seqr.cancelInvoice(context(payment), reference);
                return "";
            });
        } catch (SeqrException failure) {
            if (isDisowned(payment, failure)) checks.disowned(reference);
            throw failure;
        }
    }

    @Override
    public void commitReservation(Payment payment) {
        call(Call.Kind.COMMIT_RESERVATION, () -> {
            checks.captures(payment);
            seqr.commitReservation(context(payment), null, payment.reference());
            return "";
        });
    }

    /** Its own terminal is told that there is no such invoice, which is not so. */
    private boolean isDisowned(Payment payment, SeqrException failure) {
        boolean isItsOwn = account == null || account.terminal().id().equals(payment.terminalId());
        return isItsOwn
                && failure.resultCode()
                        .filter(ResultCode.INVALID_INVOICE_REFERENCE::equals)
                        .isPresent();
    }

    /** Nothing is published here, so nothing reminds of a receipt. */
    @Override
    public void submitPaymentReceipt(Payment payment, byte[] html) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String refundPayment(Payment payment, Refund refund) {
        try {
            return call(Call.Kind.REFUND_PAYMENT, () -> givenBack(payment, refund.amount()));
        } catch (SeqrException failure) {
            if (!failure.isNotBegun()) checks.mayHaveGivenBack(running.invocation());
            throw failure;
        }
    }

    private String givenBack(Payment payment, Money amount) {
        Invoice part = Invoice.over(amount(amount)).title("Refund").build();
        String reference = seqr.refundPayment(context(payment), payment.ersReference(), part);
        checks.refunded(payment);
        return reference;
    }

    private <T> T call(Call.Kind kind, Supplier<T> operation) {
        Supplier<T> call = () -> running.call(kind, () -> answer(kind, operation));
        return instance == null ? call.get() : instance.call(kind, account, call);
    }

    private <T> T answer(Call.Kind kind, Supplier<T> operation) {
        if (instance != null && !isTaken()) throw SeqrException.answered(kind.name(), instance.refusal());
        try {
            return operation.get();
        } catch (Refused refused) {
            throw SeqrException.answered(kind.name(), refused.code().number());
        }
    }

    private boolean isTaken() {
        return seqr.registry().terminals().stream()
                .anyMatch(each -> each.id().equals(account.terminal().id())
                        && each.password().text().equals(account.terminal().password()));
    }

    private static Invoice invoice(Payment payment, Addresses addresses) {
        Amount total = amount(payment.invoice().total());
        Reservation held = payment.invoice().reservation();
        Invoice.Builder invoice = Invoice.over(total);
        if (held != null) invoice.reservation(held.mode().name(), held.length().toSeconds());
        return invoice.acknowledgmentMode(payment.invoice().acknowledgmentMode().name())
                .title(payment.invoice().title())
                .clientInvoiceId(payment.invoice().orderId())
                .rows(InvoiceRow.of("Thing", 1, total))
                .notificationUrl(addresses.notification(payment.id()))
                .build();
    }

    private InvoiceStatus answer(PaymentStatus status) {
        boolean paid = status.receipt() != null;
        return new InvoiceStatus(
                status.status().name(),
                status.version(),
                status.ersReference(),
                paid ? status.receipt().invoiceReference() : null,
                paid ? money(status.receipt().invoice().total()) : null,
                paid ? Duration.between(status.receipt().paymentDate(), time.instant()) : null,
                status.tokens().stream().map(SeqrPort::token).toList());
    }

    private static dev.seqrpay.payment.CustomerToken token(CustomerToken token) {
        Status status = Arrays.stream(Status.values())
                .filter(each -> each.code() == token.status())
                .findFirst()
                .orElseThrow();
        return new dev.seqrpay.payment.CustomerToken(token.id(), token.value(), token.description(), status);
    }

    /** What the mapping sends of a shop's answer. */
    private static List<CustomerToken> answered(Payment payment) {
        return payment.offer()
                .filter(TokenOffer::isAnswered)
                .map(offer -> offer.tokens().stream()
                        .map(each -> new CustomerToken(
                                each.id(),
                                each.value(),
                                each.description(),
                                each.status().code()))
                        .toList())
                .orElse(List.of());
    }

    /** As the mapping reads it, whichever way SEQR writes it. */
    private Money money(Amount amount) {
        Variant.AmountsAs way = seqr.switches().of(Variant.AmountsAs.class);
        return Money.of(
                amount.currency(),
                way.written(amount.value()).stripTrailingZeros().toPlainString());
    }

    private static Amount amount(Money money) {
        return new Amount(money.currency().getCurrencyCode(), money.decimal());
    }
}
