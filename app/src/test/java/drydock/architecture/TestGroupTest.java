package drydock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import drydock.app.live.RealCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Which tests run apart from the others.
class TestGroupTest {

    @Test
    void whatNeedsTheRealClusterIsInItsGroup() {
        classes()
                .that(useTheRealCluster())
                .should()
                .beAnnotatedWith(Tag.class)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages("drydock.app"));
    }

    private static DescribedPredicate<JavaClass> useTheRealCluster() {
        return DescribedPredicate.describe(
                "are tests on the real cluster",
                type -> type.isTopLevelClass()
                        && type.getSimpleName().endsWith("Test")
                        && type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> use.getTargetClass().isEquivalentTo(RealCluster.class)));
    }
}
