package dev.seqrpay.seqr;

import static dev.seqrpay.seqr.Samples.PAYMENT;
import static dev.seqrpay.seqr.Samples.answering;
import static dev.seqrpay.seqr.Samples.seqr;
import static dev.seqrpay.seqr.Samples.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.payment.Invoice;
import dev.seqrpay.payment.Money;
import dev.seqrpay.payment.ReceiptAmount;
import dev.seqrpay.seqr.wsdl.Amount;
import dev.seqrpay.seqr.wsdl.Xsd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every amount there and back. What is expected is made of the digits and never computed, for a mapping that goes by way of a
 * {@code double} is wrong for 4,586 of these 100,000.
 */
class AmountsTest {
    private static final int ALL = 100_000;
    private static final Currency SEK = Money.currency("SEK");
    private static final Pattern VALUE = Pattern.compile("<value>([^<]*)</value>");

    /** A thousand rows at a time. */
    @Test
    void everyAmountGoesOutAsItIs() {
        List<String> sent = new ArrayList<>();
        SoapSeqr seqr = seqr((request, limit) -> {
            Matcher value = VALUE.matcher(new String(request, UTF_8));
            while (value.find()) sent.add(value.group(1));
            return Samples.plain(Operation.SEND_INVOICE.answered().getBytes(UTF_8));
        });
        for (int from = 0; from < ALL; from += 1000) {
            sent.clear();
            seqr.sendInvoice(Samples.payment(order(from, from + 1000)), Samples.ADDRESSES);
            for (int row = 0; row < 1000; row++) assertThat(sent.get(row)).isEqualTo(digits(from + row));
        }
    }

    /** As SEQR's documents and clients write them: {@code 500}, {@code 10.0}, {@code 10.00}, {@code 93.31000}. */
    @Test
    void everyAmountComesBackAsItWasHoweverItIsWritten() {
        int spellings = 0;
        for (int minor = 0; minor < ALL; minor++)
            for (String written : spellings(digits(minor))) {
                Money expected = new Money(SEK, minor);
                ReceiptAmount amount = mapped(written);
                if (!expected.equals(amount)) assertThat(amount).as(written).isEqualTo(expected);
                spellings++;
            }
        assertThat(spellings).isEqualTo(2 * ALL + ALL / 10 + ALL / 100);
    }

    /** The same by whole answers, for which there is no time to try each. */
    @Test
    void anAmountComesBackInAnAnswerAsItWasHoweverItIsWritten() {
        for (int minor = 0; minor < ALL; minor += 37)
            for (String written : spellings(digits(minor)))
                assertThat(read(written)).isEqualTo(minor);
        for (int minor = 0; minor < ALL; minor += 100)
            for (String written : spellings(digits(minor)))
                assertThat(read(written)).isEqualTo(minor);
    }

    private static Invoice order(int from, int to) {
        List<Invoice.Row> rows = IntStream.range(from, to)
                .mapToObj(minor -> new Invoice.Row(
                        null, BigDecimal.ONE, new Money(SEK, minor), null, null, null, null, null, null))
                .toList();
        Money total = rows.stream().map(Invoice.Row::total).reduce(new Money(SEK, 0), Money::plus);
        return new Invoice("1", "One", rows, total, null, null, null, null, null);
    }

    @Test
    void theLargestAmountsComeBackAsTheyWere() {
        for (long minor = 99_999_999_999_999L; minor > 0; minor = minor / 10 - minor % 7)
            assertThat(read(digits(minor))).isEqualTo(minor);
    }

    private static List<String> spellings(String digits) {
        List<String> all = new ArrayList<>(List.of(digits, digits + "000"));
        if (digits.endsWith("0")) all.add(digits.substring(0, digits.length() - 1));
        if (digits.endsWith(".00")) all.add(digits.substring(0, digits.length() - 3));
        return all;
    }

    private static String digits(long minor) {
        String padded = "00" + minor;
        String whole = padded.substring(0, padded.length() - 2).replaceFirst("^0+(?=[0-9])", "");
        return whole + "." + padded.substring(padded.length() - 2);
    }

    /** By the two steps that an answer's amount goes through: XML Schema's type, then ours. */
    private static ReceiptAmount mapped(String value) {
        Amount amount = new Amount();
        amount.setCurrency("SEK");
        amount.setValue(Xsd.parseDecimal(value));
        return AmountMapping.receiptAmount(amount);
    }

    private static long read(String value) {
        ReceiptAmount amount = seqr(answering(
                        status("<resultCode>0</resultCode><status>PAID</status><version>1</version><receipt><invoice>"
                                + "<totalAmount><currency>SEK</currency><value>" + value
                                + "</value></totalAmount></invoice></receipt>")))
                .getPaymentStatus(PAYMENT, 0)
                .receiptTotal();
        return ((Money) amount).minor();
    }
}
