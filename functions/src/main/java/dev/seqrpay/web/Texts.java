package dev.seqrpay.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The words of the pages in one language: {@code texts/<language>.properties}, in UTF-8, read when first used. */
public final class Texts {
    /** Each has its file. The first is for readers who speak none of them. */
    public static final List<String> LANGUAGES =
            List.of("en", "sv", "da", "nb", "fi", "de", "fr", "es", "it", "nl", "pl", "pt");

    private static final Map<String, Texts> READ = new ConcurrentHashMap<>();

    private final Properties texts = new Properties();

    private Texts(String language) {
        try (var file = Texts.class.getResourceAsStream("texts/" + language + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The reader's language, region included ({@code en-GB}), because amounts and dates are written by region.
     *
     * @param wishes most important first, each {@code null}, a language tag or an {@code Accept-Language} header
     */
    public static String choose(@Nullable String... wishes) {
        return chooseFrom(LANGUAGES, wishes);
    }

    /** @param offered the first is for readers who speak none of them */
    static String chooseFrom(List<String> offered, @Nullable String... wishes) {
        for (String wish : wishes) {
            @Nullable String chosen = wish == null ? null : chosen(offered, wish);
            if (chosen != null) return chosen;
        }
        return offered.get(0);
    }

    private static @Nullable String chosen(List<String> offered, String wish) {
        for (String tag : Preferences.of(wish)) {
            Locale locale = Locale.forLanguageTag(tag);
            if (offered.contains(language(locale))) return plain(locale);
        }
        return null;
    }

    /** Without variants and extensions, which change the calendar and the digits. */
    private static String plain(Locale locale) {
        return new Locale(language(locale), locale.getCountry()).toLanguageTag();
    }

    /** Norwegian has two written forms and three names. Ours is the more common form. */
    private static String language(Locale locale) {
        String language = locale.getLanguage();
        return language.equals("no") || language.equals("nn") ? "nb" : language;
    }

    /** The language alone, without its region, of what {@link #choose} has chosen. */
    static String language(String chosen) {
        return Locale.forLanguageTag(chosen).getLanguage();
    }

    static Texts of(Locale locale) {
        String language = LANGUAGES.contains(language(locale)) ? language(locale) : LANGUAGES.get(0);
        return READ.computeIfAbsent(language, Texts::new);
    }

    String of(String key) {
        String text = texts.getProperty(key);
        if (text == null) throw new IllegalArgumentException("no text " + key);
        return text;
    }
}
