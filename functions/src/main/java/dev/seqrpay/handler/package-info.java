/** The doors: one thin class for each Lambda function, and the events that only they read. */
@NullMarked
package dev.seqrpay.handler;

import org.jspecify.annotations.NullMarked;
