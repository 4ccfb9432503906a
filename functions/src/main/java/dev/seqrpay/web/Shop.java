package dev.seqrpay.web;

import dev.seqrpay.merchant.Seller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shop that is paid, as the payer knows it.
 *
 * @param accent its colour as {@code #rrggbb}, or {@code null}
 * @param seller the company behind it, as the law requires it on receipts
 * @param languages of its pages, never empty; the first is for shoppers who speak none of them
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
     * The reader's language among the shop's.
     *
     * @param wishes as {@link Texts#choose} takes them
     */
    public String language(@Nullable String... wishes) {
        return Texts.chooseFrom(languages, wishes);
    }

    /** The name of the company, or the shop's name if no company is known. */
    String legalName() {
        return seller.legalName() == null ? name : seller.legalName();
    }
}
