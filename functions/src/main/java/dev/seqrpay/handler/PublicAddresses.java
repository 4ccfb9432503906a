package dev.seqrpay.handler;

import dev.seqrpay.payment.Addresses;

/** A payment's addresses below the address that this deployment is reached at. */
record PublicAddresses(String base, Tokens tokens) implements Addresses {

    @Override
    public String notification(String paymentId) {
        return base + "/notifications/" + paymentId + "/" + tokens.notification(paymentId);
    }

    @Override
    public String view(String paymentId) {
        return base + "/pay/" + paymentId + "/" + tokens.view(paymentId);
    }
}
