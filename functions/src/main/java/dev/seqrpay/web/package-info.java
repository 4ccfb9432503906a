/**
 * What the shopper sees: the hosted payment page, the receipt, the QR code and the static files they need, in the
 * shopper's language. Pure functions from a {@link dev.seqrpay.web.PaymentView} to text; HTTP is the handlers' business.
 *
 * <p>A page shows the payment as it stands and works without JavaScript. The script only spares the reload: what it may
 * have to show is already in the page, hidden, so it holds no words and makes no markup. Everything from the shop is
 * encoded by {@link dev.seqrpay.web.Element}, the only writer of markup.
 */
@NullMarked
package dev.seqrpay.web;

import org.jspecify.annotations.NullMarked;
