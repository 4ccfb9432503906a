package dev.seqrpay.handler;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Fails when it is called: the proof that a request was refused before. */
public final class Untouchable {
    private Untouchable() {}

    public static <T> T of(Class<T> type) {
        return except(type, Map.of());
    }

    /** With one method that may be called after all. */
    public static <T> T except(Class<T> type, String allowed, Object answer) {
        return except(type, Map.of(allowed, answer));
    }

    /** @param answers of the methods that may be called after all */
    public static <T> T except(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                Untouchable.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (answers.containsKey(method.getName())) return answers.get(method.getName());
                    throw new AssertionError(method.getName() + " was called");
                }));
    }
}
