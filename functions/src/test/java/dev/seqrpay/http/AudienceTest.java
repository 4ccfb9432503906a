package dev.seqrpay.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.deployment.DeployedTemplate;
import dev.seqrpay.handler.EventFile;
import dev.seqrpay.payment.SeqrException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/** What an error looks like to a shop, to a script in a shop's page, and to a person. */
class AudienceTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(strings = {"status", "view", "cancel-by-shopper", "qr-code", "script", "asset"})
    void a_script_may_read_a_shoppers_errors_and_they_have_no_code_of_seqrs(String event) throws IOException {
        for (RuntimeException failure : new RuntimeException[] {
            SeqrException.answered("cancelInvoice", 94), Problem.notFound(), new IllegalStateException("no table")
        }) {
            Map<String, Object> answer = answer(script(event), failure);

            assertThat(headers(answer))
                    .containsEntry("access-control-allow-origin", "*")
                    .containsEntry("content-type", "application/problem+json");
            assertThat((String) answer.get("body")).doesNotContain("seqrResultCode", "94");
        }
    }

    @Test
    void a_script_may_read_what_no_route_takes() throws IOException {
        EventFile lost = script("anything-else").with("rawPath", "/pay/x/y/z/status");
        assertThat(headers(answer(lost, Problem.notFound()))).containsEntry("access-control-allow-origin", "*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkout", "cancel", "refund", "read-payment"})
    void a_shop_is_told_seqrs_code_and_no_page_may_read_it(String event) throws IOException {
        Map<String, Object> answer =
                answer(accepting(EventFile.of(event), BROWSER), SeqrException.answered("refundPayment", 94));

        assertThat(headers(answer)).doesNotContainKey("access-control-allow-origin");
        assertThat(JSON.std.mapFrom(answer.get("body"))).containsEntry("seqrResultCode", 94);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Nothing here, Something went wrong",
        "sv, Här finns inget, Något gick fel",
        "da, Her er ingenting, Noget gik galt",
        "nb, Her er det ingenting, Noe gikk galt",
        "fi, Täällä ei ole mitään, Jokin meni vikaan",
        "de, Hier ist nichts, Etwas ist schiefgegangen",
        "fr, Il n’y a rien ici, Un problème est survenu",
        "es, Aquí no hay nada, Algo ha fallado",
        "it, Qui non c’è niente, Qualcosa è andato storto",
        "nl, Hier is niets, Er ging iets mis",
        "pl, Tu nic nie ma, Coś poszło nie tak",
        "pt, Não há nada aqui, Algo correu mal"
    })
    void a_person_is_shown_a_page_in_her_language(String language, String missing, String trouble) throws IOException {
        for (String event : new String[] {"page", "receipt", "anything-else"}) {
            EventFile opened = accepting(EventFile.of(event), BROWSER, "accept-language", "-," + language);

            Map<String, Object> lost = answer(opened, Problem.notFound());
            assertThat(lost).containsEntry("statusCode", 404);
            assertThat(headers(lost))
                    .containsEntry("content-type", "text/html; charset=utf-8")
                    .containsEntry("cache-control", "no-store")
                    .doesNotContainKey("access-control-allow-origin");
            assertThat((String) lost.get("body"))
                    .contains("<html lang=\"" + language + "\">", "<h1>" + missing + "</h1>")
                    .doesNotContain("<script");

            Map<String, Object> failed = answer(opened, new IllegalStateException("secret"));
            assertThat(failed).containsEntry("statusCode", 500);
            assertThat((String) failed.get("body"))
                    .contains("<h1>" + trouble + "</h1>")
                    .doesNotContain("secret");
        }
    }

    @Test
    void head_is_answered_as_get_is_without_the_body() throws IOException {
        Http http = new Http(new Log(line -> {}, Clock.systemUTC()));
        Map<String, Object> context =
                new HashMap<>(DeployedTemplate.at(EventFile.of("status").json(), "requestContext"));
        context.put("http", Map.of("method", "HEAD"));
        EventFile head = script("status")
                .with("routeKey", "HEAD /pay/{id}/{token}/status")
                .with("requestContext", context);

        Map<String, Object> get = answer(http, script("status"), request -> Response.json(200, Map.of("a", "å")));
        Map<String, Object> answer = answer(http, head, request -> {
            assertThat(request.route()).isEqualTo("GET /pay/{id}/{token}/status");
            return Response.json(200, Map.of("a", "å"));
        });

        assertThat(answer).containsEntry("statusCode", 200).containsEntry("body", "");
        Map<String, String> expected = new HashMap<>(headers(get));
        expected.put("content-length", "10");
        assertThat(headers(answer)).isEqualTo(expected);
    }

    private static EventFile script(String event) {
        return accepting(EventFile.of(event), "*/*");
    }

    private static EventFile accepting(EventFile event, String accept, String... more) {
        Map<String, String> headers = new HashMap<>(DeployedTemplate.at(event.json(), "headers"));
        headers.put("accept", accept);
        if (more.length > 0) headers.put(more[0], more[1]);
        return event.with("headers", headers);
    }

    private static Map<String, Object> answer(EventFile event, RuntimeException failure) throws IOException {
        return answer(new Http(new Log(line -> {}, Clock.systemUTC())), event, request -> {
            throw failure;
        });
    }

    private static Map<String, Object> answer(Http http, EventFile event, Http.Route route) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        http.serve(event.stream(), out, route);
        return JSON.std.mapFrom(out.toString(UTF_8));
    }

    private static Map<String, String> headers(Map<String, Object> answer) {
        return DeployedTemplate.at(answer, "headers");
    }
}
