package dev.seqrpay.simulation.port;

/** Secrets Manager gave no answer. For the product it is none of the exceptions that it knows. */
public final class SecretsAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    SecretsAway() {
        super("no secret in time", null, false, false);
    }
}
