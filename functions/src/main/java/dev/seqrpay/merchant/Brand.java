package dev.seqrpay.merchant;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a webshop looks to its payers, beside its name.
 *
 * @param accent its colour as {@code #rrggbb}, or {@code null}
 * @param logo or {@code null}
 */
public record Brand(@Nullable String accent, @Nullable Logo logo) {
    /** For a shop that has told us nothing. */
    public static final Brand NONE = new Brand(null, null);

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    public Brand {
        if (accent != null) {
            accent = accent.toLowerCase(Locale.ROOT);
            if (!COLOUR.matcher(accent).matches())
                throw new IllegalArgumentException("an accent colour is written as in #1f3d36");
        }
    }
}
