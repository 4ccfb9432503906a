package dev.seqrpay.simulator.core;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts the result code of a business error. */
final class Refusals {
    private Refusals() {}

    static void assertRefused(int number, ThrowingCallable call) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(call)
                .satisfies(refused -> org.assertj.core.api.Assertions.assertThat(
                                refused.code().number())
                        .isEqualTo(number));
    }
}
