package dev.seqrpay.seqr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seqrpay.payment.ResultCode;
import dev.seqrpay.payment.ResultCode.Fault;
import dev.seqrpay.payment.SeqrException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResultCodesTest {
    /** The contract's list, word for word. */
    private static final String CONTRACT = """
            0 SUCCESS · 1 PENDING_APPROVAL · 2 REPORT_NOT_READY · 10 REJECTED_BUSINESS_LOGIC · 11 REJECTED_AMOUNT ·
            12 REJECTED_PAYMENT · 13 REJECTED_TOPUP · 20 AUTHENTICATION_FAILED · 21 ACCESS_DENIED · 22 INVALID_NEW_PASSWORD ·
            23 INVALID_ERS_REFERENCE · 29 INVALID_INITIATOR_PRINCIPAL_ID · 30–32 INVALID_{RECEIVER,SENDER,TOPUP}_PRINCIPAL_ID ·
            33–36 INVALID_{INITIATOR,RECEIVER,SENDER,TOPUP}_PRINCIPAL_STATE · 37–40 {INITIATOR,RECEIVER,SENDER,TOPUP}_PRINCIPAL_NOT_FOUND ·
            41 INVALID_PRODUCT · 42–44 INVALID_{RECEIVER,SENDER,TOPUP}_ACCOUNT_TYPE · 45–47 {RECEIVER,SENDER,TOPUP}_ACCOUNT_NOT_FOUND ·
            48 PAYMENT_IN_PROGRESS · 49 INVALID_INVOICE_DATA · 50 CANNOT_CANCEL_PAID_INVOICE · 51 CANNOT_CANCEL_INVOICE_IN_PROGRESS ·
            52 INVALID_CUSTOMER · 53 INVALID_SEQR_ID · 54 INVALID_INVOICE_REFERENCE · 55 PAYMENT_ALREADY_CANCELLED ·
            56 REGISTRATION_NOT_POSSIBLE · 57 REGISTRATION_PRINCIPAL_ALREADY_EXISTS · 58 PAYMENT_EXPIRED · 60 AUTHORIZATION_EXPIRED ·
            61 AUTHORIZATION_CANCELLED · 62 AUTHORIZATION_IN_PROGRESS · 63 INVALID_AUTHORIZATION_REFERENCE ·
            64 INVALID_NOTIFICATION_URL · 90 SYSTEM_ERROR · 91 UNSUPPORTED_OPERATION · 92 LICENSE_REJECTION · 93 SYSTEM_BUSY ·
            94 SERVICE_UNAVAILABLE · 95 INVOICE_ALREADY_CANCELED · 96 INVOICE_STATE_NOT_RESERVED ·
            97 RESELLER_NOT_ALLOWED_TO_DO_REFUND · 98 SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION ·
            99 RECEIVER_ACCOUNT_DOES_NOT_ALLOW_REFUNDS""";

    @Test
    void theTableHoldsEveryCodeOfTheContractByItsNameAndNoOther() {
        Map<Integer, String> table = new TreeMap<>();
        for (ResultCode code : ResultCode.values()) table.put(code.code(), code.name());
        assertThat(table).isEqualTo(contract()).hasSize(56);
    }

    @Test
    void aWrongConfigurationIsOursAndAnInvoiceThatSeqrWillNotTakeIsTheShops() {
        assertThat(codes(20, 21, 29, 37)).allMatch(code -> code.fault() == Fault.OURS);
        assertThat(codes(49, 98)).allMatch(code -> code.fault() == Fault.CALLERS);
        assertThat(codes(90, 93, 94)).allMatch(code -> code.fault() == Fault.THEIRS);
        assertThat(codes(50, 51, 95)).allMatch(code -> code.fault() == Fault.NONE);
    }

    @Test
    void whatIsOursOrTheShopsFaultHasHadNoEffect() {
        assertThat(ResultCode.values())
                .filteredOn(code -> code.fault() == Fault.OURS || code.fault() == Fault.CALLERS)
                .allMatch(ResultCode::isRefusal);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUCCESS")
    void everyCodeButSuccessIsAnExceptionThatNamesIt(ResultCode code) {
        for (Operation operation : EnumSet.allOf(Operation.class)) {
            // a report that is not ready is an answer of its own
            if (code == ResultCode.REPORT_NOT_READY && operation == Operation.EXECUTE_REPORT) continue;
            SeqrException refused = answered(operation, String.valueOf(code.code()));
            assertThat(refused.code()).isEqualTo(code.code());
            assertThat(refused.resultCode()).contains(code);
            assertThat(refused.isRefusal()).isEqualTo(code.isRefusal());
            assertThat(refused).hasMessage(operation.word + " was answered with " + code.code() + " " + code);
        }
    }

    static IntStream unnamed() {
        return IntStream.of(-1, -2147483648, 3, 9, 14, 28, 59, 65, 89, 100, 256, 2147483647);
    }

    @ParameterizedTest
    @MethodSource("unnamed")
    void aCodeThatTheContractDoesNotNameIsNeitherSuccessNorRefusal(int code) {
        SeqrException answered = answered(Operation.REFUND_PAYMENT, String.valueOf(code));
        assertThat(answered.code()).isEqualTo(code);
        assertThat(answered.resultCode()).isEmpty();
        assertThat(answered.isRefusal()).isFalse();
    }

    static Stream<String> noCodes() {
        return Stream.of(
                "",
                " ",
                "zero",
                "0x0",
                "0.0",
                "0,",
                "0 0",
                "--0",
                "4294967296",
                "2147483648",
                "-2147483649",
                "18446744073709551616",
                "0".repeat(1000),
                "1" + "0".repeat(1_000_000),
                "\u0660",
                "\uFF10",
                "0<x/>",
                "1<x/>0",
                "<x>0</x>",
                "0<resultCode>0</resultCode>",
                "null",
                "true",
                "SUCCESS");
    }

    @ParameterizedTest
    @MethodSource("noCodes")
    void whatIsNoNumberIsNoCode(String text) {
        for (Operation operation : EnumSet.allOf(Operation.class)) {
            SeqrException unknown = answered(operation, text);
            assertThat(unknown.code()).isNull();
            assertThat(unknown.isRefusal()).isFalse();
        }
    }

    static Stream<String> noCodeElements() {
        String zero = "<resultCode>0</resultCode>";
        return Stream.of(
                "",
                "<resultcode>0</resultcode>",
                "<x:resultCode xmlns:x=\"urn:x\">0</x:resultCode>",
                "<x:resultCode xmlns:x=\"http://external.interfaces.ers.seamless.com/\">0</x:resultCode>",
                "<future>" + zero + "</future>",
                "<receipt>" + zero + "</receipt>",
                zero + zero,
                zero + "<resultCode>20</resultCode>",
                "<resultCode>20</resultCode>" + zero,
                "<resultCode/>" + zero,
                zero + "<resultCode/>",
                "<!--" + zero + "-->",
                "<![CDATA[" + zero + "]]>",
                "<?x " + zero + "?>",
                "&lt;resultCode>0&lt;/resultCode>",
                "<resultCode value=\"0\"/>",
                "<resultCode xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"/>");
    }

    @ParameterizedTest
    @MethodSource("noCodeElements")
    void anAnswerWithoutExactlyOneCodeIsNoSuccess(String code) {
        for (Operation operation : EnumSet.allOf(Operation.class)) {
            String without = operation.answer.replace("<resultCode>0</resultCode>", code);
            SeqrException unknown = called(operation, Samples.answer(operation.word, without));
            assertThat(unknown.code()).isNull();
        }
    }

    private static SeqrException answered(Operation operation, String code) {
        return called(
                operation,
                Samples.answer(
                        operation.word, operation.answer.replace("<resultCode>0<", "<resultCode>" + code + "<")));
    }

    private static SeqrException called(Operation operation, String answer) {
        return catchThrowableOfType(SeqrException.class, () -> operation.call.apply(Samples.answering(answer)));
    }

    private static List<ResultCode> codes(int... codes) {
        return Arrays.stream(codes)
                .mapToObj(code -> ResultCode.of(code).orElseThrow())
                .toList();
    }

    /** With {@code 30–32 A_{B,C,D}} written out. */
    private static Map<Integer, String> contract() {
        Map<Integer, String> codes = new TreeMap<>();
        Pattern several = Pattern.compile("(\\d+)–(\\d+) (.*)\\{(.*)}(.*)");
        for (String entry : CONTRACT.split("\\s*·\\s*")) {
            Matcher range = several.matcher(entry);
            if (!range.matches()) codes.put(Integer.valueOf(entry.split(" ")[0]), entry.split(" ")[1]);
            else {
                List<String> words = new ArrayList<>(List.of(range.group(4).split(",")));
                int first = Integer.parseInt(range.group(1));
                assertThat(words).hasSize(Integer.parseInt(range.group(2)) - first + 1);
                for (String word : words)
                    codes.put(first + words.indexOf(word), range.group(3) + word + range.group(5));
            }
        }
        return codes;
    }
}
