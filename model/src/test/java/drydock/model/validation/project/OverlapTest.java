package drydock.model.validation.project;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Design;
import drydock.model.validation.Samples;
import drydock.model.validation.Severity;
import org.junit.jupiter.api.Test;

class OverlapTest {

    private static final String OTHER = Samples.DEPLOYMENT.replace("name: web", "name: other");

    private static final String POD = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: lonely
          labels: {app: front, tier: web}
        spec:
          containers:
          - name: main
            image: nginx:1.27
        """;

    @Test
    void whatFitsTogetherRaisesNoFinding() {
        Design design = Design.of(
                Samples.DEPLOYMENT,
                Samples.SERVICE,
                Samples.BUDGET,
                Samples.INGRESS,
                Samples.JOB,
                Samples.STATEFUL_SET,
                Samples.HEADLESS_SERVICE);

        assertThat(design.findings()).isEmpty();
    }

    @Test
    void twoControllersThatSelectTheSamePodsAreBothToldOf() {
        assertThat(Design.of(Samples.DEPLOYMENT, OTHER).places("overlapping-selectors"))
                .containsExactly("web spec.selector", "other spec.selector");
    }

    @Test
    void controllersOfDifferentNamespacesOrLabelsDoNotOverlap() {
        assertThat(Design.of(Samples.DEPLOYMENT, OTHER.replace("name: other", "name: other\n  namespace: apart"))
                        .worries())
                .isEmpty();
        assertThat(Design.of(Samples.DEPLOYMENT, OTHER.replace("app: web", "app: other"))
                        .worries())
                .isEmpty();
    }

    @Test
    void onlyTheControllerWhoseSelectorIsTooWideIsToldOf() {
        String narrow = OTHER.replace("{app: web}", "{app: web, part: other}");

        assertThat(Design.of(Samples.DEPLOYMENT, narrow).places("overlapping-selectors"))
                .containsExactly("web spec.selector");
    }

    @Test
    void aJobWithTheLabelsOfAControllerDoesNotOverlap() {
        assertThat(Design.of(Samples.DEPLOYMENT, Samples.JOB.replace("app: once", "app: web"))
                        .worries())
                .isEmpty();
    }

    @Test
    void aPodByItselfIsAdoptedByAReplicationControllerButNotByADeployment() {
        Design adopted = Design.of(Samples.CONTROLLER, POD);

        assertThat(adopted.places("adopted-pod")).containsExactly("lonely metadata.labels");
        assertThat(adopted.severity("adopted-pod")).isEqualTo(Severity.WARNING);
        assertThat(Design.of(Samples.DEPLOYMENT, POD.replace("{app: front, tier: web}", "{app: web}"))
                        .worries())
                .isEmpty();
        assertThat(Design.of(Samples.CONTROLLER, POD.replace(", tier: web", "")).worries())
                .isEmpty();
    }
}
