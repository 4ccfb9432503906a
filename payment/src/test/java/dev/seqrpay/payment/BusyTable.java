package dev.seqrpay.payment;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** A table at which somebody else comes first: just before a call of that name, once. */
final class BusyTable {
    private BusyTable() {}

    static PaymentStore before(String call, PaymentStore table, Runnable event) {
        Queue<Runnable> once = new ArrayDeque<>(List.of(event));
        return (PaymentStore) Proxy.newProxyInstance(
                BusyTable.class.getClassLoader(), new Class<?>[] {PaymentStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(call) && !once.isEmpty())
                        once.remove().run();
                    try {
                        return method.invoke(table, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
