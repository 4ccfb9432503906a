package dev.seqrpay.seqr;

import org.jspecify.annotations.Nullable;

/**
 * A report as SEQR hands it over. What its title and its media type say is not to be relied on: the title is a file's
 * name, or empty, and the type says HTML.
 *
 * @param text the document's characters, from its first bracket on
 */
public record SeqrReport(@Nullable String title, @Nullable String mimeType, String text) {}
