package dev.seqrpay.payment;

import java.util.List;
import java.util.function.Function;

/** How a list is worked through: several at once where each waits for SEQR, one after the other in a simulation. */
@FunctionalInterface
public interface Workers {

    /** Returns when all is done, with the result for each item. */
    <T, R> List<R> each(List<T> items, Function<T, R> work);
}
