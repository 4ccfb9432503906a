/**
 * What has a side effect, made from the settings and handed to the functions.
 */
package dev.seqrpay.wiring;
