package dev.seqrpay.simulation.check;

import dev.seqrpay.payment.PaymentStore;
import dev.seqrpay.payment.memory.InMemoryPayments;
import java.util.List;

/** The table as those see it who check what is in it. */
public interface Table extends PaymentStore {

    /** The versions of which something is to be told. */
    List<Integer> outbox(String paymentId);

    /** The table in memory, which keeps payments as they are. */
    final class OfPayments extends InMemoryPayments implements Table {}
}
