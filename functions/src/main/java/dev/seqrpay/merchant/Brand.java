package dev.seqrpay.merchant;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a webshop looks to its payers, beside its name.
 *
 * @param accent its colour as {@code #rrggbb}, or {@code null}
 * @param logo or {@code null}
 * @param languages of its pages, the one for those who speak none of them first; empty for all that there are
 */
@RecordBuilder
public record Brand(@Nullable String accent, @Nullable Logo logo, List<String> languages) {
    /** For a shop that has told us nothing. */
    public static final Brand NONE = new Brand(null, null);

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    /** With pages in all languages. */
    public Brand(@Nullable String accent, @Nullable Logo logo) {
        this(accent, logo, List.of());
    }

    public Brand {
        languages = List.copyOf(languages);
        for (String language : languages)
            if (!LANGUAGE.matcher(language).matches())
                throw new IllegalArgumentException("a language is written as in sv (ISO 639-1): " + language);
        if (accent != null) {
            accent = accent.toLowerCase(Locale.ROOT);
            if (!COLOUR.matcher(accent).matches())
                throw new IllegalArgumentException("an accent colour is written as in #1f3d36");
        }
    }
}
