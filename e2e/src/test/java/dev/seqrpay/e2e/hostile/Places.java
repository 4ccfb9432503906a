package dev.seqrpay.e2e.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.demo.timeline.TimelineSite;
import dev.seqrpay.loopback.LocalServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All the places at which a secret could turn up, and what stands there. */
final class Places {
    private final Map<String, List<String>> places = new LinkedHashMap<>();

    /** @param printed what the process has printed on stdout and stderr */
    Places(LiveApi api, List<String> answers, String printed) throws IOException {
        places.put("answers", answers);
        places.put("log", List.copyOf(api.log()));
        places.put("errors", List.copyOf(api.errors()));
        places.put("printed", List.of(printed));
        places.put("table", strings(api.items()));
        places.put("queues", api.messages());
        places.put("SEQR's journal", strings(api.seqr().journal().newestFirst()));
        places.put("timeline page", List.of(timelinePage(api)));
        places.put("timeline text", timelineTexts(api));
    }

    private static List<String> strings(Iterable<?> things) {
        List<String> strings = new ArrayList<>();
        things.forEach(thing -> strings.add(thing.toString()));
        return strings;
    }

    private static String timelinePage(LiveApi api) throws IOException {
        try (LocalServer site = LocalServer.start(0, new TimelineSite(api.timeline()).handler())) {
            return new RawHttp(URI.create(site.url()))
                    .send(RawHttp.request("GET /data", ""))
                    .body();
        }
    }

    private static List<String> timelineTexts(LiveApi api) {
        return api.items().stream()
                .map(item -> item.get("pk").s())
                .filter(key -> key.startsWith("PAY#"))
                .distinct()
                .map(key -> api.timeline().toText(key.substring("PAY#".length())))
                .toList();
    }

    /** Fails if there is nothing in these places, because then looking for secrets in them would prove nothing. */
    void assertSays(String place, String... words) {
        for (String word : words) assertThat(places.get(place)).as(place).anyMatch(text -> text.contains(word));
    }

    void assertNowhere(String secret) {
        places.keySet().forEach(place -> assertNotIn(place, secret));
    }

    void assertOnlyInAnswers(String secret) {
        places.keySet().stream().filter(place -> !place.equals("answers")).forEach(place -> assertNotIn(place, secret));
    }

    private void assertNotIn(String place, String secret) {
        for (String form : forms(secret).toList())
            assertThat(places.get(place))
                    .as(place)
                    .filteredOn(text -> text.contains(form))
                    .isEmpty();
    }

    /** As it is, in Base64 and in hexadecimal digits, as bytes are printed. */
    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        return Stream.of(
                secret,
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes));
    }
}
