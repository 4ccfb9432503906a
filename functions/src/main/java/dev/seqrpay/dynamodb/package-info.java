/**
 * The store: one DynamoDB table (see {@code docs/architecture.md}), written by conditions and transactions so that of two
 * writers one wins and the other is handed the winner's row.
 */
@NullMarked
package dev.seqrpay.dynamodb;

import org.jspecify.annotations.NullMarked;
