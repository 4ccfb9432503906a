package dev.seqrpay.http;

import dev.seqrpay.accounting.Accounts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for of a day's settlements.
 *
 * @param isVoucher whether it is the voucher and not the list
 * @param currency of the voucher, {@code null} for the only one
 * @param accounts of the shop's own, by the names of {@link Accounts#with}
 */
public record SettlementQuery(
        LocalDate day, boolean isVoucher, @Nullable String currency, Map<String, String> accounts) {
    private static final Pattern DAY = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Set<String> NAMES = Set.of("format", "currency", "accounts");
    private static final Map<String, Boolean> FORMATS = Map.of("csv", false, "sie", true);
    private static final int MAX_ACCOUNTS = 2000;

    /** @throws Problem that names what is wrong */
    public static SettlementQuery of(Request request) {
        Fields query = new Fields(request.query()).allow(NAMES);
        Boolean isVoucher = query.choice("format", FORMATS);
        String currency = query.text("currency", 3);
        Map<String, String> accounts = query.text("accounts", MAX_ACCOUNTS, SettlementQuery::accounts);
        query.throwIfWrong();
        return new SettlementQuery(
                day(request.path().getOrDefault("day", "")),
                Boolean.TRUE.equals(isVoucher),
                currency,
                accounts == null ? Map.of() : accounts);
    }

    private static LocalDate day(String text) {
        try {
            if (DAY.matcher(text).matches()) return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            // the same answer for both
        }
        throw Problem.notFound();
    }

    /** {@code sales.25:3051,clearing:1510} */
    private static Map<String, String> accounts(String text) {
        Map<String, String> accounts = new TreeMap<>();
        for (String setting : text.split(",", -1)) {
            String[] parts = setting.strip().split(":", -1);
            if (parts.length != 2 || accounts.put(parts[0].strip(), parts[1].strip()) != null)
                throw new IllegalArgumentException("must be settings such as sales.25:3051,clearing:1510, each once");
        }
        Accounts.BAS.with(accounts);
        return accounts;
    }

    /**
     * Which of the currencies in which money was moved it is about.
     *
     * @throws Problem if it names none of several, or another one
     */
    public String currencyAmong(Set<String> moved) {
        if (currency == null && moved.size() == 1) return moved.iterator().next();
        if (moved.isEmpty() || currency != null && moved.contains(currency)) return String.valueOf(currency);
        throw Problem.invalid("currency", "must be one of " + String.join(", ", moved));
    }
}
