/** What the functions call: SEQR, the table, the queue, the secrets, the shops; each call can be held up. */
package dev.seqrpay.simulation.port;
