package dev.seqrpay.payment;

class InMemoryPaymentsTest extends PaymentStoreContract {
    private final PaymentStore store = new InMemoryPayments();

    @Override
    protected PaymentStore store() {
        return store;
    }
}
