/** Reads from {@code template.yaml} which functions, queues, tables and secrets there are. */
@NullMarked
package dev.seqrpay.local.aws.template;

import org.jspecify.annotations.NullMarked;
