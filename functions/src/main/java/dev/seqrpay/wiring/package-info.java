/**
 * What has a side effect, made from the settings and handed to the functions.
 */
@NullMarked
package dev.seqrpay.wiring;

import org.jspecify.annotations.NullMarked;
