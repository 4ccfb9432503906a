package dev.seqrpay.payment;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A table that gives no answer to some calls for as many times as wanted, and then as ever. */
final class AwayTable {
    private final Set<String> calls;
    private int times;

    private AwayTable(Set<String> calls, int times) {
        this.calls = calls;
        this.times = times;
    }

    static PaymentStore around(PaymentStore table, Set<String> calls, int times) {
        AwayTable away = new AwayTable(calls, times);
        return (PaymentStore) Proxy.newProxyInstance(
                AwayTable.class.getClassLoader(), new Class<?>[] {PaymentStore.class}, (proxy, method, arguments) -> {
                    away.fail(method.getName());
                    try {
                        return method.invoke(table, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void fail(String call) {
        if (calls.contains(call) && times-- > 0) throw new StoreUnavailable(new IOException("no answer to " + call));
    }
}
