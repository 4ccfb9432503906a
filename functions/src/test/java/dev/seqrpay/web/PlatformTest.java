package dev.seqrpay.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    private static final String ANDROID =
            "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) ";
    private static final String ANDROID_VIEW =
            "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 ";
    private static final String IPHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DESKTOP     | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36
            DESKTOP     | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15
            DESKTOP     | curl/8.5.0
            DESKTOP     | ''
            PHONE       | {android}Chrome/130.0.0.0 Mobile Safari/537.36
            PHONE       | Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0
            PHONE       | {iphone}Version/17.5 Mobile/15E148 Safari/604.1
            PHONE       | {iphone}CriOS/130.0.0.0 Mobile/15E148 Safari/604.1
            PHONE       | {iphone}FxiOS/130.0 Mobile/15E148 Safari/605.1.15
            IN_APP      | {view}Chrome/130.0.0.0 Mobile Safari/537.36 Instagram 350.0.0.0 Android (34/14; 420dpi; 1080x2400; Google; Pixel 8)
            IN_APP      | {view}Chrome/130.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/480.0.0.0;]
            IN_APP      | {view}Chrome/130.0.0.0 Mobile Safari/537.36
            IN_APP      | {iphone}Mobile/15E148 Instagram 350.0.0.0 (iPhone15,2; iOS 17_5; sv_SE)
            IN_APP      | {iphone}Mobile/15E148 [FBAN/FBIOS;FBAV/480.0.0.0;FBDV/iPhone15,2]
            IN_APP      | {iphone}Mobile/15E148 Safari Line/14.10.0
            IN_APP      | {iphone}GSA/330.0.0 Mobile/15E148 Safari/604.1
            IN_APP      | {iphone}Mobile/15E148 musical_ly_34.0.0 BytedanceWebview/d8a21c6
            IN_APP      | {iphone}Mobile/15E148
            IN_APP      | {android}Chrome/130.0.0.0 Mobile Safari/537.36 Line/14.10.0/IAB
            UNSUPPORTED | Mozilla/5.0 (Mobile; Nokia_2780; rv:84.0) Gecko/84.0 Firefox/84.0 KAIOS/3.1
            UNSUPPORTED | Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) AppleWebKit/537.36 Chrome/52.0 Mobile Safari/537.36
            """)
    void is_told_by_what_the_browser_says(Platform platform, String userAgent) {
        assertThat(Platform.of(userAgent
                        .replace("{android}", ANDROID)
                        .replace("{view}", ANDROID_VIEW)
                        .replace("{iphone}", IPHONE)))
                .isEqualTo(platform);
    }
}
