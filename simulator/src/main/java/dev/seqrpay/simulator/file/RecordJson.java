package dev.seqrpay.simulator.file;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as JSON and back, component by component, so that one that is added later is kept without a word here. */
final class RecordJson {
    private RecordJson() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Record record) return fieldsOf(record);
        if (value instanceof List<?> list)
            return list.stream().map(RecordJson::of).toList();
        if (value instanceof byte[] bytes) return Base64.getEncoder().encodeToString(bytes);
        if (value instanceof Number && !(value instanceof BigDecimal) || value instanceof Boolean) return value;
        return value instanceof Enum<?> word ? word.name() : value == null ? null : value.toString();
    }

    static Map<String, Object> fieldsOf(Record record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = of(get(component, record));
            if (value != null) fields.put(component.getName(), value);
        }
        return fields;
    }

    private static @Nullable Object get(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws RuntimeException if it is not what {@link #of} makes of such a record */
    static <T extends Record> T parse(Map<?, ?> json, Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> value(json.get(component.getName()), component.getGenericType()))
                .toArray();
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " cannot be made", e);
        }
    }

    private static @Nullable Object nothing(Type type) {
        if (type instanceof Class<?> known && !known.isPrimitive()) return null;
        throw new IllegalArgumentException("something is missing");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object value(@Nullable Object json, Type type) {
        if (json == null) return nothing(type);
        if (type instanceof ParameterizedType list)
            return ((List<?>) json)
                    .stream()
                            .map(each -> value(each, list.getActualTypeArguments()[0]))
                            .toList();
        Class<?> known = (Class<?>) type;
        if (known.isRecord()) return parse((Map<?, ?>) json, (Class<? extends Record>) known);
        if (known.isEnum()) return Enum.valueOf((Class<Enum>) known, (String) json);
        if (known == BigDecimal.class) return new BigDecimal((String) json);
        if (known == Instant.class) return Instant.parse((String) json);
        if (known == byte[].class) return Base64.getDecoder().decode((String) json);
        if (known == Long.class || known == long.class) return ((Number) json).longValue();
        if (known == Integer.class || known == int.class) return ((Number) json).intValue();
        return json;
    }
}
