package dev.seqrpay.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivorsTest {
    private static final String MUTATORS = "org.pitest.mutationtest.engine.gregor.mutators.";
    private static final List<String> REPORT = List.of(
            "Refunds.java,dev.seqrpay.payment.Refunds," + MUTATORS + "NegateConditionalsMutator,book,125,KILLED,a[b,c]",
            "Refunds.java,dev.seqrpay.payment.Refunds," + MUTATORS
                    + "returns.NullReturnValsMutator,lambda$lost$4,95,SURVIVED,none",
            "Refunds.java,dev.seqrpay.payment.Refunds," + MUTATORS
                    + "returns.NullReturnValsMutator,lambda$lost$5,96,NO_COVERAGE,none",
            "Pace.java,dev.seqrpay.payment.Pace," + MUTATORS + "ConditionalsBoundaryMutator,longer,49,TIMED_OUT,none");

    static List<Path> lists() throws IOException {
        return Survivors.lists(Path.of(".."));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void each_one_that_is_listed_has_a_reason(Path list) throws IOException {
        List<String> lines = Files.readAllLines(list);
        assertThatNoException().isThrownBy(() -> Survivors.listed(lines));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void each_one_that_is_listed_is_in_a_class_that_there_is(Path list) throws IOException {
        Set<String> classes = classes(list.resolve("../../../main/java").normalize());

        assertThat(Survivors.listed(Files.readAllLines(list)).counts().keySet())
                .allSatisfy(name -> assertThat(classes).contains(name.split("[.$]", 2)[0]));
    }

    private static Set<String> classes(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void what_survives_as_listed_is_no_difference() {
        assertThat(against("# of the refunds", "", "Refunds.lost NullReturnVals 2: both find it booked"))
                .isEmpty();
    }

    @Test
    void what_survives_and_is_not_listed_is_one() {
        assertThat(against())
                .containsExactly("Refunds.lost NullReturnVals 2: 0 listed; write the test that notices it");
        assertThat(against("Refunds.lost NullReturnVals 1: finds it booked"))
                .containsExactly("Refunds.lost NullReturnVals 2: 1 listed; write the test that notices it");
    }

    @Test
    void what_ends_otherwise_than_by_a_test_is_not_noticed() {
        String line = "Refunds.java,dev.seqrpay.payment.Refunds," + MUTATORS + "MathMutator,book,126,RUN_ERROR,none";

        assertThat(Survivors.reported(List.of(line)).against(Survivors.listed(List.of())))
                .containsExactly("Refunds.book Math 1: 0 listed; write the test that notices it");
    }

    @Test
    void what_is_listed_and_noticed_by_now_is_one_too() {
        assertThat(against(
                        "Refunds.lost NullReturnVals 2: both find it booked",
                        "Pace.longer ConditionalsBoundary 1: equal either way"))
                .containsExactly("Pace.longer ConditionalsBoundary 0: 1 listed; shorten the list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Refunds.lost NullReturnVals 2",
                "Refunds.lost NullReturnVals 2: ",
                "Refunds.lost NullReturnVals 0: why",
                "Refunds.lost: why"
            })
    void one_without_a_reason_or_a_count_is_refused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> Survivors.listed(List.of(line)));
    }

    @Test
    void one_that_is_listed_twice_is_refused() {
        String line = "Refunds.lost NullReturnVals 1: why";
        assertThatIllegalArgumentException().isThrownBy(() -> Survivors.listed(List.of(line, line)));
    }

    private static List<String> against(String... list) {
        return Survivors.reported(REPORT).against(Survivors.listed(List.of(list)));
    }
}
