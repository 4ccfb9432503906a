package dev.seqrpay.merchant;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a shop has settled for all of its checkouts.
 *
 * @param isOff whether it makes no new payments; those that it has made go on
 * @param hasOwnAccount whether its payments are made with a SEQR account of its own, or with that of the deployment
 * @param life how long a payer has where a checkout does not say, {@code null} for the deployment's own term
 * @param limits the most that one payment may be, by ISO 4217 currency; if there are any, no other currency is taken
 */
@RecordBuilder
public record CheckoutRules(
        boolean isOff, boolean hasOwnAccount, @Nullable Duration life, SortedMap<String, BigDecimal> limits) {
    /** For a shop that has settled nothing. */
    public static final CheckoutRules NONE = new CheckoutRules(false, false, null, Collections.emptySortedMap());

    /** The template's bounds of {@code PaymentMinutes}. */
    private static final Duration SHORTEST = Duration.ofMinutes(2);

    private static final Duration LONGEST = Duration.ofDays(1);

    public CheckoutRules {
        if (life != null && (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0))
            throw new IllegalArgumentException("a payer has from 2 to 1440 minutes");
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
        if (limits.values().stream().anyMatch(limit -> limit.signum() <= 0))
            throw new IllegalArgumentException("a limit is more than zero");
    }

    /** Why a payment of that much is none of this shop's; empty if it may be made. */
    public Optional<String> fault(String currency, BigDecimal total) {
        if (limits.isEmpty()) return Optional.empty();
        BigDecimal limit = limits.get(currency);
        if (limit == null)
            return Optional.of("is in " + currency + ", and this shop takes " + String.join(", ", limits.keySet()));
        if (total.compareTo(limit) <= 0) return Optional.empty();
        return Optional.of("is more than this shop's limit of " + limit.toPlainString() + " " + currency);
    }

    public CheckoutRules withOwnAccount(boolean has) {
        return CheckoutRulesBuilder.builder(this).hasOwnAccount(has).build();
    }
}
