package dev.seqrpay.wiring;

import dev.seqrpay.reconciliation.Reconciliations;
import dev.seqrpay.reconciliation.SeqrsBooks;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What reconciliation needs.
 *
 * @param store the table's reconciliations
 * @param seqr SEQR, as a shop's reseller sees it
 * @param references the id of the payment that an ersReference belongs to
 * @param hasReseller whether a shop has one
 */
record Books(
        Reconciliations store,
        SeqrsBooks seqr,
        Function<String, Optional<String>> references,
        Predicate<String> hasReseller) {}
