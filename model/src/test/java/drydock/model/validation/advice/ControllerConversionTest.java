package drydock.model.validation.advice;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.edit.History;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Design;
import drydock.model.validation.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControllerConversionTest {

    private static final String AFTER = """
        # The front of the shop.
        apiVersion: apps/v1
        kind: Deployment  # old
        metadata:
          name: front
        spec:
          replicas: 2
          selector:
            # what its Pods are told by
            matchLabels:
              app: front  # the name
              tier: web
          # the Pods
          template:
            metadata:
              labels: {app: front, tier: web}
            spec:
              containers:
              - name: nginx
                image: nginx:1.27
        """;

    private static Design converted(String controller) {
        Design design = Design.of(controller).mended("old-kind");
        assertThat(design.findings("old-kind")).isEmpty();
        assertThat(design.worries()).isEmpty();
        return design;
    }

    @Test
    void onlyTheSelectorVersionAndKindChangeAndCommentsStay() {
        assertThat(converted(Samples.CONTROLLER).text()).isEqualTo(AFTER);
    }

    @Test
    void aSelectorInBracesStaysInBraces() {
        String before =
                Samples.CONTROLLER.replaceAll("(?s)selector:.*?tier: web\n", "selector: {app: front, tier: web} # s\n");

        assertThat(converted(before).text()).contains("selector: {matchLabels: {app: front, tier: web}} # s\n");
    }

    @Test
    void aSelectorWithAnAnchorKeepsItForItsAliases() {
        String before = Samples.CONTROLLER
                .replace("selector:\n", "selector: &labels\n")
                .replace("labels: {app: front, tier: web}", "labels: *labels");

        assertThat(converted(before).text()).contains("matchLabels: &labels\n").contains("labels: *labels");
    }

    @Test
    void withoutASelectorTheLabelsOfTheTemplateAreSelected() {
        String before = Samples.CONTROLLER.replaceAll("(?s)  selector:.*?tier: web\n", "");

        assertThat(converted(before).text()).contains("matchLabels:");
    }

    @Test
    void anItemOfAListIsConvertedInPlace() {
        String list = "apiVersion: v1\nkind: List\nitems:\n- "
                + Samples.CONTROLLER
                        .substring(Samples.CONTROLLER.indexOf("apiVersion"))
                        .replace("\n", "\n  ")
                        .stripTrailing()
                + "\n";

        assertThat(converted(list).text()).contains("      matchLabels:\n        app: front  # the name\n");
    }

    @Test
    void theAutoscalerFollows() {
        Design design = Design.of(
                Samples.CONTROLLER
                        .replace("  replicas: 2\n", "")
                        .replace("image: nginx:1.27", "image: nginx:1.27\n        resources: {requests: {cpu: 1}}"),
                Samples.AUTOSCALER
                        .replace("apiVersion: apps/v1", "apiVersion: v1")
                        .replace("kind: Deployment", "kind: ReplicationController")
                        .replace("    name: web", "    name: front"));

        assertThat(design.worries()).isEmpty();
        assertThat(design.mended("old-kind").worries()).isEmpty();
        assertThat(design.mended("old-kind").text()).doesNotContain("ReplicationController");
    }

    @Test
    void whereTheDeploymentIsThereAlreadyNothingIsOffered() {
        assertThat(Design.of(Samples.CONTROLLER, AFTER)
                        .findings("old-kind")
                        .getFirst()
                        .fixes())
                .isEmpty();
    }

    @Test
    void theFigureStaysWhereItIsAndUndoRestoresAll() {
        ResourceId controller = new ResourceId("", "ReplicationController", "default", "front");
        ResourceId deployment = new ResourceId("apps", "Deployment", "default", "front");
        Edit edit = Design.of(Samples.CONTROLLER)
                .findings("old-kind")
                .getFirst()
                .fixes()
                .getFirst()
                .edit();
        Project before = Project.of(List.of(ManifestFile.parse("all.yaml", Samples.CONTROLLER)), DiagramFile.ABSENT);
        Project placed = new Edit.MoveFigures(Map.of(controller, new Position(40, 60)))
                .applyTo(before)
                .toOptional()
                .orElseThrow();
        History history = History.of(placed);

        History after = history.apply(edit, 0).toOptional().orElseThrow();

        assertThat(after.project().diagram().positions()).containsOnlyKeys(deployment);
        assertThat(after.undo().project().file("all.yaml").orElseThrow().text()).isEqualTo(Samples.CONTROLLER);
        assertThat(after.undo().project().diagram().positions()).containsOnlyKeys(controller);
    }
}
