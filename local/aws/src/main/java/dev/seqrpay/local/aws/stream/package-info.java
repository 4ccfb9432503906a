/** DynamoDB Streams: brings what is new in a table to functions. */
@NullMarked
package dev.seqrpay.local.aws.stream;

import org.jspecify.annotations.NullMarked;
