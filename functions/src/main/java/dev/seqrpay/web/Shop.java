package dev.seqrpay.web;

import dev.seqrpay.merchant.Seller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is paid, as the payer knows them.
 *
 * @param accent their colour as {@code #rrggbb}, or {@code null}
 * @param seller as the law knows them
 * @param languages of their pages that there are, the one for those who speak none of them first; never empty
 */
public record Shop(String name, @Nullable String accent, boolean hasLogo, Seller seller, List<String> languages) {

    public Shop {
        List<String> known =
                languages.stream().filter(Texts.LANGUAGES::contains).toList();
        languages = known.isEmpty() ? Texts.LANGUAGES : known;
    }

    /** With pages in all languages. */
    public Shop(String name, @Nullable String accent, boolean hasLogo, Seller seller) {
        this(name, accent, hasLogo, seller, Texts.LANGUAGES);
    }

    public Shop(String name, @Nullable String accent, boolean hasLogo) {
        this(name, accent, hasLogo, Seller.NONE);
    }

    /**
     * The reader's language among theirs.
     *
     * @param wishes as {@link Texts#choose} takes them
     */
    public String language(@Nullable String... wishes) {
        return Texts.chooseFrom(languages, wishes);
    }

    /** Of the company, or the shop's where that is all there is. */
    String legalName() {
        return seller.legalName() == null ? name : seller.legalName();
    }
}
