package dev.seqrpay.seqr;

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
            public Optional<Account> of(String terminalId) {
                return Optional.of(account).filter(one -> one.terminal().id().equals(terminalId));
            }

            @Override
            public Optional<Account> again(Account refused) {
                return Optional.of(account);
            }
        };
    }

    /** The account of new payments. */
    Account current();

    /** Empty for a terminal that is not known. */
    Optional<Account> of(String terminalId);

    /**
     * SEQR has refused the account: looks whether it has been changed meanwhile.
     *
     * @return the account of the same terminal as it is now, which may be the refused one
     */
    Optional<Account> again(Account refused);
}
