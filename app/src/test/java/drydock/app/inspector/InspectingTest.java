package drydock.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each kind of control of the inspector writes what it says into the text, and undo restores every byte.
class InspectingTest extends InspectorTest {

    private static final ResourceId WEB = new ResourceId("apps", "Deployment", "default", "web");
    private static final ResourceId DB = new ResourceId("apps", "Deployment", "default", "db");
    private static final ResourceId MAP = new ResourceId("", "ConfigMap", "default", "settings");
    private static final ResourceId SHOP = new ResourceId("example.com", "Shop", "default", "corner");

    private static final String WEB_TEXT = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web   # the shop
          labels:
            app: web
        spec:
          replicas: 2
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              restartPolicy: Always
              containers:
              - name: one
                image: nginx # of the hub
                args: [-v, fast]
                resources:
                  limits:
                    cpu: 500m
              - name: two
                image: redis
        """;

    @Override
    protected void writeProject(Path project) throws IOException {
        Files.writeString(project.resolve("web.yaml"), WEB_TEXT);
        Files.writeString(
                project.resolve("db.yaml"), WEB_TEXT.replace("web", "db").replace("replicas: 2", "replicas: 1"));
        Files.writeString(project.resolve("others.yaml"), """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: ConfigMap
              metadata:
                name: settings
              data:
                a.conf: |
                  one
                  two
            - apiVersion: v1
              kind: ServiceAccount
              metadata:
                name: reader
            ---
            apiVersion: example.com/v1
            kind: Shop
            metadata:
              name: corner
            spec:
              open: true
            """);
    }

    @BeforeEach
    void selectWeb() {
        awaitFigures(WEB, DB);
        select(WEB);
    }

    @Test
    void aWholeNumberIsWrittenAndTakenBack() {
        Project before = state();

        type("spec.replicas", "7", KeyCode.ENTER);

        assertThat(text()).isEqualTo(WEB_TEXT.replace("replicas: 2", "replicas: 7"));
        undoneAndRedone(before);
    }

    @Test
    void escapeRestoresWhatStoodThere() {
        Project before = state();

        type("spec.replicas", "7", KeyCode.ESCAPE);

        assertThat(shown("spec.replicas")).isEqualTo("2");
        assertThat(contents(state())).isEqualTo(contents(before));
    }

    @Test
    void whatIsNoNumberIsToldAtTheField() {
        type("spec.replicas", "many", KeyCode.ENTER);

        assertThat(text()).isEqualTo(WEB_TEXT);
        assertThat(onScreen(() -> workspace().messageProperty().get())).contains("many");
    }

    @Test
    void clearingAFieldRemovesItFromTheText() {
        Project before = state();

        type("spec.replicas", "", KeyCode.ENTER);

        assertThat(text()).isEqualTo(WEB_TEXT.replace("  replicas: 2\n", ""));
        assertThat(onScreen(() -> ((TextInputControl) field("spec.replicas")).getPromptText()))
                .isEqualTo("1");
        undoneAndRedone(before);
    }

    @Test
    void aChoiceIsWrittenAndUnset() {
        Project before = state();

        choose("spec.template.spec.restartPolicy", "Never");
        assertThat(text()).isEqualTo(WEB_TEXT.replace("restartPolicy: Always", "restartPolicy: Never"));
        undoneAndRedone(before);

        choose("spec.template.spec.restartPolicy", "");
        assertThat(text()).isEqualTo(WEB_TEXT.replace("      restartPolicy: Always\n", ""));
    }

    @Test
    void aFlagHasThreeStates() {
        Project before = state();

        choose("spec.paused", "true");
        assertThat(text()).contains("  paused: true\n");
        undoneAndRedone(before);
        choose("spec.paused", "false");
        assertThat(text()).contains("  paused: false\n");
        choose("spec.paused", "");
        assertThat(text()).isEqualTo(WEB_TEXT);
    }

    @Test
    void anAmountHasAUnitAndTakesItsParentsAlong() {
        Project before = state();
        open("section-spec.template.spec.containers[0].resources");

        type("spec.template.spec.containers[0].resources.limits.cpu", "250", KeyCode.ENTER);
        assertThat(text()).isEqualTo(WEB_TEXT.replace("cpu: 500m", "cpu: 250m"));
        undoneAndRedone(before);

        press("remove-spec.template.spec.containers[0].resources.limits.cpu");
        assertThat(text()).isEqualTo(WEB_TEXT.replaceAll(" +resources:\n +limits:\n +cpu: 500m\n", ""));
    }

    @Test
    void aLabelIsAddedRenamedAndRemoved() {
        Project before = state();

        typeInto("new-metadata.labels", "tier", KeyCode.ENTER);
        assertThat(text()).contains("    app: web\n    tier: \"\"\nspec:");
        undoneAndRedone(before);
        type("metadata.labels.tier", "front", KeyCode.ENTER);
        assertThat(text()).contains("    tier: front\n");
        typeInto("key-metadata.labels.tier", "层", KeyCode.ENTER);
        assertThat(text()).contains("    层: front\n");
        press("remove-metadata.labels.层");
        assertThat(text()).isEqualTo(WEB_TEXT);
    }

    @Test
    void listsOfTextsGrowMoveAndShrink() {
        Project before = state();
        String args = "spec.template.spec.containers[0].args";

        type(args + "[2]", "quick", KeyCode.ENTER);
        assertThat(text()).contains("args: [-v, fast, quick]");
        undoneAndRedone(before);
        press("up-" + args + "[1]");
        assertThat(text()).contains("args: [fast, -v, quick]");
        press("remove-" + args + "[2]");
        assertThat(text()).contains("args: [fast, -v]");
    }

    @Test
    void containersAreAddedMovedAndRemoved() {
        Project before = state();
        String containers = "spec.template.spec.containers";

        press("add-" + containers);
        assertThat(text()).contains("- name: container-3\n");
        undoneAndRedone(before);
        press("down-" + containers + "[0]");
        assertThat(text()).containsSubsequence("- name: two", "- name: one", "# of the hub");
        press("remove-" + containers + "[2]");
        assertThat(text()).doesNotContain("container-3");
    }

    @Test
    void aPickerOffersWhatTheProjectHolds() {
        Project before = state();
        String account = "spec.template.spec.serviceAccountName";

        typeInto("more-fields", "serviceAccountName", KeyCode.ENTER);
        press("offers-" + account);
        push(KeyCode.DOWN).push(KeyCode.ENTER);

        assertThat(text()).contains("serviceAccountName: reader");
        undoneAndRedone(before);
    }

    @Test
    void everyFieldIsFoundByAPartOfItsName() {
        Project before = state();

        typeInto("more-fields", "revisionHistory", KeyCode.ENTER);
        typeInto("more-fields", "hostAliases", KeyCode.ENTER);
        press("add-spec.template.spec.hostAliases");
        type("spec.template.spec.hostAliases[0].ip", "10.0.0.1", KeyCode.ENTER);

        assertThat(text()).contains("hostAliases:").contains("ip: 10.0.0.1");
        interact(() -> {
            workspace().document().undo();
            workspace().document().undo();
        });
        assertThat(contents(state())).isEqualTo(contents(before));
    }

    @Test
    void longTextsOfAConfigMapInAListAreEdited() {
        select(MAP);
        Project before = state();

        interact(() -> {
            TextInputControl area = (TextInputControl) node("field-data[a.conf]");
            area.requestFocus();
            area.appendText("three\n");
        });
        push(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(onScreen(() -> file("others.yaml"))).contains("      two\n      three\n");
        undoneAndRedone(before);
    }

    @Test
    void aCustomResourceIsEditedByTheShapeFound() {
        select(SHOP);
        Project before = state();

        choose("spec.open", "false");

        assertThat(file("others.yaml")).endsWith("  open: false\n");
        undoneAndRedone(before);
    }

    @Test
    void severalObjectsAreEditedInOneStep() {
        interact(() -> workspace().selection().select(List.of(WEB, DB)));
        Project before = state();

        assertThat(shown("spec.replicas")).isEmpty();
        type("spec.replicas", "4", KeyCode.ENTER);

        assertThat(text()).contains("replicas: 4");
        assertThat(file("db.yaml")).contains("replicas: 4");
        undoneAndRedone(before);
    }

    @Test
    void aNewNameIsFollowedByTheSelection() {
        Project before = state();

        type("metadata.name", "shop", KeyCode.ENTER);

        assertThat(onScreen(() -> workspace().selection().objects()))
                .containsExactly(new ResourceId("apps", "Deployment", "default", "shop"));
        undoneAndRedone(before);
    }

    @Test
    void theFormKeepsFocusAndFoldsWhileTheTextChangesElsewhere() {
        interact(() -> field("spec.minReadySeconds").requestFocus());
        Node focused = onScreen(() -> field("spec.minReadySeconds").getScene().getFocusOwner());
        open("section-spec.template.spec.containers[0].resources");
        interact(() -> focused.requestFocus());

        interact(() ->
                workspace().perform(new Edit.SetField(WEB, FieldPath.parse("spec.template.spec.hostNetwork"), true)));

        assertThat(onScreen(() -> focused.isFocused())).isTrue();
        assertThat(onScreen(
                        () -> ((TitledPane) node("section-spec.template.spec.containers[0].resources")).isExpanded()))
                .isTrue();
        assertThat(onScreen(() -> ((ComboBox<?>) node("field-spec.template.spec.hostNetwork")).getValue()))
                .isEqualTo("true");
    }

    @Test
    void whatIsWrongIsToldAtTheField() {
        type("spec.replicas", "-3", KeyCode.ENTER);

        awaitOnScreen(
                "told",
                () -> lookup(".form-problem").queryAll().stream()
                        .anyMatch(n -> n.isVisible() && ((Label) n).getText().contains("-3")));
    }

    private String text() {
        return file("web.yaml");
    }
}
