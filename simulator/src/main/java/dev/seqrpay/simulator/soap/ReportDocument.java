package dev.seqrpay.simulator.soap;

import dev.seqrpay.simulator.core.Report;
import dev.seqrpay.simulator.core.ReportVariant.ReportContent;
import dev.seqrpay.simulator.core.ReportVariant.ReportEncoding;
import dev.seqrpay.simulator.core.ReportVariant.ReportMistake;
import dev.seqrpay.simulator.core.ReportVariant.ReportTitle;
import dev.seqrpay.simulator.core.Switches;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A report as it is handed over: as bytes, as text, or as both. */
record ReportDocument(
        String title, byte @Nullable [] bytes, @Nullable String text) {

    static ReportDocument of(Report report, Switches switches) {
        ReportMistake mistake = switches.of(ReportMistake.class);
        String whole = ReportXml.of(report, switches);
        String text = mistake == ReportMistake.TRUNCATED ? whole.substring(0, whole.length() / 2) : whole;
        ReportContent content = switches.of(ReportContent.class);
        return new ReportDocument(
                switches.of(ReportTitle.class) == ReportTitle.EMPTY ? "" : report.fileName(),
                content == ReportContent.TEXT
                        ? null
                        : text.getBytes(charset(switches.of(ReportEncoding.class), mistake)),
                content == ReportContent.BYTES ? null : text);
    }

    private static Charset charset(ReportEncoding declared, ReportMistake mistake) {
        return mistake == ReportMistake.OTHER_ENCODING
                ? StandardCharsets.ISO_8859_1
                : Charset.forName(declared.charset());
    }
}
