package dev.seqrpay.payment;

import java.util.UUID;

/** What every store of payments must do. */
public interface PaymentStoreContract
        extends CreatingContract,
                ChangingContract,
                GuardsContract,
                ClaimsContract,
                LeaseContract,
                DueContract,
                RefundsContract,
                HistoryContract,
                OrdersContract,
                ManyAtOnceContract,
                FaultsContract {

    /** The beginning of another payment. */
    static Change creation() {
        return Change.created(StoreFixture.fresh(SampleOrders.withNumber("order-" + UUID.randomUUID())), 1);
    }

    /** SEQR has its invoice. */
    static Change issue(Payment created) {
        return Change.of(
                created,
                created.issued(StoreFixture.reference(), "HTTP://SEQR.SE/R1", created.createdAt()),
                Cause.CHECKOUT);
    }

    /** SEQR says that it is paid. */
    static Change pay(Payment issued) {
        return Change.of(issued, issued.paid(StoreFixture.ers(), 2, issued.changedAt()), Cause.NOTIFICATION);
    }

    /** Time is up. */
    static Change cancel(Payment issued) {
        return Change.of(issued, issued.canceling(Reason.EXPIRED, Cause.SWEEP, issued.changedAt()), Cause.SWEEP);
    }

    /** SEQR says that it is cancelled. */
    static Change canceled(Payment canceling) {
        return Change.of(
                canceling, canceling.ended(State.CANCELED, Reason.EXPIRED, canceling.changedAt()), Cause.SWEEP);
    }

    /** The end of a payment that has only begun. */
    static Change end(Payment created) {
        return Change.of(created, created.ended(State.FAILED, Reason.NOT_ISSUED, created.createdAt()), Cause.SWEEP);
    }
}
