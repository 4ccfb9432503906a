package dev.seqrpay.doctor;

import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.seqr.Account;

/** Signing in at SEQR without doing anything there. */
@FunctionalInterface
public interface SignIn {

    /** @throws SeqrException if SEQR refuses the account or gives no answer */
    void tryWith(Account account);
}
