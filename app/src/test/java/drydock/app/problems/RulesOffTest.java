package drydock.app.problems;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.problems.ProblemRow.Switched;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import drydock.model.validation.standard.StandardRules;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Rules that are switched off are shown whether they find anything or not.
class RulesOffTest {

    private static final ResourceId WEB = new ResourceId("", "Service", "default", "web");
    private static final List<Finding> SUPPRESSED = StandardRules.validator()
            .check(List.of(ManifestFile.parse("web.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: web, annotations: {drydock/ignore: 'selects-nothing, image-tag'}}
                spec: {selector: {app: nobody}, ports: [{port: 80}]}
                """)))
            .suppressed();
    private static final RulesOff OFF = RulesOff.of(
            Set.of("selects-nothing", "name"), Map.of(WEB, Set.of("selects-nothing", "image-tag")), SUPPRESSED);

    @Test
    void anObjectsSwitchThatFindsNothingHasARowAndOneThatDoesIsShownByWhatItFinds() {
        assertThat(SUPPRESSED).extracting(Finding::rule).containsExactly("selects-nothing");
        assertThat(OFF.rows())
                .containsExactly(
                        new Switched("name", Optional.empty(), 0),
                        new Switched("selects-nothing", Optional.empty(), 1),
                        new Switched("image-tag", Optional.of(WEB), 0));
        assertThat(OFF.inProject()).containsExactly("name", "selects-nothing");
    }

    @Test
    void theFilterAsksForTheRuleAndTheObject() {
        assertThat(rows("tag", Optional.empty())).containsExactly("image-tag");
        assertThat(rows("web", Optional.empty())).containsExactly("selects-nothing", "image-tag");
        assertThat(rows("", Optional.of(Set.of(WEB)))).containsExactly("selects-nothing", "image-tag");
        assertThat(rows("", Optional.of(Set.of()))).isEmpty();
    }

    private static List<String> rows(String text, Optional<Set<ResourceId>> objects) {
        ProblemFilter filter = new ProblemFilter(text, EnumSet.allOf(Severity.class), objects, Locale.ENGLISH);
        return new ProblemRows(filter, ProblemOrder.SEVERITY, false, false, true)
                .of(List.of(), SUPPRESSED, OFF).stream()
                        .map(row -> switch (row) {
                            case ProblemRow.Problem(Finding finding, boolean _) -> finding.rule();
                            case Switched switched -> switched.rule();
                            case ProblemRow.Head head -> head.file();
                        })
                        .toList();
    }
}
