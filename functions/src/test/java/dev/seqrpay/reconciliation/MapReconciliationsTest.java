package dev.seqrpay.reconciliation;

class MapReconciliationsTest extends ReconciliationsContract {
    private final MapReconciliations store = new MapReconciliations();

    @Override
    protected Reconciliations store() {
        return store;
    }
}
