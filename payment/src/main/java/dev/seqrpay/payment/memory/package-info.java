/** A store without a database, for tests and simulations. It is not deployed. */
package dev.seqrpay.payment.memory;
