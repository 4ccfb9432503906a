/**
 * What the runner's own engines are held to, held to another stand-in for AWS as well: LocalStack, or the one that
 * {@code -Daws.standin} names.
 */
package dev.seqrpay.localstack;
