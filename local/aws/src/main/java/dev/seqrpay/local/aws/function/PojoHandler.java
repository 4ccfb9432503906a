package dev.seqrpay.local.aws.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;

/** A handler of objects as one of streams, with the JSON mapping of Lambda's own runtime. */
final class PojoHandler implements RequestStreamHandler {
    private final RequestHandler<Object, Object> handler;
    private final PojoSerializer<Object> input;
    private final PojoSerializer<Object> output;

    @SuppressWarnings("unchecked")
    PojoHandler(RequestHandler<?, ?> handler) {
        this.handler = (RequestHandler<Object, Object>) handler;
        Type[] types = typesOf(handler.getClass());
        this.input = serializer(types[0]);
        this.output = serializer(types[1]);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        output.toJson(handler.handleRequest(input.fromJson(event), context), answer);
    }

    /** The I and O of {@code RequestHandler<I, O>}, from the class or from any class or interface above it. */
    private static Type[] typesOf(Class<?> handler) {
        return Arrays.stream(handler.getGenericInterfaces())
                .filter(type -> type instanceof ParameterizedType known && known.getRawType() == RequestHandler.class)
                .map(type -> ((ParameterizedType) type).getActualTypeArguments())
                .findFirst()
                .orElseGet(() -> typesOf(handler.getSuperclass()));
    }

    @SuppressWarnings("unchecked")
    private static PojoSerializer<Object> serializer(Type type) {
        if (type instanceof Class<?> event && LambdaEventSerializers.isLambdaSupportedEvent(event.getName()))
            return (PojoSerializer<Object>) LambdaEventSerializers.serializerFor(event, event.getClassLoader());
        return JacksonFactory.getInstance().getSerializer(type);
    }
}
