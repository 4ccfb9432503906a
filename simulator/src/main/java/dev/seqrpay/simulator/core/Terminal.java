package dev.seqrpay.simulator.core;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A shop's till: what makes invoices, and whose they are.
 *
 * @param isCashRegister it has one live invoice, as all that registerTerminal makes; a webshop's may have many
 */
@RecordBuilder
public record Terminal(
        String id,
        String externalId,
        Password password,
        String name,
        String resellerId,
        @Nullable String seqrId,
        boolean isCashRegister) {

    public static Terminal of(String id, String password, String name, String resellerId) {
        return new Terminal(id, id, new Password(password), name, resellerId, null, false);
    }

    Terminal withSeqrId(String seqrId) {
        return TerminalBuilder.builder(this).seqrId(seqrId).build();
    }
}
