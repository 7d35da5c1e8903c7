package drydock.app.problems;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.edit.Edit;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Advice is given unless it is not wanted.
class AdviceTest extends WindowTest {

    private static final ResourceId WEB = new ResourceId("", "Pod", "default", "web");

    @Override
    protected void writeProject(Path project) throws IOException {
        Files.writeString(project.resolve("web.yaml"), """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
            spec:
              containers:
              - name: web
                image: nginx:latest
                ports:
                - containerPort: 80
            """);
    }

    @BeforeEach
    void open() {
        awaitFigures(WEB);
        bringProblems();
    }

    @Test
    void aClickHidesAdviceInTheWholeWindowAndAnotherBringsItBack() {
        clickOn("#problems-advice");

        assertThat(advice()).isEmpty();
        assertThat(rows()).isZero();
        assertThat(lookup("#status-advice").query().isVisible()).isFalse();

        clickOn("#problems-advice");

        assertThat(advice()).isNotEmpty();
        assertThat(rows()).isPositive();
        assertThat(lookup("#status-advice").query().isVisible()).isTrue();
    }

    @Test
    void fixingAllLeavesAdviceThatIsNotWantedAlone() {
        interact(() -> workspace().perform(new Edit.AddFile("shop.yaml", """
            apiVersion: v1
            kind: Service
            metadata:
              name: shop
            spec:
              selector: {app: nobody}
              externalTrafficPolicy: Local
              ports:
              - port: 80
            """)));
        awaitOnScreen(
                "an error",
                () -> workspace().findingsProperty().get().stream()
                        .anyMatch(finding -> finding.severity() == Severity.ERROR));
        assertThat(advice()).anyMatch(finding -> !finding.fixes().isEmpty());
        String before = state().file("web.yaml").orElseThrow().text();

        clickOn("#problems-advice").clickOn("#problems-fix-all").clickOn("Fix");

        awaitOnScreen(
                "mended",
                () -> workspace().findingsProperty().get().stream()
                        .noneMatch(finding -> finding.severity() == Severity.ERROR));
        assertThat(state().file("web.yaml").orElseThrow().text()).isEqualTo(before);
    }

    @Test
    void thatNoAdviceIsWantedIsRemembered() {
        clickOn("#problems-advice");

        openAgain();
        awaitFigures(WEB);

        assertThat(onScreen(() -> workspace().adviceProperty().get())).isFalse();
        awaitOnScreen(
                "a check",
                () -> !workspace()
                        .checkedProperty()
                        .get()
                        .validation()
                        .findings()
                        .isEmpty());
        assertThat(advice()).isEmpty();
    }

    private void bringProblems() {
        interact(
                () -> lookup("#tabs-below").<TabPane>query().getSelectionModel().select(1));
        awaitOnScreen("advice", () -> !advice().isEmpty());
    }

    private List<Finding> advice() {
        return onScreen(() -> workspace().findingsProperty().get().stream()
                .filter(finding -> finding.severity() == Severity.ADVICE)
                .toList());
    }

    private int rows() {
        return onScreen(
                () -> lookup("#problems").<TableView<?>>query().getItems().size());
    }
}
