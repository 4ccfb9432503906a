/** The doors: one thin class for each Lambda function, and the events that only they read. */
package dev.seqrpay.handler;
