/**
 * Looks whether a shop can be paid: before it is used, and once a day.
 */
@NullMarked
package dev.seqrpay.doctor;

import org.jspecify.annotations.NullMarked;
