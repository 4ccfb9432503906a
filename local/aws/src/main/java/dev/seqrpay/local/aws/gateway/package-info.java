/** API Gateway: HTTP and WebSocket APIs, whose requests become events of functions. */
@NullMarked
package dev.seqrpay.local.aws.gateway;

import org.jspecify.annotations.NullMarked;
