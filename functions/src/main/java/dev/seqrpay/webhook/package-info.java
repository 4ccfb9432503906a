/**
 * Webhooks as <a href="https://github.com/standard-webhooks/standard-webhooks">Standard Webhooks 1.0</a> has them: a shop's
 * endpoints, what is delivered to them, how it is signed, and when it is tried again.
 */
@NullMarked
package dev.seqrpay.webhook;

import org.jspecify.annotations.NullMarked;
