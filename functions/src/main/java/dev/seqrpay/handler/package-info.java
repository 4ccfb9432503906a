/**
 * The Lambda functions: one thin class each. {@code Http} turns API Gateway's events into requests and answers into
 * responses, {@code Wiring} lists every side effect, {@code Config} every setting.
 */
package dev.seqrpay.handler;
