package dev.seqrpay.seqr;

import static dev.seqrpay.payment.ResultCode.INVALID_INITIATOR_PRINCIPAL_ID;

import dev.seqrpay.payment.SeqrException;
import java.util.Optional;

/**
 * The accounts that payments are made with, as they are known at this moment. A payment belongs to one terminal for good, since
 * SEQR tells its invoice to no other (result code 54), so a terminal that is given up stays known for as long as its payments
 * are settled and refunded.
 */
public interface Accounts {

    /** Accounts that never change. */
    static Accounts only(Account account) {
        return new Accounts() {
            @Override
            public Account current() {
                return account;
            }

            @Override
            public Optional<Account> ofShop(String merchantId) {
                return Optional.empty();
            }

            @Override
            public Optional<Account> of(String terminalId) {
                return Optional.of(account).filter(one -> one.terminal().id().equals(terminalId));
            }

            @Override
            public Optional<Account> again(Account refused) {
                return Optional.of(account);
            }
        };
    }

    /** The account of new payments of shops without one of their own. */
    Account current();

    /** The account of new payments of a shop with one of its own; empty if it has none. */
    Optional<Account> ofShop(String merchantId);

    /** The account of a shop's reseller, who fetches its reports; empty if none is known. */
    default Optional<Account> resellerOf(String merchantId) {
        return Optional.empty();
    }

    /**
     * The account that makes a shop's new payments.
     *
     * @throws SeqrException if the shop should have an account of its own and none is stored: SEQR would refuse such a call in the same way
     */
    default Account forNewPayments(String merchantId, boolean hasOwnAccount) {
        if (!hasOwnAccount) return current();
        return ofShop(merchantId)
                .orElseThrow(() -> SeqrException.answered("sendInvoice", INVALID_INITIATOR_PRINCIPAL_ID.code()));
    }

    /** Empty for a terminal that is not known. */
    Optional<Account> of(String terminalId);

    /**
     * SEQR has refused the account: looks whether it has been changed meanwhile.
     *
     * @return the account of the same terminal as it is now, which may be the refused one
     */
    Optional<Account> again(Account refused);
}
