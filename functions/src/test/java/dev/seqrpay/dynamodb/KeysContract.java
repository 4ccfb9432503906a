package dev.seqrpay.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.ApiKey.Scope;
import dev.seqrpay.merchant.KeyUses;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys and how often they are used, on the template's own table. */
public abstract class KeysContract {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:15Z");

    private Merchants merchants;
    private KeyUses uses;

    protected abstract TemplateTable table();

    @BeforeEach
    void empty() {
        table().renew();
        merchants = table().merchants();
        uses = table().keyUses();
    }

    private static ApiKey key(int number, ApiKey.Terms terms) {
        return ApiKey.Text.issue("test", "shop", number, new byte[32])
                .stored(EnumSet.of(Scope.READ, Scope.REFUND), terms);
    }

    private static void assertSame(ApiKey read, ApiKey written) {
        assertThat(read).usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void a_key_reads_as_it_was_written_and_is_among_those_of_its_shop() {
        ApiKey first = key(1, ApiKey.Terms.from(NOW, NOW.plusSeconds(60), 7));
        ApiKey second = key(2, ApiKey.Terms.from(NOW, null, 1200)).revoked(NOW.plusSeconds(5));
        merchants.put(new Merchant("shop", "Shop", List.of("https://shop.example")));
        merchants.put(first);
        merchants.put(second);

        assertSame(merchants.key("shop-1").orElseThrow(), first);
        assertSame(merchants.key("shop-2").orElseThrow(), second);
        assertThat(merchants.keys("shop")).extracting(ApiKey::id).containsExactly("shop-1", "shop-2");
        assertSame(merchants.keys("shop").get(1), second);
        assertThat(merchants.keys("sho")).isEmpty();
    }

    @Test
    void uses_are_counted_by_the_minute_for_each_key() {
        assertThat(uses.latest("shop-1")).isEmpty();
        assertThat(uses.count("shop-1", NOW)).isEqualTo(1);
        assertThat(uses.count("shop-1", NOW.plusSeconds(44))).isEqualTo(2);
        assertThat(uses.count("shop-2", NOW)).isEqualTo(1);
        assertThat(uses.count("shop-1", NOW.plusSeconds(45))).isEqualTo(1);
        assertThat(uses.latest("shop-1")).contains(Instant.parse("2026-11-22T12:01:00Z"));
    }

    @Test
    void a_function_whose_clock_is_behind_counts_into_the_later_minute() {
        uses.count("shop-1", NOW.plusSeconds(60));
        assertThat(uses.count("shop-1", NOW)).isEqualTo(2);
        assertThat(uses.latest("shop-1")).contains(Instant.parse("2026-11-22T12:01:00Z"));
    }

    @Test
    void of_many_uses_at_once_each_is_counted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> calls = IntStream.range(0, 40)
                .mapToObj(call -> (Callable<Integer>) () -> uses.count("shop-1", NOW))
                .toList();
        List<Integer> counts = new ArrayList<>();
        for (var each : threads.invokeAll(calls)) counts.add(each.get());
        threads.shutdown();
        assertThat(counts)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 40).boxed().toList());
    }
}
