package dev.seqrpay.e2e.browser;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;

/**
 * What a tab passes for.
 *
 * @param agent the browser's {@code User-Agent}; Chromium's own if empty
 */
@RecordBuilder
public record Device(int width, int height, double scale, boolean isPhone, String agent, String language) {
    public static final Device DESKTOP = new Device(1280, 900, 1, false, "", "en");
    public static final Device ANDROID = phone(
            412,
            915,
            "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36");
    public static final Device IPHONE = phone(
            390,
            844,
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1");
    /** A phone's browser inside of another app. */
    public static final Device INSTAGRAM = phone(
            412,
            915,
            "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0"
                    + " Chrome/130.0.0.0 Mobile Safari/537.36 Instagram 350.0.0.0.0 Android (34/14; 420dpi)");
    /** For which there is no SEQR app. */
    public static final Device OTHER_PHONE =
            phone(360, 640, "Mozilla/5.0 (Mobile; Nokia_2780; rv:84.0) Gecko/84.0 Firefox/84.0 KAIOS/3.1");
    /** What is left of a desktop's window at a zoom of 400 %. */
    public static final Device ZOOMED = DESKTOP.sized(320, 256);

    private static Device phone(int width, int height, String agent) {
        return new Device(width, height, 2, true, agent, "en");
    }

    public Device speaking(String newLanguage) {
        return DeviceBuilder.builder(this).language(newLanguage).build();
    }

    public Device sized(int newWidth, int newHeight) {
        return DeviceBuilder.builder(this).width(newWidth).height(newHeight).build();
    }

    public Device scaled(double newScale) {
        return DeviceBuilder.builder(this).scale(newScale).build();
    }

    Map<String, Object> metrics() {
        return Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", isPhone);
    }
}
