/** The webshops: who they are and the secret keys they call us with. */
@NullMarked
package dev.seqrpay.merchant;

import org.jspecify.annotations.NullMarked;
