package dev.seqrpay.accounting;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The accounts of a voucher.
 *
 * @param clearing what SEQR owes the shop until it pays out
 * @param differences between us and SEQR's report, until a person has found out
 */
@RecordBuilder
public record Accounts(Account clearing, Account differences, SortedMap<Rate, RateAccounts> byRate) {
    /** Those of the Swedish BAS chart. */
    public static final Accounts BAS = new Accounts(
            new Account("1580", "Fordringar för kontokort och kuponger"),
            new Account("2999", "OBS-konto"),
            new TreeMap<>(Map.of(
                    Rate.of("25"),
                    bas("3001", "25 % moms", "2611"),
                    Rate.of("12"),
                    bas("3002", "12 % moms", "2621"),
                    Rate.of("6"),
                    bas("3003", "6 % moms", "2631"),
                    Rate.of("0"),
                    bas("3004", "momsfri", "2611"),
                    Rate.NONE,
                    bas("3000", "moms ej angiven", "2611"))));

    private static final Pattern SETTING =
            Pattern.compile("(clearing|differences)|(sales|refunds|vat)\\.(none|[0-9]{1,2}(?:\\.[0-9]{1,2})?)");

    public Accounts {
        byRate = Collections.unmodifiableSortedMap(new TreeMap<>(byRate));
    }

    private static RateAccounts bas(String sales, String text, String vat) {
        Account sold = new Account(sales, "Försäljning inom Sverige, " + text);
        return new RateAccounts(sold, sold, new Account(vat, "Utgående moms på försäljning inom Sverige, " + text));
    }

    /**
     * The same with some accounts of the shop's own.
     *
     * @param settings numbers by {@code clearing}, {@code differences}, {@code sales.25}, {@code refunds.25} and
     *     {@code vat.25}, with any rate or {@code none}; refunds that are not named are booked where sales are
     * @throws IllegalArgumentException that names the setting
     */
    public Accounts with(Map<String, String> settings) {
        SortedMap<Rate, Map<String, Account>> own = new TreeMap<>();
        Account ownClearing = clearing;
        Account ownDifferences = differences;
        for (Map.Entry<String, String> setting : new TreeMap<>(settings).entrySet()) {
            Matcher name = SETTING.matcher(setting.getKey());
            if (!name.matches())
                throw new IllegalArgumentException(setting.getKey() + ": a setting is clearing, differences, or sales,"
                        + " refunds or vat with a rate, as in sales.25 or sales.none");
            Account account = account(setting.getKey(), setting.getValue());
            if (setting.getKey().equals("clearing")) ownClearing = account;
            else if (setting.getKey().equals("differences")) ownDifferences = account;
            else
                own.computeIfAbsent(rate(name.group(3)), first -> new HashMap<>())
                        .put(name.group(2), account);
        }
        SortedMap<Rate, RateAccounts> rates = new TreeMap<>(byRate);
        own.forEach((rate, named) -> rates.put(rate, merged(rate, named)));
        return AccountsBuilder.builder()
                .clearing(ownClearing)
                .differences(ownDifferences)
                .byRate(rates)
                .build();
    }

    private RateAccounts merged(Rate rate, Map<String, Account> named) {
        RateAccounts before = byRate.get(rate);
        if (before == null) return added(rate, named);
        Account sales = named.getOrDefault("sales", before.sales());
        return RateAccountsBuilder.builder()
                .sales(sales)
                .refunds(named.getOrDefault("refunds", named.containsKey("sales") ? sales : before.refunds()))
                .vat(named.getOrDefault("vat", before.vat()))
                .build();
    }

    private static RateAccounts added(Rate rate, Map<String, Account> named) {
        Account sales = named.get("sales");
        if (sales == null) throw new IllegalArgumentException("sales." + rate + ": is missing beside vat or refunds");
        Account vat = named.get("vat");
        if (vat == null && rate.isTaxed())
            throw new IllegalArgumentException("vat." + rate + ": is missing beside sales");
        return new RateAccounts(sales, named.getOrDefault("refunds", sales), vat == null ? sales : vat);
    }

    private static Rate rate(String text) {
        return text.equals("none") ? Rate.NONE : Rate.of(text);
    }

    private static Account account(String setting, String number) {
        try {
            return new Account(number, null);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
        }
    }

    /** @throws Unbookable if the rate has no accounts */
    RateAccounts of(Rate rate) {
        RateAccounts accounts = byRate.get(rate);
        if (accounts == null)
            throw new Unbookable(
                    "there is no account for sales with " + rate + " % VAT: set sales." + rate + " and vat." + rate);
        return accounts;
    }
}
