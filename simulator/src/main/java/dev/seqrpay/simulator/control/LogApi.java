package dev.seqrpay.simulator.control;

import dev.seqrpay.simulator.fault.Journal;
import dev.seqrpay.simulator.fault.JournalEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /api/log}: the last SOAP calls, notifications and text messages, newest first. */
public final class LogApi {
    private final Journal journal;

    public LogApi(Journal journal) {
        this.journal = journal;
    }

    public Object answer(JsonRequest request) {
        return Map.of(
                "entries", journal.newestFirst().stream().map(LogApi::json).toList());
    }

    private static Map<String, Object> json(JournalEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", entry.at().toString());
        json.put("what", entry.what());
        json.put("reference", entry.reference());
        json.put("millis", entry.millis());
        json.put("outcome", entry.outcome());
        json.put("fault", entry.fault() == null ? null : entry.fault().name());
        return json;
    }
}
