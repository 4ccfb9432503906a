/** What calls the functions: straight to the use cases, or through the deployed handlers with their settings. */
package dev.seqrpay.simulation.door;
