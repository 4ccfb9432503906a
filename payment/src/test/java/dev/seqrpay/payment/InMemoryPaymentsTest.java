package dev.seqrpay.payment;

import dev.seqrpay.payment.memory.InMemoryPayments;
import java.util.List;

class InMemoryPaymentsTest implements PaymentStoreContract {
    private final InMemoryPayments store = new InMemoryPayments();

    @Override
    public PaymentStore store() {
        return store;
    }

    @Override
    public List<Integer> outbox(String paymentId) {
        return store.outbox(paymentId);
    }

    @Override
    public PaymentStore faulty(long seed) {
        return new FaultyPayments(store, seed);
    }

    @Override
    public boolean isFault(RuntimeException failure) {
        return FaultyPayments.isFault(failure);
    }
}
