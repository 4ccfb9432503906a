package dev.seqrpay.seqr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seqrpay.payment.Addresses;
import dev.seqrpay.payment.Payment;
import dev.seqrpay.payment.Refund;
import dev.seqrpay.payment.SeqrException;
import dev.seqrpay.payment.SeqrGateway;
import dev.seqrpay.payment.SeqrGateway.InvoiceStatus;
import dev.seqrpay.payment.SeqrGateway.SentInvoice;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password that changes while payments are open. */
class AccountSeqrTest {
    private static final String TERMINAL = Samples.PAYMENT.terminalId();

    private static final InvoiceStatus STATUS = new InvoiceStatus("PAID", 3, "ERS-77", "1001", Samples.TOTAL);

    private final List<String> calls = new ArrayList<>();
    private String known = "old";
    private String expected = "new";
    private int code = 20;
    private int lookups;
    private long nanos = Duration.ofDays(1).toNanos();
    private Duration takes = Duration.ZERO;
    private final SeqrGateway seqr = new AccountSeqr(new Changing(), Gateway::new, () -> nanos);

    private final class Changing implements Accounts {
        private String used = known;

        @Override
        public Account current() {
            return account(TERMINAL, used);
        }

        @Override
        public Optional<Account> ofShop(String merchantId) {
            return Optional.empty();
        }

        @Override
        public Optional<Account> of(String terminalId) {
            return Optional.of(account(terminalId, used)).filter(account -> terminalId.equals(TERMINAL));
        }

        @Override
        public Optional<Account> again(Account refused) {
            lookups++;
            used = known;
            return of(refused.terminal().id());
        }
    }

    private static Account account(String terminal, String password) {
        return new Account(URI.create("https://seqr.example"), Terminal.of(terminal, password, "seqrpay"));
    }

    private final class Gateway implements SeqrGateway {
        private final Account account;

        Gateway(Account account) {
            this.account = account;
        }

        private void call(String operation) {
            nanos += takes.toNanos();
            calls.add(operation + " " + account.terminal().password());
            if (!account.terminal().password().equals(expected)) throw SeqrException.answered(operation, code);
        }

        @Override
        public SentInvoice sendInvoice(Payment payment, Addresses addresses) {
            call("sendInvoice");
            return new SentInvoice("1001", "HTTP://SEQR.SE/R1001");
        }

        @Override
        public InvoiceStatus getPaymentStatus(Payment payment, int version) {
            call("getPaymentStatus");
            return STATUS;
        }

        @Override
        public void updateInvoice(Payment payment, Addresses addresses) {
            call("updateInvoice");
        }

        @Override
        public void cancelInvoice(Payment payment, String reference) {
            call("cancelInvoice");
        }

        @Override
        public void commitReservation(Payment payment) {
            call("commitReservation");
        }

        @Override
        public void submitPaymentReceipt(Payment payment, byte[] html) {
            call("submitPaymentReceipt");
        }

        @Override
        public String refundPayment(Payment payment, Refund refund) {
            call("refundPayment");
            return "refunded";
        }
    }

    private static final List<Consumer<SeqrGateway>> OPERATIONS = List.of(
            seqr -> seqr.sendInvoice(Samples.PAYMENT, null),
            seqr -> seqr.getPaymentStatus(Samples.PAYMENT, 0),
            seqr -> seqr.updateInvoice(Samples.PAYMENT, null),
            seqr -> seqr.cancelInvoice(Samples.PAYMENT, "1001"),
            seqr -> seqr.commitReservation(Samples.PAYMENT),
            seqr -> seqr.submitPaymentReceipt(Samples.PAYMENT, new byte[0]),
            seqr -> seqr.refundPayment(Samples.PAYMENT, Samples.refund(Samples.TOTAL)));

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 29, 37})
    void a_refused_account_that_has_changed_is_used_at_once_and_once(int refusal) {
        code = refusal;
        known = "new";
        for (Consumer<SeqrGateway> operation : OPERATIONS) operation.accept(seqr);
        assertThat(calls)
                .containsExactly(
                        "sendInvoice old",
                        "sendInvoice new",
                        "getPaymentStatus new",
                        "updateInvoice new",
                        "cancelInvoice new",
                        "commitReservation new",
                        "submitPaymentReceipt new",
                        "refundPayment new");
        assertThat(lookups).isEqualTo(1);
    }

    /** At the first call as well as at the second. */
    @Test
    void what_SEQR_answers_is_what_the_caller_gets() {
        known = "new";
        for (int call = 0; call < 2; call++) {
            assertThat(seqr.sendInvoice(Samples.PAYMENT, null))
                    .isEqualTo(new SentInvoice("1001", "HTTP://SEQR.SE/R1001"));
            assertThat(seqr.getPaymentStatus(Samples.PAYMENT, 0)).isEqualTo(STATUS);
            assertThat(seqr.refundPayment(Samples.PAYMENT, Samples.refund(Samples.TOTAL)))
                    .isEqualTo("refunded");
        }
        assertThat(lookups).isEqualTo(1);
    }

    @Test
    void one_that_has_not_changed_is_not_tried_again() {
        for (Consumer<SeqrGateway> operation : OPERATIONS)
            assertThat(failure(operation).code()).isEqualTo(20);
        assertThat(calls).hasSize(OPERATIONS.size());
        assertThat(lookups).isEqualTo(OPERATIONS.size());
    }

    @Test
    void one_that_changed_to_another_wrong_one_is_tried_once() {
        known = "newer";
        assertThat(failure(OPERATIONS.get(0)).code()).isEqualTo(20);
        assertThat(calls).containsExactly("sendInvoice old", "sendInvoice newer");
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 49, 54, 90, 93, 97, 98})
    void what_is_not_about_the_account_is_not_tried_again(int answer) {
        code = answer;
        known = "new";
        assertThat(failure(OPERATIONS.get(0)).code()).isEqualTo(answer);
        assertThat(lookups).isZero();
        assertThat(calls).hasSize(1);
    }

    @Test
    void a_refusal_that_took_long_leaves_no_time_for_a_second_call_but_the_next_one_is_right() {
        known = "new";
        takes = Duration.ofMillis(2001);
        assertThat(failure(OPERATIONS.get(1)).code()).isEqualTo(20);
        takes = Duration.ZERO;
        OPERATIONS.get(1).accept(seqr);
        assertThat(calls).containsExactly("getPaymentStatus old", "getPaymentStatus new");
    }

    @Test
    void a_refusal_after_two_seconds_leaves_just_enough_time() {
        known = "new";
        takes = Duration.ofSeconds(2);
        OPERATIONS.get(1).accept(seqr);
        assertThat(calls).containsExactly("getPaymentStatus old", "getPaymentStatus new");
    }

    @Test
    void an_account_that_never_changes_is_that_of_its_terminal_alone() {
        Account account = account(TERMINAL, "old");
        Accounts accounts = Accounts.only(account);

        assertThat(accounts.current()).isEqualTo(account);
        assertThat(accounts.of(TERMINAL)).hasValue(account);
        assertThat(accounts.of("another")).isEmpty();
        assertThat(accounts.again(account)).hasValue(account);
    }

    @Test
    void a_payment_of_an_unknown_terminal_is_not_asked_about_with_another_ones_password() {
        SeqrGateway unknown = new AccountSeqr(
                Accounts.only(account("another", "new")),
                account -> {
                    throw new AssertionError("asked");
                },
                () -> nanos);
        SeqrException failure = catchThrowableOfType(
                SeqrException.class, () -> unknown.refundPayment(Samples.PAYMENT, Samples.refund(Samples.TOTAL)));
        assertThat(failure.isRefusal()).as("nothing was given back").isTrue();
    }

    private SeqrException failure(Consumer<SeqrGateway> operation) {
        return catchThrowableOfType(SeqrException.class, () -> operation.accept(seqr));
    }
}
