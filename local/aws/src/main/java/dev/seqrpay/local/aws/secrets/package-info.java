/** Secrets Manager over HTTP. */
@NullMarked
package dev.seqrpay.local.aws.secrets;

import org.jspecify.annotations.NullMarked;
