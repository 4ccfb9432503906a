/** EventBridge: calls a function at a rate. */
@NullMarked
package dev.seqrpay.local.aws.schedule;

import org.jspecify.annotations.NullMarked;
