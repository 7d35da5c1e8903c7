package drydock.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import drydock.app.settings.Colours;
import drydock.app.settings.Grid;
import drydock.app.settings.Language;
import drydock.app.settings.Motion;
import drydock.app.settings.Preferences;
import drydock.app.settings.Settings;
import drydock.app.settings.TextSize;
import drydock.app.testing.WindowTest;
import drydock.model.placing.Placing;
import drydock.model.resource.QuantityUnits;
import drydock.model.resource.ResourceId;
import drydock.render.scene.Figure;
import drydock.render.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each preference is chosen in the dialog, is seen at once, and holds in the next window; Cancel takes it back.
class PreferencesTest extends WindowTest {

    private static final ResourceId QUOTA = new ResourceId("", "ResourceQuota", "default", "limits");
    private static final String QUOTA_TEXT = """
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: limits
        spec:
          hard:
            requests.cpu: 1500m
            requests.memory: 1536Mi
        """;

    @Override
    protected void writeProject(Path project) throws IOException {
        super.writeProject(project);
        Files.writeString(project.resolve("quota.yaml"), QUOTA_TEXT);
    }

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER, QUOTA);
    }

    @Test
    void coloursAreSeenAtOnceAndCancelTakesThemBack() {
        ask();
        choose("colours", Colours.DARK);
        assertThat(onScreen(() -> canvas().themeProperty().get())).isEqualTo(Theme.DARK);
        press("Cancel");
        assertThat(onScreen(() -> canvas().themeProperty().get())).isEqualTo(Theme.LIGHT);
        assertThat(kept()).isEqualTo(Preferences.USUAL);

        ask();
        choose("colours", Colours.DARK);
        press("OK");
        reopen();
        assertThat(onScreen(() -> canvas().themeProperty().get())).isEqualTo(Theme.DARK);
    }

    @Test
    void textsAreAsLargeAsIsWanted() {
        assertThat(size("#status-message")).isCloseTo(13, within(0.1));
        ask();
        choose("textSize", TextSize.PROJECTOR);
        awaitOnScreen("large", () -> size("#status-message") > 19.9);
        choose("editor", 28);
        awaitOnScreen("the editor, too", () -> editorTextSize() > 27.9);
        press("OK");

        reopen();
        awaitOnScreen("still large", () -> size("#status-message") > 19.9);
        awaitOnScreen("the editor, too", () -> editorTextSize() > 27.9);
    }

    @Test
    void figuresAreDraggedAndNudgedOnTheGridThatIsWanted() {
        ask();
        choose("step", 48);
        press("OK");
        reopen();

        dragHead(SERVICE, 61, 57);
        awaitOnScreen("on the grid", () -> x(SERVICE) % 48 == 0 && y(SERVICE) % 48 == 0);
        double left = x(SERVICE);
        interact(() -> canvas().requestFocus());
        push(KeyCode.RIGHT);
        awaitOnScreen("one step on", () -> x(SERVICE) == left + 48);

        ask();
        interact(() -> check("snaps").setSelected(false));
        press("OK");
        dragHead(SERVICE, 21, 17);
        awaitOnScreen("beside the grid", () -> x(SERVICE) % 48 != 0);
        assertThat(kept().grid()).isEqualTo(new Grid(false, 48, true));
    }

    @Test
    void amountsAreShownInOtherUnitsAndStayAsTheyAreWritten() {
        interact(() -> workspace().selection().select(List.of(QUOTA)));
        assertThat(writing(figure(QUOTA).orElseThrow())).contains("1500m", "1536Mi");
        ask();
        choose("cpu", QuantityUnits.Cpu.CORES);
        choose("bytes", QuantityUnits.Bytes.BINARY);
        awaitOnScreen("the card", () -> writing(figure(QUOTA).orElseThrow()).contains("1.5Gi"));
        press("OK");

        TextField memory = (TextField) field("spec.hard[requests.memory]");
        assertThat(memory.getText()).isEqualTo("1.5");
        clickOn(memory).push(KeyCode.TAB);
        assertThat(state().file("quota.yaml").orElseThrow().text()).isEqualTo(QUOTA_TEXT);

        enter("spec.hard[requests.cpu]", "2");
        awaitOnScreen(
                "written",
                () -> state().file("quota.yaml")
                        .orElseThrow()
                        .text()
                        .matches("(?s).*requests.cpu: \"?2\"?\\n.*1536Mi.*"));
    }

    @Test
    void motionIsAsItIsWantedAndElseAsTheSystemHasIt() {
        ask();
        choose("motion", Motion.NEVER);
        assertThat(isReduced()).isTrue();
        press("OK");
        reopen();
        assertThat(isReduced()).isTrue();

        ask();
        choose("motion", Motion.ALWAYS);
        assertThat(isReduced()).isFalse();
        choose("motion", Motion.SYSTEM);
        boolean system = onScreen(() -> Platform.getPreferences().isReducedMotion());
        assertThat(isReduced()).isEqualTo(system);
        press("OK");
    }

    @Test
    void gridMinimapAndTheFilesOfNewObjectsAreKept() {
        ask();
        interact(() -> {
            check("grid").setSelected(false);
            check("minimap").setSelected(false);
        });
        choose("placing", Placing.ONE_FILE);
        press("OK");
        reopen();

        assertThat(kept())
                .isEqualTo(Preferences.USUAL
                        .on(Grid.USUAL.showing(false))
                        .withMinimap(false)
                        .withPlacing(Placing.ONE_FILE));
        interact(() -> canvas().zoom(6));
        awaitFigures(QUOTA);
        assertThat(onScreen(() -> lookup("#minimap").query().isVisible())).isFalse();
        clickOn("#palette-search").write("configmap").push(KeyCode.ENTER);
        awaitOnScreen("in one file", () -> state().files().containsKey("manifests.yaml"));
    }

    @Test
    void anotherLanguageIsSpokenByTheNextWindowWhichIsOffered() {
        ask();
        choose("language", Language.CHINESE);
        press("OK");
        awaitOnScreen("the offer", () -> lookup("Open again now").tryQuery().isPresent());
        press("Open again now");

        awaitOnScreen("opened again", () -> reopened().isPresent());
        assertThat(reopened()).contains(List.of(project()));
        assertThat(kept().language()).isEqualTo(Language.CHINESE);
    }

    @Test
    void withUnsavedWorkAnotherLanguageWaitsForTheNextStart() {
        clickOn(head(CONTROLLER));
        enter("spec.replicas", "7");
        ask();
        choose("language", Language.CHINESE);
        press("OK");
        awaitOnScreen("told", () -> lookup("Close").tryQuery().isPresent());
        press("Close");

        assertThat(reopened()).isEmpty();
        assertThat(text("#editor-text")).contains("replicas: 7");
    }

    @Test
    void theDefaultsAreBroughtBack() {
        ask();
        choose("textSize", TextSize.LARGE);
        press("OK");
        ask();
        press("Restore defaults");
        press("OK");

        assertThat(kept()).isEqualTo(Preferences.USUAL);
    }

    private void ask() {
        push(KeyCode.CONTROL, KeyCode.COMMA);
        awaitOnScreen(
                "the dialog", () -> lookup("#preferences-colours").tryQuery().isPresent());
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String field, T value) {
        interact(() -> ((ComboBox<T>) lookup("#preferences-" + field).queryAs(ComboBox.class)).setValue(value));
    }

    private CheckBox check(String field) {
        return lookup("#preferences-" + field).queryAs(CheckBox.class);
    }

    private void press(String button) {
        interact(() -> lookup(
                        (Node node) -> node instanceof Button b && b.getText().equals(button))
                .queryButton()
                .fire());
    }

    private Preferences kept() {
        return Settings.in(folder.resolve("settings.properties")).preferences();
    }

    private void reopen() {
        openAgain();
        awaitFigures(SERVICE, CONTROLLER, QUOTA);
    }

    private void dragHead(ResourceId object, double right, double down) {
        Point2D from = head(object);
        drag(from).moveTo(from.add(10, 10)).dropTo(from.add(right, down));
    }

    private double x(ResourceId object) {
        return figure(object).map(Figure::bounds).orElseThrow().x();
    }

    private double y(ResourceId object) {
        return figure(object).map(Figure::bounds).orElseThrow().y();
    }

    private boolean isReduced() {
        return onScreen(() -> window().scene().getPreferences().isReducedMotion());
    }

    private double size(String label) {
        return lookup(label).queryAs(Label.class).getFont().getSize();
    }

    private double editorTextSize() {
        return lookup("#editor-text").query().lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getFont().getSize())
                .findFirst()
                .orElse(0.0);
    }
}
