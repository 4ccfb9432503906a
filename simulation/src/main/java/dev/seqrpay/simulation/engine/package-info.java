/** What runs a function step by step on virtual time, and decides what becomes of each of its calls. */
package dev.seqrpay.simulation.engine;
