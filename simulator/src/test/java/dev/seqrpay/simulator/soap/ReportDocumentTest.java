package dev.seqrpay.simulator.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.simulator.core.Report;
import dev.seqrpay.simulator.core.ReportRow;
import dev.seqrpay.simulator.core.ReportRow.Element;
import dev.seqrpay.simulator.core.ReportVariant.ReportContent;
import dev.seqrpay.simulator.core.ReportVariant.ReportEncoding;
import dev.seqrpay.simulator.core.ReportVariant.ReportEnd;
import dev.seqrpay.simulator.core.ReportVariant.ReportMistake;
import dev.seqrpay.simulator.core.ReportVariant.ReportStart;
import dev.seqrpay.simulator.core.ReportVariant.ReportTitle;
import dev.seqrpay.simulator.core.Switches;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documents are those of the contract, "Reports". */
class ReportDocumentTest {
    private static final Instant AT = Instant.parse("2015-12-04T08:09:59Z");

    private final Switches switches = new Switches();

    @Test
    void details_name_each_movement_without_its_currency() {
        assertThat(document(Report.Shape.DETAILS, "TransactionDetails", "t1").text())
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <TransactionDetails>
                  <Meta>
                    <ResellerId>r1</ResellerId>
                    <TerminalId>t1</TerminalId>
                    <TransactionPeriodId>p1</TransactionPeriodId>
                    <GeneratedAt>2015-12-04 09:09</GeneratedAt>
                  </Meta>
                  <Row>
                    <TerminalId>t1</TerminalId>
                    <CashierId>NULL</CashierId>
                    <SalesAmount>93.31000</SalesAmount>
                    <ErsReference>e1</ErsReference>
                  </Row>
                  <Row>
                    <TerminalId>t1</TerminalId>
                    <CashierId>&lt;Åsa&gt; &amp; Bo</CashierId>
                    <RefundAmount>3.00000</RefundAmount>
                    <ErsReference>e2</ErsReference>
                  </Row>
                </TransactionDetails>
                """);
    }

    @Test
    void a_summary_has_one_row_and_one_by_terminal_one_for_each() {
        assertThat(document(Report.Shape.TOTAL, "CashierTransactionSummary", null)
                        .text())
                .doesNotContain("TerminalId")
                .contains("""
                  <Row>
                    <SalesCount>1</SalesCount>
                    <SalesTotal>93.31000</SalesTotal>
                    <RefundCount>1</RefundCount>
                    <RefundTotal>3.00000</RefundTotal>
                  </Row>
                """);
        assertThat(document(Report.Shape.BY_TERMINAL, "TerminalTransactionSummary", null)
                        .text())
                .containsOnlyOnce("<Row>\n    <TerminalId>t1<");
        assertThat(document(Report.Shape.BY_CASHIER, "CashierTransactionSummary", null)
                        .text())
                .contains("<CashierId>NULL<", "<CashierId>&lt;Åsa");
    }

    @Test
    void a_root_may_close_with_another_name_or_not_at_all() {
        switches.turn(ReportEnd.OTHER_NAME);
        assertThat(document(Report.Shape.TOTAL, "CashierTransactionSummary", null)
                        .text())
                .endsWith("</Row>\n</TerminalTransactionSummary>\n");
        switches.turn(ReportEnd.NOT_AT_ALL);
        assertThat(document(Report.Shape.TOTAL, "CashierTransactionSummary", null)
                        .text())
                .endsWith("</Row>\n");
    }

    @Test
    void a_line_break_may_stand_before_the_declaration_and_no_title_beside_it() {
        switches.turn(ReportStart.LINE_BREAK).turn(ReportTitle.EMPTY);
        ReportDocument document = details();

        assertThat(document.text()).startsWith("\n<?xml");
        assertThat(document.title()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_bytes_are_in_what_they_say(ReportEncoding encoding) {
        switches.turn(encoding);
        ReportDocument document = details();

        assertThat(new String(document.bytes(), Charset.forName(encoding.charset())))
                .isEqualTo(document.text());
        assertThat(document.text()).contains("encoding=\"" + encoding.charset() + "\"", "Åsa");
    }

    @Test
    void a_document_comes_as_bytes_or_as_text() {
        switches.turn(ReportContent.BYTES);
        assertThat(details().text()).isNull();
        switches.turn(ReportContent.TEXT);
        assertThat(details().bytes()).isNull();
    }

    @Test
    void a_document_is_cut_or_lies_about_its_characters_on_demand() {
        switches.turn(ReportMistake.TRUNCATED);
        assertThat(details().text()).doesNotContain("</TransactionDetails>");
        switches.turn(ReportMistake.OTHER_ENCODING);
        assertThat(new String(details().bytes(), StandardCharsets.UTF_8)).contains("UTF-8", "\uFFFD");
    }

    private ReportDocument details() {
        return document(Report.Shape.DETAILS, "TransactionDetails", "t1");
    }

    private ReportDocument document(Report.Shape shape, String root, String terminal) {
        List<ReportRow> rows = List.of(
                new ReportRow("t1", null, Element.SALES, new BigDecimal("93.31"), "e1"),
                new ReportRow("t1", "<Åsa> & Bo", Element.REFUND, new BigDecimal("3"), "e2"));
        return ReportDocument.of(new Report("Shop.xml", root, shape, "r1", terminal, "p1", AT, rows), switches);
    }
}
