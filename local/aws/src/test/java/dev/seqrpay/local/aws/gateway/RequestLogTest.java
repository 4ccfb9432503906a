package dev.seqrpay.local.aws.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:01Z");

    private final List<String> lines = new ArrayList<>();
    private final RequestLog log = new RequestLog(lines::add, () -> NOW, ZoneOffset.UTC);

    @Test
    void a_line_has_the_route_and_not_what_stood_in_it() {
        log.answered("GET", "/pay/{id}/{token}/status", 200, 12_400_000);

        assertThat(lines).containsExactly("10:00:01 GET /pay/{id}/{token}/status 200 12 ms");
    }

    @Test
    void what_repeats_itself_is_counted_and_told_with_the_next() {
        for (int i = 0; i < 4; i++) log.answered("GET", "/a", 200, 0);
        log.answered("GET", "/a", 500, 0);
        log.answered("GET", "/a", 500, 0);
        log.answered("GET", "/a", 200, 0);

        assertThat(lines)
                .containsExactly(
                        "10:00:01 GET /a 200 0 ms",
                        "10:00:01 … the same 3 times more",
                        "10:00:01 GET /a 500 0 ms",
                        "10:00:01 … the same once more",
                        "10:00:01 GET /a 200 0 ms");
    }

    @Test
    void a_path_that_is_no_route_is_shown_without_ids_and_tokens_and_commands_for_the_terminal() {
        log.answered("GET", "/pays/pay_3fpqxgh2jx7c6yylq4yl7gmhvm/k3vabcdefghijklmnopqrstuvw/satus", 404, 0);
        log.answered("GE\u001bT", "/a\u001b[2J\u0007", 404, 0);

        assertThat(lines).containsExactly("10:00:01 GET /pays/…/…/satus 404 0 ms", "10:00:01 GE?T /a?[2J? 404 0 ms");
    }
}
