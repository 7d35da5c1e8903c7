package drydock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Which package may use which. There are no exceptions.
class LayerTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("drydock");

    @Test
    void modelUsesNeitherTheScreenNorTheOtherModules() {
        noClasses()
                .that()
                .resideInAPackage("drydock.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "drydock.sim..",
                        "drydock.render..",
                        "drydock.icons..",
                        "drydock.app..",
                        "javafx..",
                        "java.net.http..",
                        "io.fabric8.kubernetes.client.http..")
                .check(CODE);
    }

    @Test
    void modelAndSimStartNoThreads() {
        noClasses()
                .that()
                .resideInAnyPackage("drydock.model..", "drydock.sim..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.Thread|java\\.util\\.concurrent\\..*(Execut|Future|ForkJoin|Flow).*")
                .check(CODE);
    }

    @Test
    void simUsesOnlyTheModel() {
        noClasses()
                .that()
                .resideInAPackage("drydock.sim..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("drydock.render..", "drydock.icons..", "drydock.app..", "javafx..")
                .check(CODE);
    }

    @Test
    void iconsUseNothing() {
        noClasses()
                .that()
                .resideInAPackage("drydock.icons..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("drydock.model..", "drydock.sim..", "drydock.render..", "drydock.app..", "javafx..")
                .check(CODE);
    }

    @Test
    void renderNeverMeetsTheSimulationAndUsesJavaFxOnlyToPaintAndToMeasureText() {
        noClasses()
                .that()
                .resideInAPackage("drydock.render..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("drydock.sim..", "drydock.app..")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("drydock.render..")
                .and()
                .resideOutsideOfPackages("drydock.render.paint..", "drydock.render.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..")
                .check(CODE);
    }

    @Test
    void onlyTheLiveConnectionUsesTheKubernetesClient() {
        noClasses()
                .that()
                .resideInAPackage("drydock..")
                .and()
                .resideOutsideOfPackage("drydock.app.live..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.fabric8.kubernetes.client",
                        "io.fabric8.kubernetes.client.dsl..",
                        "io.fabric8.kubernetes.client.informers..")
                .check(CODE);
    }

    @Test
    void onlyWhatServesUsesTheWebServer() {
        noClasses()
                .that()
                .resideInAPackage("drydock..")
                .and()
                .resideOutsideOfPackage("drydock.app.serve..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..")
                .check(CODE);
    }

    @Test
    void onlyTheExportToPdfUsesPdfBox() {
        noClasses()
                .that()
                .resideInAPackage("drydock..")
                .and()
                .resideOutsideOfPackage("drydock.render.export.pdf..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..")
                .check(CODE);
    }

    @Test
    void onlyTheReadingOfExpressionsUsesCel() {
        noClasses()
                .that()
                .resideInAPackage("drydock..")
                .and()
                .resideOutsideOfPackage("drydock.model.cel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.cel..", "com.google.re2j..")
                .check(CODE);
    }

    /// Expressions have values of it, and clients of the simulated API server send bodies in it.
    @Test
    void onlyExpressionsAndTheSimulatedServerReadProtobuf() {
        noClasses()
                .that()
                .resideInAPackage("drydock..")
                .and()
                .resideOutsideOfPackages("drydock.model.cel..", "drydock.sim.http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.protobuf..")
                .check(CODE);
    }

    @Test
    void theSimulationReadsNoClockAndRollsNoDiceButItsOwn() {
        noClasses()
                .that()
                .resideInAPackage("drydock.sim..")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .check(CODE);
    }

    @Test
    void allDialogsArePlacedByOne() {
        noClasses()
                .that()
                .resideInAPackage("drydock.app..")
                .and()
                .doNotHaveFullyQualifiedName("drydock.app.dialog.DialogPlace")
                .should()
                .callMethod(javafx.scene.control.Dialog.class, "initOwner", javafx.stage.Window.class)
                .check(CODE);
    }

    @Test
    void noPackageIsInACycle() {
        for (String module : new String[] {"model", "sim", "render", "app"}) {
            slices().matching("drydock." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(CODE);
        }
    }
}
