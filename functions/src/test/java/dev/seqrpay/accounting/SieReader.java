package dev.seqrpay.accounting;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a SIE file of type 4I by the letter: what an accounting program might refuse is refused. */
final class SieReader {
    private static final Pattern FIELD = Pattern.compile("\\{}|\"((?:[^\"\\\\]|\\\\\")*)\"|([^\\s\"{}]+)");
    private static final Pattern AMOUNT = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]{2}");
    private static final Pattern DATE = Pattern.compile("[0-9]{8}");
    private static final Pattern ACCOUNT = Pattern.compile("[1-9][0-9]{3,7}");
    private static final List<String> HEAD =
            List.of("#FLAGGA", "#PROGRAM", "#FORMAT", "#GEN", "#SIETYP", "#ORGNR", "#FNAMN", "#VALUTA");
    private static final Set<String> NEEDED = Set.of("#FLAGGA", "#PROGRAM", "#FORMAT", "#GEN", "#SIETYP", "#FNAMN");

    final Map<String, List<String>> head = new LinkedHashMap<>();
    final Map<String, String> accounts = new LinkedHashMap<>();
    final List<Transaction> transactions = new ArrayList<>();
    List<String> voucher;

    record Transaction(String account, BigDecimal amount, String text) {}

    static SieReader read(byte[] file) {
        SieReader reader = new SieReader();
        String text = new String(file, Charset.forName("IBM437"));
        check(text.endsWith("\r\n"), "the last line does not end");
        for (int i = 0; i < file.length; i++) {
            int each = file[i] & 0xFF;
            boolean isEnd = each == '\r' && file[i + 1] == '\n' || each == '\n' && file[i - 1] == '\r';
            check(isEnd || each >= 32 && each != 127 && each != 255, "a character that SIE does not have: " + each);
        }
        int place = 0;
        List<String> lines = List.of(text.split("\r\n"));
        while (place < lines.size() && HEAD.contains(word(lines.get(place)))) reader.head(lines.get(place++));
        check(reader.head.keySet().containsAll(NEEDED), "something of the head is missing");
        while (place < lines.size() && word(lines.get(place)).equals("#KONTO")) reader.account(lines.get(place++));
        reader.voucher(lines.subList(place, lines.size()));
        return reader;
    }

    private void head(String line) {
        List<String> fields = fields(line);
        check(head.put(fields.get(0), fields.subList(1, fields.size())) == null, fields.get(0) + " stands twice");
        switch (fields.get(0)) {
            case "#FLAGGA" -> check(line.equals("#FLAGGA 0"), "the flag is up");
            case "#FORMAT" -> check(line.equals("#FORMAT PC8"), "the format is not PC8");
            case "#SIETYP" -> check(line.equals("#SIETYP 4"), "the type is not 4");
            case "#GEN" -> check(DATE.matcher(fields.get(1)).matches(), "no date");
            case "#ORGNR" -> check(fields.get(1).matches("[0-9]{6}-[0-9]{4}"), "no number of an organisation");
            default -> check(fields.size() >= 2, "nothing stands behind " + fields.get(0));
        }
    }

    private void account(String line) {
        List<String> fields = fields(line);
        check(fields.size() == 3 && ACCOUNT.matcher(fields.get(1)).matches(), "no account: " + line);
        check(accounts.put(fields.get(1), fields.get(2)) == null, "an account stands twice");
    }

    private void voucher(List<String> lines) {
        check(lines.size() >= 4, "there is no voucher");
        voucher = fields(lines.get(0));
        check(voucher.get(0).equals("#VER") && voucher.size() == 6, "no head of a voucher: " + lines.get(0));
        check(
                DATE.matcher(voucher.get(3)).matches()
                        && DATE.matcher(voucher.get(5)).matches(),
                "no date");
        check(lines.get(1).equals("{") && lines.get(lines.size() - 1).equals("}"), "no brackets");
        for (String line : lines.subList(2, lines.size() - 1)) transaction(fields(line.strip()));
        BigDecimal sum = transactions.stream().map(Transaction::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        check(sum.signum() == 0, "the voucher sums to " + sum);
    }

    private void transaction(List<String> fields) {
        check(fields.get(0).equals("#TRANS") && fields.size() == 6, "no transaction: " + fields);
        check(ACCOUNT.matcher(fields.get(1)).matches() && fields.get(2).equals("{}"), "no account: " + fields);
        check(AMOUNT.matcher(fields.get(3)).matches(), "no amount: " + fields);
        check(fields.get(4).equals(voucher.get(3)), "another day than the voucher's");
        transactions.add(new Transaction(fields.get(1), new BigDecimal(fields.get(3)), fields.get(5)));
    }

    BigDecimal sumOf(String account) {
        return transactions.stream()
                .filter(each -> each.account().equals(account))
                .map(Transaction::amount)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private static String word(String line) {
        return line.split(" ", 2)[0];
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(line);
        int at = 0;
        while (at < line.length()) {
            check(field.find(at) && field.start() == at, "no field at " + at + " of " + line);
            fields.add(field.group(1) == null ? field.group() : field.group(1).replace("\\\"", "\""));
            at = field.end();
            check(at == line.length() || line.charAt(at) == ' ', "no space at " + at + " of " + line);
            at++;
        }
        return fields;
    }

    private static void check(boolean isRight, String what) {
        if (!isRight) throw new IllegalArgumentException(what);
    }
}
