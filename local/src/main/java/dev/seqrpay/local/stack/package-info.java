/** AWS, SEQR and our functions together, with their data, secrets and clock. */
@NullMarked
package dev.seqrpay.local.stack;

import org.jspecify.annotations.NullMarked;
