package dev.seqrpay.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two components of one type that are swapped still compile. So a record is copied by the names of its components, with the
 * builder that the compiler makes ({@code @RecordBuilder}).
 */
class RecordsTest {
    /** As many are taken from one record to the next. */
    private static final int COPIED = 3;

    @Test
    void no_record_is_copied_by_position() {
        assertThat(new ClassFileImporter()
                        .withImportOption(ModulesTest::isMain).importPackages("dev.seqrpay").stream()
                                .flatMap(type -> type.getCodeUnits().stream())
                                .flatMap(RecordsTest::copies))
                .isEmpty();
    }

    @Test
    void a_copy_by_position_is_found() {
        assertThat(new ClassFileImporter()
                        .importClasses(Sample.class).stream()
                                .flatMap(type -> type.getCodeUnits().stream())
                                .flatMap(RecordsTest::copies))
                .singleElement()
                .asString()
                .contains("later", "makes a Sample of 4 of its own components");
    }

    private static Stream<String> copies(JavaCodeUnit code) {
        return code.getConstructorCallsFromSelf().stream()
                .map(call -> call.getTargetOwner())
                .filter(made -> made.isRecord() && !isBuilderOf(code.getOwner(), made))
                .distinct()
                .flatMap(made -> copied(code, made));
    }

    private static Stream<String> copied(JavaCodeUnit code, JavaClass made) {
        Set<String> components = Arrays.stream(made.reflect().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        long copied = Stream.<JavaAccess<?>>concat(code.getFieldAccesses().stream(), accessorCalls(code))
                .filter(access -> access.getTargetOwner().equals(made))
                .map(JavaAccess::getName)
                .filter(components::contains)
                .distinct()
                .count();
        return copied < COPIED
                ? Stream.empty()
                : Stream.of(code.getFullName() + " makes a " + made.getSimpleName() + " of " + copied
                        + " of its own components");
    }

    private static Stream<JavaMethodCall> accessorCalls(JavaCodeUnit code) {
        return code.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTarget().getRawParameterTypes().isEmpty());
    }

    private static boolean isBuilderOf(JavaClass type, JavaClass made) {
        return type.tryGetMethod("build")
                .filter(build -> build.getRawReturnType().equals(made))
                .isPresent();
    }

    private record Sample(int one, int two, int three, int four) {
        Sample later() {
            return new Sample(one, two, three, four + 1).times(2);
        }

        Sample times(int factor) {
            return new Sample(one * factor, two * factor, 0, 0);
        }
    }
}
