package dev.seqrpay.simulation.bug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchTest {
    private final Patch patch = new Patch("""
            Why it is so.

            --- a/some/Code.java
            +++ b/some/Code.java
            @@ -1,3 +1,2 @@
             one
            -two
             three
            @@ -7,2 +6,3 @@
             seven

            +nine
            """.replace("seven\n\n", "seven\n \n"));

    @Test
    void names_its_file() {
        assertThat(patch.file()).isEqualTo("some/Code.java");
    }

    @Test
    void changes_its_lines_wherever_they_stand() {
        assertThat(patch.apply("zero\none\ntwo\nthree\nfour\nseven\n\n"))
                .hasValue("zero\none\nthree\nfour\nseven\n\nnine\n");
    }

    @Test
    void does_not_fit_when_its_lines_are_not_there_or_are_there_twice() {
        assertThat(patch.apply("one\ntwo\n")).isEmpty();
        assertThat(patch.apply("one\ntwo\nthree\none\ntwo\nthree\nseven\n\n")).isEmpty();
    }
}
