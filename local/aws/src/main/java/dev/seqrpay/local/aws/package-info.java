/** AWS on one machine: where the project and its files are. */
@NullMarked
package dev.seqrpay.local.aws;

import org.jspecify.annotations.NullMarked;
