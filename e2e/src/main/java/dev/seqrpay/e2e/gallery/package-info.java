/** Payments in every state and a shop that embeds them: what there is to see, for the browser tests and the screenshots. */
package dev.seqrpay.e2e.gallery;
