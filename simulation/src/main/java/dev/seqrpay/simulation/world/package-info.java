/** One seed: the people, what they plan, and all that is around them. */
package dev.seqrpay.simulation.world;
