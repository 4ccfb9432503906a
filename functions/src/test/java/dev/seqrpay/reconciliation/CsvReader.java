package dev.seqrpay.reconciliation;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV strictly, by the letter of RFC 4180, and takes the apostrophes away again. */
public final class CsvReader {
    private final String csv;
    private int at;

    private CsvReader(String csv) {
        this.csv = csv;
    }

    /** @throws IllegalArgumentException if it is not the letter of the RFC */
    public static List<List<String>> rows(String csv) {
        CsvReader reader = new CsvReader(csv);
        List<List<String>> rows = new ArrayList<>();
        while (reader.at < csv.length()) rows.add(reader.row());
        if (rows.stream().map(List::size).distinct().count() > 1)
            throw new IllegalArgumentException("rows have different numbers of cells");
        return rows;
    }

    /** What was written, without the apostrophe that keeps a spreadsheet from calculating. */
    public static String unguarded(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        do cells.add(cell());
        while (skip(","));
        if (!skip("\r\n")) throw new IllegalArgumentException("a row does not end with CRLF at " + at);
        return cells;
    }

    private String cell() {
        if (skip("\"")) return quoted();
        int start = at;
        while (at < csv.length() && ",\"\r\n".indexOf(csv.charAt(at)) < 0) at++;
        return csv.substring(start, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        while (true) {
            int end = csv.indexOf('"', at);
            if (end < 0) throw new IllegalArgumentException("a quote is not closed");
            cell.append(csv, at, end);
            at = end + 1;
            if (!skip("\"")) return cell.toString();
            cell.append('"');
        }
    }

    private boolean skip(String expected) {
        boolean isThere = csv.startsWith(expected, at);
        if (isThere) at += expected.length();
        return isThere;
    }
}
