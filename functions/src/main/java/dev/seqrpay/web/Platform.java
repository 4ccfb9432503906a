package dev.seqrpay.web;

import java.util.regex.Pattern;

/** What a page is looked at with, as far as the browser's {@code User-Agent} tells. */
public enum Platform {
    DESKTOP,
    /** There is a SEQR app for it. */
    PHONE,
    /**
     * A phone's browser inside of another app, which seldom opens a third one: Android's WebView says {@code wv}
     * (developer.chrome.com/docs/webview/user-agent), iOS's leaves {@code Safari/} out, others name their app.
     */
    IN_APP,
    /** A phone without such an app. */
    UNSUPPORTED;

    private static final Pattern OTHER_PHONES = Pattern.compile("Windows Phone|KAIOS|Tizen|BB10|BlackBerry");
    private static final Pattern PHONES = Pattern.compile("Android|iPhone|iPad|iPod");
    private static final Pattern APPS = Pattern.compile("; wv\\)|Instagram|FBA[NV]|FB_IAB|TikTok|musical_ly|Bytedance"
            + "|trill_|[ /]Line/|GSA/|Snapchat|Pinterest|LinkedInApp|MicroMessenger|Twitter|KAKAOTALK");
    private static final Pattern IOS_WITHOUT_SAFARI = Pattern.compile("\\((?:iPhone|iPad|iPod)(?!.*Safari/)");

    public static Platform of(String userAgent) {
        if (OTHER_PHONES.matcher(userAgent).find()) return UNSUPPORTED;
        if (!PHONES.matcher(userAgent).find()) return userAgent.contains("Mobi") ? UNSUPPORTED : DESKTOP;
        boolean isInApp = APPS.matcher(userAgent).find()
                || IOS_WITHOUT_SAFARI.matcher(userAgent).find();
        return isInApp ? IN_APP : PHONE;
    }

    boolean hasApp() {
        return this == PHONE || this == IN_APP;
    }
}
