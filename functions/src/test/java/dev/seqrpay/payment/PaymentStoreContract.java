package dev.seqrpay.payment;

/** What every store of payments must do, whatever it is made of. */
public interface PaymentStoreContract
        extends CreatingContract,
                ChangingContract,
                GuardsContract,
                ClaimsContract,
                LeaseContract,
                DueContract,
                RefundsContract,
                HistoryContract,
                ManyAtOnceContract,
                FaultsContract {

    /** The beginning of another payment. */
    static Change creation() {
        return Change.created(StoreFixture.fresh());
    }
}
