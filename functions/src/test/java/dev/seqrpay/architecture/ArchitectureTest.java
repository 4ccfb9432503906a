package dev.seqrpay.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.seqrpay.merchant.ApiKey;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** handler → http → payment ← seqr, payment ← dynamodb, payment ← web; only the wiring sees them all. */
class ArchitectureTest {
    private static final String BASE = "dev.seqrpay.";
    private static final String GENERATED = BASE + "seqr.wsdl..";
    private static final Pattern DEPLOYED = Pattern.compile(
            "/(contract|payment|functions)/target/(classes/|seqrpay-[a-z]+-[0-9.]+(-SNAPSHOT)?\\.jar!)");
    private static final Pattern MAPPINGS = Pattern.compile("dev\\.seqrpay\\.seqr\\.(\\w+Mapping|SoapCall|Contexts)");
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ArchitectureTest::isDeployed)
            .importPackages("dev.seqrpay");

    /** The classes of lambda.zip that are ours: compiled, or as the jars that are made of them. */
    private static boolean isDeployed(Location location) {
        return DEPLOYED.matcher(location.toString()).find() && !location.contains("/payment/memory/");
    }

    @Test
    void the_domain_knows_nothing_but_the_jdk() {
        check(classes()
                .that()
                .resideInAPackage(BASE + "payment..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", BASE + "payment..", "org.jspecify.annotations")));
        for (String alone : new String[] {"merchant", "live"})
            check(classes()
                    .that()
                    .resideInAPackage(BASE + alone + "..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage("java..", BASE + alone + "..", "org.jspecify.annotations")));
    }

    @Test
    void what_surrounds_the_domain_knows_the_domain_and_not_its_neighbours() {
        check(classes()
                .that()
                .resideInAPackage(BASE + "event..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", BASE + "event..", BASE + "payment..", "org.jspecify.annotations")));
        check(classes()
                .that()
                .resideInAPackage(BASE + "webhook..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "javax.crypto..", BASE + "webhook..", BASE + "event..", "org.jspecify.annotations")));
        check(classes()
                .that()
                .resideInAPackage(BASE + "reconciliation..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "javax.xml.stream..",
                        BASE + "reconciliation..",
                        BASE + "payment..",
                        "org.jspecify.annotations")));
        check(classes()
                .that()
                .resideInAPackage(BASE + "accounting..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        BASE + "accounting..",
                        BASE + "reconciliation..",
                        BASE + "payment..",
                        "org.jspecify.annotations")));
        check(classes()
                .that()
                .resideInAPackage(BASE + "link..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", BASE + "link..", BASE + "payment..", "org.jspecify.annotations")));
        for (String outer : new String[] {"seqr", "dynamodb", "aws", "web", "outbound"})
            check(noClasses()
                    .that()
                    .resideInAPackage(BASE + outer + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("dev.seqrpay..")
                            .and(not(resideInAnyPackage(
                                    BASE + outer + "..",
                                    BASE + "payment..",
                                    BASE + "merchant..",
                                    BASE + "live..",
                                    BASE + "event..",
                                    BASE + "link..",
                                    BASE + "reconciliation..",
                                    BASE + "webhook..")))));
    }

    @Test
    void only_the_wiring_sees_the_table_the_queue_the_sockets_and_seqr() {
        check(noClasses()
                .that()
                .resideInAnyPackage(BASE + "handler..", BASE + "http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "seqr..",
                        BASE + "dynamodb..",
                        BASE + "aws..",
                        BASE + "outbound..",
                        "software.amazon..",
                        "jakarta.."));
    }

    @Test
    void the_generated_types_are_named_by_the_mappings_alone() {
        assertThat(CODE.stream()
                        .filter(not(resideInAPackage(GENERATED)))
                        .filter(each -> each.getDirectDependenciesFromSelf().stream()
                                .map(Dependency::getTargetClass)
                                .anyMatch(resideInAPackage(GENERATED)))
                        .map(ArchitectureTest::outermost)
                        .collect(Collectors.toSet()))
                .allMatch(name -> MAPPINGS.matcher(name).matches());
    }

    @Test
    void time_chance_and_threads_come_into_the_domain_from_outside() {
        check(noClasses()
                .that()
                .resideInAPackage(BASE + "payment..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent.."));
    }

    @Test
    void secrets_are_compared_in_constant_time() {
        for (String name : new String[] {ApiKey.class.getName(), BASE + "http.Tokens"})
            check(classes()
                    .that()
                    .haveFullyQualifiedName(name)
                    .should()
                    .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class));
    }

    @Test
    void there_is_one_log_and_it_is_no_framework() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.."));
        check(noClasses()
                .that(not(simpleName("Wiring").or(simpleName("AssetsHandler"))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void a_class_is_named_for_what_it_is() {
        check(noClasses().should().haveSimpleNameContaining("Util").orShould().haveSimpleNameContaining("Helper"));
    }

    @Test
    void no_package_leads_back_to_itself() {
        check(slices().matching(BASE + "(*)..").should().beFreeOfCycles());
    }

    @Test
    void no_file_leads_back_to_itself() {
        check(slices().assignedFrom(new Files()).should().beFreeOfCycles());
    }

    /** A class and those in it are one; what is generated from the WSDL is not ours to order. */
    private static final class Files implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return resideInAPackage(GENERATED).test(type)
                            || !type.getPackageName().startsWith("dev.seqrpay")
                    ? SliceIdentifier.ignore()
                    : SliceIdentifier.of(outermost(type));
        }

        @Override
        public String getDescription() {
            return "files";
        }
    }

    @Test
    void nothing_in_the_domain_can_be_changed_once_it_is_made() {
        check(fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(BASE + "payment..")
                .and()
                .areDeclaredInClassesThat(
                        describe("are no builders", type -> built(type).isEmpty()))
                .should()
                .beFinal());
    }

    @Test
    void the_functions_are_all_that_lambda_sees_of_the_handlers() {
        check(classes()
                .that()
                .resideInAPackage(BASE + "handler..")
                .and()
                .arePublic()
                .should(have(simpleNameEndingWith("Handler"))));
    }

    /** The compiler makes the builder of a record, which is one with it. */
    private static String outermost(JavaClass type) {
        return built(type).orElse(type).getName().replaceFirst("\\$.*", "");
    }

    private static Optional<JavaClass> built(JavaClass type) {
        return type.tryGetMethod("build").map(JavaMethod::getRawReturnType).filter(JavaClass::isRecord);
    }

    private static void check(ArchRule rule) {
        rule.check(CODE);
    }
}
