package dev.seqrpay.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports as SEQR's documents show them, older and newer than each other, and what can be read in no way. */
class SeqrsReportTest {
    private static final String META = "<Meta><ResellerId>r1</ResellerId><TransactionPeriodId>p1</TransactionPeriodId>"
            + "<GeneratedAt>2015-12-04 09:09</GeneratedAt></Meta>";
    private static final String ROW = "<Row><TerminalId>t1</TerminalId><CashierId>NULL</CashierId>"
            + "<SalesAmount>93.31000</SalesAmount><ErsReference>e1</ErsReference></Row>";

    @Test
    void details_are_read_by_row() {
        SeqrsReport report = SeqrsReport.of("<?xml version=\"1.0\"?>\n<TransactionDetails>\n " + META + "\n" + ROW
                + ROW.replace("NULL", "<![CDATA[=1]]>+1 &amp; Åsa").replace("e1", " e2 ") + "</TransactionDetails>\n");

        assertThat(movements(report))
                .containsExactly(
                        new ReportRow(1, "t1", null, "e1", 9331), new ReportRow(2, "t1", "=1+1 & Åsa", "e2", 9331));
        assertThat(report.meta()).isEqualTo(new ReportMeta("r1", null, "p1"));
        assertThat(report.isSummary()).isFalse();
        assertThat(report.sold()).isEqualTo(18662);
        assertThat(report.showsGivenBack()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<TransactionDetails>%s</TransactionDetails>",
                "\n\n<?xml version='1.0' encoding='UTF-16'?><!-- x --><TransactionDetails a='1'>%s</TransactionDetails >\n",
                "<CashierTransactionSummary>%s</TerminalTransactionSummary>",
                "<TransactionDetails>%s</Other>",
                "<TransactionDetails>%s",
                "<TransactionDetails>%s\n\n",
                "<SomethingElse>%s</SomethingElse>",
            })
    void a_root_may_have_any_name_and_close_with_another_or_not_at_all(String form) {
        assertThat(movements(SeqrsReport.of(form.formatted(META + ROW)))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "<SalesAmount>500</SalesAmount>, 50000",
        "<SalesAmount>10.5</SalesAmount>, 1050",
        "<SalesAmount> 0.00000 </SalesAmount>, 0",
        "<SalesAmount>-3.30</SalesAmount>, -330",
        "<RefundAmount>3.30000</RefundAmount>, -330",
        "<RefundedAmount>-3.30000</RefundedAmount>, -330",
        "<ReversalAmount>3.30000</ReversalAmount>, -330",
        "<SalesAmount>1.00</SalesAmount><Fee>0.10</Fee><Deep><SalesAmount>2</SalesAmount></Deep>, 100",
    })
    void an_amount_is_written_in_many_ways(String elements, long minor) {
        SeqrsReport report = SeqrsReport.of(details(elements));

        assertThat(movements(report)).extracting(ReportRow::minor).containsExactly(minor);
        assertThat(report.showsGivenBack()).isEqualTo(minor < 0);
    }

    @Test
    void a_row_may_show_what_was_sold_and_what_went_back() {
        SeqrsReport report = SeqrsReport.of(details("<SalesAmount>10</SalesAmount><RefundAmount>4</RefundAmount>"));

        assertThat(movements(report)).extracting(ReportRow::minor).containsExactly(1000L, -400L);
        assertThat(report.sold() - report.givenBack()).isEqualTo(600);
    }

    @Test
    void an_element_may_be_a_refund_by_its_own_name() {
        String row = details("<SalesAmount>4</SalesAmount>").replace("Row>", "Refund>");

        assertThat(movements(SeqrsReport.of(row))).extracting(ReportRow::minor).containsExactly(-400L);
    }

    @Test
    void a_summary_has_sums_and_no_movements() {
        SeqrsReport report = SeqrsReport.of("<CashierTransactionSummary>" + META
                + "<Row><CashierId>NULL</CashierId><SalesCount>2</SalesCount><SalesTotal>20.00000</SalesTotal></Row>"
                + "<Row><CashierId>Bo</CashierId><SalesCount>1</SalesCount><SalesTotal>5</SalesTotal>"
                + "<RefundCount>1</RefundCount><RefundTotal>1</RefundTotal></Row></TerminalTransactionSummary>");

        assertThat(report.isSummary()).isTrue();
        assertThat(report.sold()).isEqualTo(2500);
        assertThat(report.givenBack()).isEqualTo(100);
        assertThat(movements(report)).isEmpty();
    }

    @Test
    void a_day_without_payments_is_a_report_too() {
        assertThat(movements(SeqrsReport.of("<TransactionDetails>" + META + "</TransactionDetails>")))
                .isEmpty();
        assertThat(movements(SeqrsReport.of("<TransactionDetails/>"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', no XML",
        "no report today, no XML",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><TransactionDetails/>, no XML",
        "<html><body><p>Busy</p></body></html>, neither",
        "<html/>, no report",
        "<TransactionDetails><Row><TerminalId>t1, cut off",
        "<TransactionDetails><Row><TerminalId>t1</TerminalId>, cut off",
        "<TransactionDetails><Row><TerminalId>t1</TerminalId></Ro, cut off",
        "<TransactionDetails><Row><TerminalId>t1</TerminalId></Row>, neither",
        "<TransactionDetails>text</TransactionDetails>, a text where",
        "<TransactionDetails>&evil;</TransactionDetails>, cut off",
        "<TransactionDetails></TransactionDetails><TransactionDetails/>, cut off",
    })
    void what_is_no_whole_report_is_refused_and_says_why(String text, String why) {
        assertRefused(text, why);
    }

    @ParameterizedTest
    @CsvSource({
        "<SalesAmount>93.315</SalesAmount>, row 1 has an amount with more than two decimal places",
        "'<SalesAmount>93,31</SalesAmount>', row 1 has no amount that can be read",
        "<SalesAmount>1e3</SalesAmount>, row 1 has no amount that can be read",
        "<SalesAmount></SalesAmount>, row 1 has no amount that can be read",
        "<SalesAmount>1000000000000</SalesAmount>, row 1 has no amount that can be read",
        "<Price>1</Price>, row 1 has no SalesAmount",
        "<SalesAmount>1</SalesAmount><SalesAmount>1</SalesAmount>, a Row of it has SalesAmount twice",
        "<SalesAmount>1</SalesAmount><ErsReference>e2</ErsReference>, a Row of it has ErsReference twice",
    })
    void an_amount_that_can_be_read_in_no_way_or_in_two_is_refused(String elements, String why) {
        assertRefused(details(elements), why);
    }

    @Test
    void rows_of_two_kinds_and_two_heads_are_refused() {
        String sum = "<Row><SalesCount>1</SalesCount><SalesTotal>1</SalesTotal></Row>";

        assertRefused("<TransactionDetails>" + ROW + sum + "</TransactionDetails>", "rows of sums");
        assertRefused("<TransactionDetails>" + META + META + "</TransactionDetails>", "two Metas");
        assertRefused("<TransactionDetails>" + ROW.replace("e1", "e".repeat(257)) + "</x>", "too long");
        assertRefused("<TransactionDetails>" + ROW.replace("e1", " ".repeat(1025)) + "</x>", "too long");
        assertThat(movements(SeqrsReport.of(
                        "<TransactionDetails>" + ROW.replace("e1", " ".repeat(700) + "e".repeat(256)) + "</x>")))
                .hasSize(1);
    }

    @Test
    void sums_that_no_money_has_are_refused() {
        String row = ROW.replace("93.31000", "999999999999.99");
        assertRefused("<TransactionDetails>" + row.repeat(100_000) + "</TransactionDetails>", "more than any money");
    }

    @Test
    void another_shops_another_terminals_and_another_periods_report_is_refused() {
        ReportMeta meta = SeqrsReport.of("<TransactionDetails>" + META + "</TransactionDetails>")
                .meta();
        meta.check("r1", null, "p1");

        assertOthers(() -> meta.check("r2", null, "p1"), "ResellerId is \"r1\", asked for was \"r2\"");
        assertOthers(() -> meta.check("r1", null, "p2"), "TransactionPeriodId is \"p1\"");
        assertOthers(() -> new ReportMeta("r1", "t1", "p1").check("r1", null, "p1"), "the whole shop");
        assertOthers(() -> new ReportMeta("r1", "t1", "p1").check("r1", "t2", "p1"), "TerminalId");
        ReportMeta.NONE.check("r1", "t1", "p1");
    }

    /** Cut between two rows, it is as one whose root does not close: then payments are missing, and told. */
    @Test
    void cut_anywhere_it_is_refused_or_has_fewer_rows() {
        String whole = "<?xml version=\"1.0\"?>\n<TransactionDetails>" + META + ROW.repeat(3) + "</TransactionDetails>";
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            try {
                assertThat(SeqrsReport.of(cut).movements()).isLessThanOrEqualTo(3);
                assertThat(cut).matches("(?s).*(TransactionDetails>|</Meta>|</Row>)");
            } catch (UnreadableReport refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    private static String details(String elements) {
        return "<TransactionDetails>" + META + "<Row><ErsReference>e1</ErsReference>" + elements
                + "</Row></TransactionDetails>";
    }

    private static List<ReportRow> movements(SeqrsReport report) {
        List<ReportRow> rows = new ArrayList<>();
        report.forEachMovement(rows::add);
        return rows;
    }

    private static void assertRefused(String text, String why) {
        assertOthers(() -> SeqrsReport.of(text), why);
    }

    private static void assertOthers(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String why) {
        assertThatExceptionOfType(UnreadableReport.class).isThrownBy(call).withMessageContaining(why);
    }
}
