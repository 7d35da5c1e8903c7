package drydock.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Severity;
import drydock.model.validation.standard.StandardRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatternTest {

    static Stream<Pattern> patterns() {
        return Stream.concat(Pattern.OBJECTS.stream(), Pattern.COMPOSED.stream());
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void whatIsMadeIsAcceptedByTheRulesOfTheServer(Pattern pattern) {
        List<ManifestFile> files = new ArrayList<>();
        for (String manifest : pattern.manifests("some-name")) {
            files.add(ManifestFile.parse(files.size() + ".yaml", manifest));
        }
        assertThat(files).allSatisfy(file -> {
            assertThat(file.problems()).isEmpty();
            assertThat(file.documents()).hasSize(1);
            assertThat(file.documents().getFirst().object()).isPresent();
        });
        assertThat(StandardRules.validator().check(files).findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
        assertThat(pattern.objects("some-name"))
                .hasSameSizeAs(files)
                .allSatisfy(id -> assertThat(id.name()).isEqualTo("some-name"));
    }

    @Test
    void theFreeNameIsFreeForAllObjectsOfThePattern() {
        Pattern database = new Pattern("database");
        Set<ResourceId> taken = Set.of(new ResourceId("", "Secret", "default", "database"));
        assertThat(database.freeName(taken::contains)).isEqualTo("database-2");
        assertThat(database.freeName(_ -> false)).isEqualTo("database");
    }
}
