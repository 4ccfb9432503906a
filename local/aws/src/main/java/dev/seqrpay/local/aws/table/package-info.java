/** DynamoDB: starts the engine and makes the tables in it. */
@NullMarked
package dev.seqrpay.local.aws.table;

import org.jspecify.annotations.NullMarked;
