package drydock.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTripTest {

    @Test
    void uglyFilesAreWrittenBackByteForByte() {
        assertUnchanged(ManifestSamples.in(ManifestSamples.UGLY), 11);
    }

    @Test
    void sampleProjectsAreWrittenBackByteForByteAndHaveNoProblems() {
        List<ManifestFile> files = ManifestSamples.in(ManifestSamples.PROJECTS);

        assertUnchanged(files, 9);
        assertThat(files)
                .allSatisfy(file -> assertThat(file.problems())
                        .filteredOn(_ -> file.path().endsWith(".yaml"))
                        .isEmpty());
    }

    @Test
    void filesOfARealClusterAreWrittenBackByteForByte() {
        assumeTrue(
                Files.isDirectory(ManifestSamples.ORACLE),
                "the recordings of a real cluster are not beside this checkout");

        assertUnchanged(ManifestSamples.in(ManifestSamples.ORACLE), 100);
    }

    private static void assertUnchanged(List<ManifestFile> files, int atLeast) {
        assertThat(files).hasSizeGreaterThanOrEqualTo(atLeast).allSatisfy(file -> {
            assertThat(file.problems()).isNotNull();
            assertThat(file.bytes()).isEqualTo(ManifestSamples.bytes(Path.of(file.path())));
            if (file.isUtf8()) {
                assertThat(file.withText(file.text() + " ")
                                .withText(file.text())
                                .bytes())
                        .isEqualTo(file.bytes());
            }
        });
    }

    @Test
    void theWorstDocumentsOfAFileDoNotHideTheOthers() {
        ManifestFile file = ManifestSamples.in(ManifestSamples.UGLY).stream()
                .filter(f -> f.path().endsWith("broken.yaml"))
                .findFirst()
                .orElseThrow();

        assertThat(file.documents()).hasSize(6);
        assertThat(file.documents().getFirst().object()).isPresent();
        assertThat(file.problems().stream().map(p -> p.span().line() + " " + p.rule()))
                .containsExactly(
                        "5 yaml-syntax",
                        "9 yaml-duplicate-key",
                        "8 manifest-kind",
                        "8 manifest-kind",
                        "12 yaml-tab",
                        "16 object-type",
                        "18 manifest-not-object");
    }
}
