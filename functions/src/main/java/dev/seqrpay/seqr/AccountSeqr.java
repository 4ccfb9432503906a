package dev.seqrpay.seqr;

import static dev.seqrpay.payment.ResultCode.ACCESS_DENIED;
import static dev.seqrpay.payment.ResultCode.AUTHENTICATION_FAILED;
import static dev.seqrpay.payment.ResultCode.INITIATOR_PRINCIPAL_NOT_FOUND;
import static dev.seqrpay.payment.ResultCode.INVALID_INITIATOR_PRINCIPAL_ID;

import dev.seqrpay.payment.Addresses;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.ResultCode;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.SeqrGateway;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls SEQR about each payment with the account of its own terminal. An account that SEQR refuses (20, 21, 29, 37: it has then done
 * nothing) is looked up again at once, and the call is made once more if it has changed: so a new password needs no restart.
 */
public final class AccountSeqr implements SeqrGateway {
    private static final Set<ResultCode> REFUSES_THE_ACCOUNT =
            Set.of(AUTHENTICATION_FAILED, ACCESS_DENIED, INVALID_INITIATOR_PRINCIPAL_ID, INITIATOR_PRINCIPAL_NOT_FOUND);
    /** A second call that began later than this would outlast the leases and SEQR's 20 seconds, which are sized for one call. */
    private static final Duration STILL_TIME = Duration.ofSeconds(2);

    private final Accounts accounts;
    private final Function<Account, SeqrGateway> gateways;
    private final LongSupplier nanos;

    /** @param nanos like {@link System#nanoTime} */
    public AccountSeqr(Accounts accounts, Function<Account, SeqrGateway> gateways, LongSupplier nanos) {
        this.accounts = accounts;
        this.gateways = gateways;
        this.nanos = nanos;
    }

    @Override
    public SentInvoice sendInvoice(Payment payment, Addresses addresses) {
        return call("sendInvoice", payment, seqr -> seqr.sendInvoice(payment, addresses));
    }

    @Override
    public InvoiceStatus getPaymentStatus(Payment payment, int version) {
        return call("getPaymentStatus", payment, seqr -> seqr.getPaymentStatus(payment, version));
    }

    @Override
    public void updateInvoice(Payment payment, Addresses addresses) {
        call("updateInvoice", payment, seqr -> {
            seqr.updateInvoice(payment, addresses);
            return null;
        });
    }

    @Override
    public void cancelInvoice(Payment payment, String reference) {
        call("cancelInvoice", payment, seqr -> {
            seqr.cancelInvoice(payment, reference);
            return null;
        });
    }

    @Override
    public void commitReservation(Payment payment) {
        call("commitReservation", payment, seqr -> {
            seqr.commitReservation(payment);
            return null;
        });
    }

    @Override
    public @Nullable String refundPayment(Payment payment, Refund refund) {
        return call("refundPayment", payment, seqr -> seqr.refundPayment(payment, refund));
    }

    @Override
    public void submitPaymentReceipt(Payment payment, byte[] html) {
        call("submitPaymentReceipt", payment, seqr -> {
            seqr.submitPaymentReceipt(payment, html);
            return null;
        });
    }

    private <T extends @Nullable Object> T call(
            String operation, Payment payment, Function<SeqrGateway, T> operationOf) {
        long start = nanos.getAsLong();
        // SEQR itself would answer so; another terminal's password must not be tried
        Account account = accounts.of(payment.terminalId())
                .orElseThrow(() -> SeqrException.answered(operation, INVALID_INITIATOR_PRINCIPAL_ID.code()));
        try {
            return operationOf.apply(gateways.apply(account));
        } catch (SeqrException e) {
            if (e.resultCode().filter(REFUSES_THE_ACCOUNT::contains).isEmpty()) throw e;
            Account now = accounts.again(account).orElse(account);
            if (now.equals(account) || nanos.getAsLong() - start > STILL_TIME.toNanos()) throw e;
            return operationOf.apply(gateways.apply(now));
        }
    }
}
