/** DynamoDB Local as a process of its own, with libraries of its own. */
@NullMarked
package dev.seqrpay.local.dynamodb;

import org.jspecify.annotations.NullMarked;
