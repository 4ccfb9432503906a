package dev.seqrpay.local.function;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.handler.Wiring;
import dev.seqrpay.local.template.FunctionResource;
import dev.seqrpay.local.template.TemplateException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Makes the object that a function's {@code Handler} property names, by its constructor that takes a {@link Wiring} or, if it
 * needs nothing but a log, a consumer of lines. Only Lambda calls the one without parameters.
 */
final class Handlers {
    private Handlers() {}

    static RequestStreamHandler create(FunctionResource function, Consumer<String> log) {
        Object handler = construct(handlerClass(function), function, log);
        if (handler instanceof RequestStreamHandler streams) return streams;
        if (handler instanceof RequestHandler<?, ?> objects) return new PojoHandler(objects);
        throw new TemplateException(function.name() + ": " + function.handler() + " is not a Lambda handler");
    }

    private static Class<?> handlerClass(FunctionResource function) {
        String[] classAndMethod = function.handler().split("::", 2);
        if (classAndMethod.length == 2 && !classAndMethod[1].equals("handleRequest"))
            throw new TemplateException(
                    function.name() + ": only handleRequest can be called, not " + function.handler());
        try {
            return Class.forName(classAndMethod[0]);
        } catch (ClassNotFoundException e) {
            throw new TemplateException(function.name() + ": there is no class " + classAndMethod[0]);
        }
    }

    private static Object construct(Class<?> type, FunctionResource function, Consumer<String> log) {
        try {
            if (takes(type, Wiring.class))
                return type.getConstructor(Wiring.class).newInstance(new Wiring(function.environment(), log));
            return takes(type, Consumer.class)
                    ? type.getConstructor(Consumer.class).newInstance(log)
                    : type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw failed(function, e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw failed(function, e);
        }
    }

    private static TemplateException failed(FunctionResource function, Throwable cause) {
        return new TemplateException(function.name() + " cannot be made: " + cause.getMessage(), cause);
    }

    private static boolean takes(Class<?> type, Class<?> parameter) {
        return Arrays.stream(type.getConstructors())
                .anyMatch(constructor -> Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {parameter}));
    }
}
