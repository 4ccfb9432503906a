package dev.seqrpay.simulator.core;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code HTTP://SEQR.SE/R<reference>}, and the same as a link that opens the app. */
final class QrText {
    private static final String HOST = "//SEQR.SE/R";
    private static final Pattern SCANNED =
            Pattern.compile("(?:(?:HTTPS?|SEQR|SEQR-DEBUG|SEQR-DEMO)://SEQR\\.SE/R)?([0-9]+)");

    private QrText() {}

    static String of(String reference, Variant.QrTextCase in) {
        return switch (in) {
            case UPPER -> "HTTP:" + HOST + reference;
            case LOWER -> "http://seqr.se/R" + reference;
        };
    }

    /** The app opens on the code's text with its scheme in place of the code's, and the rest as it is. */
    static String link(String qrText) {
        return "seqr" + qrText.substring(qrText.indexOf(':'));
    }

    /** The reference in a scanned code, in a link, or in what a person has typed. */
    static String reference(String scanned) {
        Matcher matcher = SCANNED.matcher(scanned.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) throw new PayerRefused("This is not a SEQR code.");
        return matcher.group(1);
    }
}
