package dev.seqrpay.http;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void an_object_is_read_as_it_is_written() {
        assertThat(read(" {\"a\": \"å🦞\", \"b\": {\"c\": [1, true, null]}} \r\n"))
                .containsEntry("a", "å🦞")
                .containsKey("b");
        assertThat(read(Json.write(Map.of("a", "\"\u2028<\n")))).containsEntry("a", "\"\u2028<\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void nothing_is_not_an_object(String body) {
        refused(body, "is missing, it must be a JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", "\"a\"", "1", "null", "true"})
    void another_value_is_not_an_object(String body) {
        refused(body, "must be a JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{}[]", "{}1", "{\"a\": 1}\nnull"})
    void nothing_may_follow_the_object(String body) {
        refused(body, "has more after the JSON object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "{}x",
                "{}}",
                "{\"a\"}",
                "{\"a\": }",
                "{\"a\": 1,}",
                "{\"a\": 01}",
                "{\"a\": -}",
                "{\"a\": .5}",
                "{\"a\": NaN}",
                "{\"a\": Infinity}",
                "{\"a\": tru}",
                "{'a': 1}",
                "{a: 1}",
                "{\"a\": \"b}",
                "{\"a\": \"b\nc\"}",
                "{\"a\": \"\0\"}",
                "{\"a\": \"\\q\"}",
                "{\"a\": \"\\u00g0\"}",
                "{/**/}",
                "//\n{}",
                "\uFEFF\uFEFF{}",
                "<order/>",
                "orderId=1"
            })
    void what_is_not_json_is_refused_with_the_place_where_it_stops_to_be(String body) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(body))
                .withMessageMatching("is not valid JSON, or has a field twice, at line [0-9]+, column [0-9]+");
    }

    @Test
    void the_place_is_the_right_one() {
        refused("{\n  \"a\": 1,\n  \"b\": x\n}", "is not valid JSON, or has a field twice, at line 3, column 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1, \"a\": 1}", "{\"b\": {\"a\": 1, \"\\u0061\": 2}}"})
    void a_field_that_is_there_twice_could_be_read_either_way(String body) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(body))
                .withMessageContaining("has a field twice, at line 1");
    }

    @Test
    void what_would_cost_too_much_to_read_is_refused() {
        String tooMuch = "is nested too deeply, or has a name or a number that is too long";
        refused("{\"a\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}", tooMuch);
        refused("{\"a\":".repeat(21) + "1" + "}".repeat(21), tooMuch);
        refused("{\"a\": " + "9".repeat(60_000) + "}", tooMuch);
        refused("{\"" + "a".repeat(60_000) + "\": 1}", tooMuch);
    }

    @Test
    void other_encodings_than_utf_8_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.object(new byte[] {'{', '"', (byte) 0xE5, '"', ':', '1', '}'}))
                .withMessage("is not UTF-8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.object(new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'}))
                .withMessage("is not UTF-8");
        assertThatIllegalArgumentException().isThrownBy(() -> Json.object("{}".getBytes(UTF_16)));
    }

    private static Map<String, Object> read(String text) {
        return Json.object(text.getBytes(UTF_8));
    }

    private static void refused(String body, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(body)).withMessage(reason);
    }
}
