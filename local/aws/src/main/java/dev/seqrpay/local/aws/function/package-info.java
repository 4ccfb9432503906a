/** Lambda: makes a function's handler and calls it with events as Lambda does. */
@NullMarked
package dev.seqrpay.local.aws.function;

import org.jspecify.annotations.NullMarked;
