package dev.seqrpay.http;

import dev.seqrpay.reconciliation.Difference;
import dev.seqrpay.reconciliation.DifferenceCsv;
import dev.seqrpay.reconciliation.Reconciliation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A reconciliation as a shop sees it, and its differences as CSV for who asks for that. */
public final class ReconciliationJson {
    private static final Pattern ID = Pattern.compile("rec_([1-9][0-9]{0,8})");
    private static final String CSV = "text/csv";

    private ReconciliationJson() {}

    /** @return empty for a text that is no reconciliation's id */
    public static OptionalInt number(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** @param accept what the caller wants to have */
    public static Response response(Reconciliation reconciliation, List<Difference> differences, String accept) {
        if (!accept.contains(CSV)) return Response.json(200, of(reconciliation, differences));
        StringBuilder text = new StringBuilder();
        try {
            DifferenceCsv csv = new DifferenceCsv(text);
            for (Difference difference : differences) csv.write(difference);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Response.of(200, CSV + "; charset=utf-8", text.toString());
    }

    public static Map<String, Object> of(Reconciliation reconciliation, List<Difference> differences) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", "rec_" + reconciliation.number());
        json.put("day", reconciliation.day().toString());
        json.put("state", reconciliation.state().name());
        put(json, "problem", reconciliation.problem());
        if (!reconciliation.from().equals(Instant.EPOCH))
            json.put("from", reconciliation.from().toString());
        put(json, "to", reconciliation.to());
        put(json, "transactionPeriodId", reconciliation.periodId());
        Reconciliation.Outcome outcome = reconciliation.outcome();
        if (outcome == null) return json;
        json.put("payments", outcome.payments());
        json.put("refunds", outcome.refunds());
        json.put("movements", outcome.movements());
        json.put("agreed", outcome.agreed());
        json.put("reportedNet", BigDecimal.valueOf(outcome.reportedNet(), 2).toPlainString());
        json.put("differenceCount", outcome.differences());
        json.put("differences", differences.stream().map(DifferenceJson::of).toList());
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) json.put(name, value.toString());
    }
}
