package dev.seqrpay.local.demo.shop;

import java.util.Optional;

/**
 * An order as its payment stands.
 *
 * @param payment empty if there is none, or if the API could not be asked
 */
public record OrderLine(Order order, Optional<ShopPayment> payment) {}
