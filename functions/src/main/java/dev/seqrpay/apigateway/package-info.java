/** API Gateway's side of a socket: what sends to a browser. */
package dev.seqrpay.apigateway;
