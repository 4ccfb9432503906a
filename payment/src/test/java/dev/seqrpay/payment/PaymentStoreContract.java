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

    /** The end of a payment that has only begun. */
    static Change end(Payment created) {
        return Change.of(created, created.ended(State.FAILED, Reason.NOT_ISSUED, created.createdAt()), Cause.SWEEP);
    }
}
