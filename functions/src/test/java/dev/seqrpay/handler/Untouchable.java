package dev.seqrpay.handler;

import java.lang.reflect.Proxy;

/** What nobody may call: the proof that a request was turned away before. */
final class Untouchable {
    private Untouchable() {}

    static <T> T of(Class<T> type) {
        return except(type, "", null);
    }

    /** With one method that may be called after all. */
    static <T> T except(Class<T> type, String allowed, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                Untouchable.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(allowed)) return answer;
                    throw new AssertionError(method.getName() + " was called");
                }));
    }
}
