package drydock.app.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.validation.Finding;
import drydock.model.validation.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What holds of every finding, whatever is wrong with a manifest.
class MutatedManifestTest {

    private final List<String> broken = new ArrayList<>();

    @Test
    void everyFindingHasAPlaceAndASentenceAndEveryFixMends() throws Exception {
        int tried = 0;
        for (Seed seed : Seed.all()) {
            for (Mutation mutation : Mutations.of(seed)) {
                look(mutation);
                tried++;
            }
        }

        assertThat(tried).isGreaterThan(10_000);
        assertThat(String.join("\n", broken)).isEmpty();
    }

    private void look(Mutation mutation) {
        try {
            ManifestFile file = OurVerdict.file(mutation);
            long lines = file.text().lines().count();
            for (Finding finding : OurVerdict.findings(mutation)) {
                look(mutation, finding, lines);
                for (Fix fix : finding.fixes()) {
                    mend(mutation, finding, fix, file);
                }
            }
        } catch (RuntimeException thrown) {
            StackTraceElement where = thrown.getStackTrace()[0];
            broken.add(mutation + " throws " + thrown + " at " + where);
        }
    }

    private void look(Mutation mutation, Finding finding, long lines) {
        if (finding.line() < 1 || finding.line() > lines || finding.column() < 1) {
            broken.add(mutation + " has " + finding.rule() + " at line " + finding.line());
        }
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            String message = finding.message(locale);
            if (message.isBlank() || message.contains("{0}") || message.contains("{1}")) {
                broken.add(mutation + " says of " + finding.rule() + " '" + message + "' in " + locale);
            }
        }
    }

    /// What was told of the field must be gone, or be another thing.
    private void mend(Mutation mutation, Finding finding, Fix fix, ManifestFile file) {
        Project project = Project.of(List.of(file), DiagramFile.ABSENT);
        Optional<Project> after = fix.edit().applyTo(project).toOptional();
        boolean mended = after.isPresent()
                && OurVerdict.findings(List.copyOf(after.get().files().values())).stream()
                        .noneMatch(f -> f.field().equals(finding.field())
                                && f.rule().equals(finding.rule())
                                && f.words().equals(finding.words()));
        if (!mended) {
            broken.add(mutation + " is not mended by '" + fix.title(Locale.ENGLISH) + "' of " + finding.rule());
        }
    }
}
