/** Builds what a verb needs, if the sources are newer. */
@NullMarked
package dev.seqrpay.cli.build;

import org.jspecify.annotations.NullMarked;
