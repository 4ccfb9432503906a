package dev.seqrpay.seqr;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seqrpay.payment.SeqrException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether SEQR takes us for its terminal, asked about an invoice that is not there. */
class SeqrSignInTest {
    private static void attempt(int code) {
        String answer = Samples.status("<resultCode>" + code + "</resultCode><version>0</version>");
        new SeqrSignIn(Samples.TERMINAL, Samples.answering(answer), () -> "ref-1", Samples.NO_LISTENER).attempt();
    }

    /** 54: the terminal is known, and has no such invoice. */
    @Test
    void an_invoice_that_is_not_there_is_the_answer_to_a_terminal_that_is() {
        assertThatCode(() -> attempt(54)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 29, 37, 90})
    void any_other_refusal_is_one(int code) {
        assertThatExceptionOfType(SeqrException.class).isThrownBy(() -> attempt(code));
    }
}
