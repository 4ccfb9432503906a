package dev.seqrpay.local.aws.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.function.Functions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the caller is sent of what a function answers. */
class FunctionResponseTest {
    private final HttpApi api = new HttpApi(0, error -> {});

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "\"statusCode\"", "{\"body\":\"a\"}"})
    void an_answer_without_a_status_is_the_body(String answer) throws Exception {
        assertThat(sent("GET", answer))
                .startsWith("HTTP/1.1 200 ")
                .contains("\r\nContent-Type: application/json\r\n")
                .endsWith("\r\n\r\n" + answer);
    }

    @Test
    void a_status_alone_is_an_answer_without_a_type() throws Exception {
        assertThat(sent("GET", "{\"statusCode\":204}"))
                .startsWith("HTTP/1.1 204 ")
                .doesNotContain("Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"isBase64Encoded\":false"})
    void a_body_is_text_unless_it_says_that_it_is_Base64(String more) throws Exception {
        assertThat(sent("GET", "{\"statusCode\":200,\"body\":\"/+8=\"" + more + "}"))
                .endsWith("\r\n\r\n/+8=");
    }

    @Test
    void to_HEAD_it_has_the_length_of_what_GET_would_send_and_no_body() throws Exception {
        String head = "{\"statusCode\":200,\"headers\":{\"content-length\":\"12\"},\"body\":\"\"}";

        assertThat(sent("HEAD", head))
                .containsIgnoringCase("\r\ncontent-length: 12\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void a_function_that_answers_HEAD_like_GET_is_cut_to_what_HEAD_is() throws Exception {
        assertThat(sent("HEAD", "{\"statusCode\":200,\"body\":\"abc\"}"))
                .containsIgnoringCase("\r\ncontent-length: 3\r\n")
                .endsWith("\r\n\r\n");
    }

    private String sent(String method, String answer) throws IOException {
        api.serve(List.of(Functions.host((in, out, context) -> out.write(answer.getBytes(UTF_8)), "$default")));
        return RawRequest.answer(api.url(), "", method + " / HTTP/1.1", "Host: 127.0.0.1");
    }
}
