package dev.seqrpay.local.aws.function;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.seqrpay.local.aws.template.FunctionResource;
import dev.seqrpay.local.aws.template.TemplateException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes the object that a function's {@code Handler} property names. Lambda calls the constructor without parameters, which
 * reads the process's environment and writes to standard output. Here many functions share a process, so a function may have
 * another public constructor: one that takes a {@code Consumer<String>} of the log's lines, or one that takes what is made
 * from the environment, such a consumer and a clock, {@code new W(Map<String, String>, Consumer<String>, InstantSource)}.
 */
final class Handlers {
    private Handlers() {}

    static RequestStreamHandler create(FunctionResource function, Consumer<String> log, InstantSource clock) {
        Object handler = construct(handlerClass(function), function, log, clock);
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

    private static Object construct(
            Class<?> type, FunctionResource function, Consumer<String> log, InstantSource clock) {
        try {
            for (Constructor<?> constructor : type.getConstructors()) {
                if (constructor.getParameterCount() != 1) continue;
                Class<?> parameter = constructor.getParameterTypes()[0];
                return constructor.newInstance(
                        parameter == Consumer.class ? log : wire(parameter, function.environment(), log, clock));
            }
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw failed(function, e.getTargetException());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw failed(function, e);
        }
    }

    private static TemplateException failed(FunctionResource function, Throwable cause) {
        return new TemplateException(function.name() + " cannot be made: " + cause.getMessage(), cause);
    }

    private static Object wire(
            Class<?> type, Map<String, String> environment, Consumer<String> log, InstantSource clock)
            throws ReflectiveOperationException {
        return type.getConstructor(Map.class, Consumer.class, InstantSource.class)
                .newInstance(environment, log, clock);
    }
}
