package dev.seqrpay.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.jr.ob.JSON;

/** JSON to and from plain maps; strict where two readers could understand two things. */
public final class Json {
    /** RFC 8259, 8.1: a parser may ignore it, and some editors and platforms put it there. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JSON MAPPER = tools.jackson
            .jr
            .ob
            .JSON
            .builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .build();

    private Json() {}

    public static String write(Object value) {
        return MAPPER.asString(value);
    }

    /** @throws IllegalArgumentException with a reason that can be shown */
    public static Map<String, Object> object(byte[] bytes) {
        String text = utf8(bytes);
        if (text.isBlank()) throw new IllegalArgumentException("is missing, it must be a JSON object");
        try (JsonParser parser = MAPPER.createParser(text)) {
            Object value = MAPPER.anyFrom(parser);
            if (parser.nextToken() != null) throw new IllegalArgumentException("has more after the JSON object");
            if (value instanceof Map<?, ?>) return asObject(value);
            throw new IllegalArgumentException("must be a JSON object");
        } catch (StreamConstraintsException e) {
            throw new IllegalArgumentException("is nested too deeply, or has a name or a number that is too long", e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("is not valid JSON, or has a field twice, " + at(e), e);
        }
    }

    /** The parser's own words are about its settings; where it stopped is what helps. */
    private static String at(JacksonException malformed) {
        TokenStreamLocation location = malformed.getLocation();
        return "at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** What is not there is an object without fields. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> asObject(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /** What is not there is a list without entries. */
    public static List<?> asList(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    private static String utf8(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is not UTF-8", e);
        }
    }
}
