package dev.seqrpay.cli.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Maven's modules do not hold: no circle of packages within a module, and none of files within a package. */
class ModulesTest {
    private static final Pattern MAIN =
            Pattern.compile("/target/(classes/|seqrpay-[a-z-]+-[0-9.]+(-SNAPSHOT)?\\.jar!)");

    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(ModulesTest::isMain).importPackages("dev.seqrpay");

    static boolean isMain(Location location) {
        return MAIN.matcher(location.toString()).find();
    }

    @Test
    void no_package_leads_back_to_itself() {
        slices().assignedFrom(by(JavaClass::getPackageName, "packages"))
                .should()
                .beFreeOfCycles()
                .check(CODE);
    }

    @Test
    void no_file_leads_back_to_itself() {
        slices().assignedFrom(by(ModulesTest::file, "files"))
                .should()
                .beFreeOfCycles()
                .check(CODE);
    }

    /** The compiler makes the builder of a record, which is one with it. */
    private static String file(JavaClass type) {
        return type.tryGetMethod("build")
                .map(build -> build.getRawReturnType())
                .filter(JavaClass::isRecord)
                .orElse(type)
                .getName()
                .replaceFirst("\\$.*", "");
    }

    private static SliceAssignment by(Function<JavaClass, String> name, String description) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String place = type.getPackageName();
                boolean isOurs = place.startsWith("dev.seqrpay") && !place.equals("dev.seqrpay.seqr.wsdl");
                return isOurs ? SliceIdentifier.of(name.apply(type)) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return description;
            }
        };
    }
}
