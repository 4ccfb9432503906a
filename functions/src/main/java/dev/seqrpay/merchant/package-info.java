/** The webshops: who they are and the secret keys they call us with. */
package dev.seqrpay.merchant;
