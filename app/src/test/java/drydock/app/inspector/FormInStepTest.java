package drydock.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.TextEdit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The form goes on as it stands while its object changes, loses nothing that it cannot show, and takes fields of any
/// name.
class FormInStepTest extends InspectorTest {

    private static final ResourceId WEB = new ResourceId("", "Pod", "default", "web");
    private static final ResourceId SHOP = new ResourceId("example.com", "Shop", "default", "corner");
    private static final ResourceId MARKET = new ResourceId("example.com", "Market", "default", "hall");

    private static final String WEB_TEXT = """
        # the first
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels: {app: web, tier: ""} # of the shop
          annotations:
            note: |
              one
              two
        spec:
          containers:
          - name: one
            image: nginx
            command: [sh, -c, "echo 1\\necho 2"]
            resources:
              limits:
                cpu: 500m
          - name: two
            image: redis
        """;

    private static final String SHOP_TEXT = """
        apiVersion: example.com/v1
        kind: Shop
        metadata:
          name: corner
        spec:
          open: true   # on weekdays
          nested:
            deep: x
        """;

    @Override
    protected void writeProject(Path project) throws IOException {
        Files.writeString(project.resolve("web.yaml"), WEB_TEXT);
        Files.writeString(project.resolve("shop.yaml"), SHOP_TEXT);
        Files.writeString(project.resolve("market.yaml"), """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: markets.example.com
            spec:
              group: example.com
              names: {kind: Market, plural: markets}
              scope: Namespaced
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        properties:
                          day: {type: string, enum: [monday, friday]}
            ---
            apiVersion: example.com/v1
            kind: Market
            metadata:
              name: hall
            """);
    }

    @BeforeEach
    void selectWeb() {
        awaitFigures(WEB);
        select(WEB);
    }

    @Test
    void aTextOfSeveralLinesStaysWholeInAForm() {
        Project before = state();

        interact(() -> field("metadata.annotations.note").requestFocus());
        interact(() -> field("metadata.name").requestFocus());
        interact(() -> field("spec.containers[0].command[2]").requestFocus());
        interact(() -> field("metadata.name").requestFocus());
        assertThat(contents(state())).isEqualTo(contents(before));

        interact(() -> {
            TextArea note = (TextArea) field("metadata.annotations.note");
            note.requestFocus();
            note.appendText("three\n");
        });
        push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(file("web.yaml")).isEqualTo(WEB_TEXT.replace("      two\n", "      two\n      three\n"));
        undoneAndRedone(before);
    }

    @Test
    void anEmptyValueIsAValueAndADoubleKeyIsRefusedAtTheTable() {
        Project before = state();

        type("metadata.labels.app", "", KeyCode.ENTER);
        assertThat(file("web.yaml")).isEqualTo(WEB_TEXT.replace("app: web, tier", "app: \"\", tier"));
        undoneAndRedone(before);

        Project after = state();
        typeInto("new-metadata.labels", "tier", KeyCode.ENTER);
        assertThat(problems()).anyMatch(text -> text.contains("tier"));
        typeInto("new-metadata.labels", "", KeyCode.ENTER);
        assertThat(problems()).isEmpty();
        typeInto("key-metadata.labels.app", "tier", KeyCode.ENTER);
        assertThat(problems()).anyMatch(text -> text.contains("tier"));
        push(KeyCode.ESCAPE);
        assertThat(problems()).isEmpty();
        assertThat(contents(state())).isEqualTo(contents(after));
    }

    @Test
    void aRenamedKeyKeepsTheFocus() {
        Project before = state();

        typeInto("key-metadata.labels.app", "name", KeyCode.ENTER);

        assertThat(file("web.yaml")).contains("labels: {name: web, tier: \"\"} # of the shop");
        assertThat(onScreen(() -> node("key-metadata.labels.name").isFocused())).isTrue();
        undoneAndRedone(before);
    }

    @Test
    void aRenamedObjectKeepsItsFormAndTheSelection() {
        Project before = state();
        String resources = "section-spec.containers[0].resources";
        open(resources);
        Node section = node(resources);

        type("metadata.name", "shop", KeyCode.ENTER);
        ResourceId renamed = new ResourceId("", "Pod", "default", "shop");
        assertThat(onScreen(() -> workspace().selection().objects())).containsExactly(renamed);
        assertThat(node(resources)).isSameAs(section);
        assertThat(onScreen(() -> field("metadata.name").isFocused())).isTrue();

        undoneAndRedone(before);
        interact(() -> workspace().document().undo());
        assertThat(onScreen(() -> workspace().selection().objects())).containsExactly(WEB);
        assertThat(node(resources)).isSameAs(section);
        assertThat(((TitledPane) section).isExpanded()).isTrue();
    }

    @Test
    void aTextThatIsBrokenForAMomentKeepsTheForm() {
        String resources = "section-spec.containers[0].resources";
        open(resources);
        Node section = node(resources);
        int at = WEB_TEXT.indexOf("labels: {") + 9;

        interact(() -> workspace().perform(new Edit.ChangeText("web.yaml", new TextEdit(at, at, "{"))));
        assertThat(onScreen(() -> section.isDisabled())).isTrue();
        assertThat(problems()).isNotEmpty();
        interact(() -> workspace().perform(new Edit.ChangeText("web.yaml", new TextEdit(at, at + 1, ""))));

        assertThat(node(resources)).isSameAs(section);
        assertThat(onScreen(() -> ((TitledPane) section).isExpanded() && !section.isDisabled()))
                .isTrue();
    }

    @Test
    void whatIsEditedStaysInPlaceWhenTheFormGrowsAboveIt() {
        interact(() -> field("spec.containers[1].image").requestFocus());
        InspectorView inspector = onScreen(() -> lookup(".inspector").queryAs(InspectorView.class));
        interact(() -> inspector.setVvalue(0.5));
        TextInputControl image = (TextInputControl) field("spec.containers[1].image");
        interact(() -> image.positionCaret(2));
        double before = onScreen(() -> image.localToScreen(0, 0).getY());

        interact(() ->
                workspace().perform(new Edit.SetField(WEB, FieldPath.of("metadata", "labels", "another"), "label")));

        assertThat(onScreen(() -> image.localToScreen(0, 0).getY())).isEqualTo(before);
        assertThat(onScreen(() -> image.isFocused() && image.getCaretPosition() == 2))
                .isTrue();
    }

    @Test
    void aWholeSectionIsTakenAway() {
        Project before = state();

        press("remove-spec.containers[0].resources");

        assertThat(file("web.yaml")).isEqualTo(WEB_TEXT.replaceAll(" +resources:\n +limits:\n +cpu: 500m\n", ""));
        undoneAndRedone(before);
    }

    @Test
    void aDurationIsEnteredWithItsUnits() {
        Project before = state();

        type("spec.terminationGracePeriodSeconds", "1m30s", KeyCode.ENTER);

        assertThat(file("web.yaml")).isEqualTo(WEB_TEXT + "  terminationGracePeriodSeconds: 90\n");
        assertThat(shown("spec.terminationGracePeriodSeconds")).isEqualTo("90");
        undoneAndRedone(before);
    }

    @Test
    void aFieldOfAnyNameIsAddedToACustomResourceAndTakenAway() {
        select(SHOP);
        Project before = state();

        typeInto("further-spec", "open", KeyCode.ENTER);
        assertThat(problems()).anyMatch(text -> text.contains("open"));
        typeInto("further-spec", "size", KeyCode.ENTER);
        assertThat(contents(state())).isEqualTo(contents(before));
        type("spec.size", "3", KeyCode.TAB);
        assertThat(file("shop.yaml")).isEqualTo(SHOP_TEXT + "  size: 3\n");
        undoneAndRedone(before);

        type("spec.size", "", KeyCode.ENTER);
        assertThat(file("shop.yaml")).isEqualTo(SHOP_TEXT);
        press("remove-spec.nested");
        assertThat(file("shop.yaml")).isEqualTo(SHOP_TEXT.replace("  nested:\n    deep: x\n", ""));
    }

    @Test
    void aCustomResourceIsEditedByItsDefinition() {
        select(MARKET);
        Project before = state();

        open("section-spec");
        choose("spec.day", "friday");

        assertThat(file("market.yaml")).endsWith("  name: hall\nspec:\n  day: friday\n");
        undoneAndRedone(before);
    }

    private List<String> problems() {
        return onScreen(() -> lookup(".form-problem").queryAll().stream()
                .filter(label -> label.getParent().isVisible())
                .map(label -> ((Label) label).getText())
                .toList());
    }
}
