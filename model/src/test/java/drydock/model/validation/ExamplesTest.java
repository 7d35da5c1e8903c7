package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.ManifestFile;
import drydock.model.validation.standard.StandardRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Projects such as are found everywhere, in our own words: what runs on thousands of clusters is not wrong.
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/drydock/model/validation/examples");

    static Stream<Path> projects() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void nothingIsWrongWithAWellKnownExample(Path project) throws IOException {
        List<ManifestFile> files = files(project);

        List<Finding> findings = StandardRules.validator().check(files).findings();

        assertThat(files).isNotEmpty();
        assertThat(findings.stream().filter(f -> f.severity() != Severity.ADVICE))
                .extracting(f -> f.severity() + " " + f.file() + ":" + f.line() + " " + f.rule() + " " + f.field() + " "
                        + f.message(Locale.ENGLISH))
                .isEmpty();
    }

    private static List<ManifestFile> files(Path project) throws IOException {
        List<ManifestFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(project)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = project.relativize(path).toString();
                files.add(ManifestFile.read(name, Files.readAllBytes(path)));
            }
        }
        return files;
    }
}
