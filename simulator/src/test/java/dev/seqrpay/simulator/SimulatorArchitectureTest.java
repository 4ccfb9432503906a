package dev.seqrpay.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.seqrpay.simulator.soap.Mapping;
import dev.seqrpay.simulator.soap.SeqrEndpoint;
import org.junit.jupiter.api.Test;

class SimulatorArchitectureTest {
    private static final String CORE = "dev.seqrpay.simulator.core";
    /** Says what may be null; nothing of it runs. */
    private static final String NULLNESS = "org.jspecify.annotations";

    private final JavaClasses simulator = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.seqrpay.simulator");

    @Test
    void the_core_is_plain_java_without_threads_or_a_clock_of_its_own() {
        classes()
                .that()
                .resideInAPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        CORE, "java.lang..", "java.math", "java.net", "java.time..", "java.util..", NULLNESS)
                .check(simulator);
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(simulator);
    }

    @Test
    void the_generated_types_are_named_by_the_endpoint_and_its_mapping_only() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(SeqrEndpoint.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(Mapping.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.seqrpay.seqr.wsdl")
                .check(simulator);
    }
}
