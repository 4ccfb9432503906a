package dev.seqrpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The QR code's text with the app's scheme, in upper and in lower case, which is kept (contract, "What else"). */
class SeqrLinkTest {
    @ParameterizedTest
    @CsvSource({
        "seqr, HTTP://SEQR.SE/R1397240460668, seqr://SEQR.SE/R1397240460668",
        "seqr, http://seqr.se/R1397240460668, seqr://seqr.se/R1397240460668",
        "seqr, https://seqr.se/R1397240460668, seqr://seqr.se/R1397240460668",
        "SEQR-DEBUG, HTTP://SEQR.SE/R1397240460668, SEQR-DEBUG://SEQR.SE/R1397240460668",
        "seqr-demo, Http://Seqr.se/R1397240460668, seqr-demo://Seqr.se/R1397240460668"
    })
    void opensTheApp(String scheme, String qrCode, String link) {
        assertThat(issued(qrCode).seqrLink(scheme)).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "1397240460668",
                "http:",
                "HTTP",
                "httpx://SEQR.SE/R1",
                " http://SEQR.SE/R1"
            })
    void isNotMadeOfWhatIsNoWebAddress(String qrCode) {
        assertThat(issued(qrCode).seqrLink("seqr")).isNull();
    }

    private static Payment issued(String qrCode) {
        Payment created = StoreFixture.fresh();
        return created.issued("1001", qrCode, created.changedAt());
    }
}
