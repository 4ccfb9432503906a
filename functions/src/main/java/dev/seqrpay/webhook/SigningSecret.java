package dev.seqrpay.webhook;

/**
 * Names one of an endpoint's secrets, which are computed from the deployment's keys and not stored.
 *
 * @param ringKey the number of the deployment's key that it is made with
 * @param number from 1, one more with each rotation
 */
public record SigningSecret(int ringKey, int number) {}
