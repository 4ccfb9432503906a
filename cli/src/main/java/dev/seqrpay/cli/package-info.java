/** The program {@code seqrpay}: a class for each verb. */
@NullMarked
package dev.seqrpay.cli;

import org.jspecify.annotations.NullMarked;
