package dev.seqrpay.payment;

import java.util.List;

class InMemoryPaymentsTest extends PaymentStoreContract {
    private final InMemoryPayments store = new InMemoryPayments();

    @Override
    protected PaymentStore store() {
        return store;
    }

    @Override
    protected List<Integer> outbox(String paymentId) {
        return store.outbox(paymentId);
    }
}
