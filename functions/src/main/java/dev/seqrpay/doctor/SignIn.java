package dev.seqrpay.doctor;

import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.seqr.Account;

/** Signs in at SEQR and does nothing else there. */
@FunctionalInterface
public interface SignIn {

    /** @throws SeqrException if SEQR refuses the account or gives no answer */
    void tryWith(Account account);
}
