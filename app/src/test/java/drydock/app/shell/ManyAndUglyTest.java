package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A thousand objects, with a broken file, Chinese text and names as long as they may be among them.
class ManyAndUglyTest extends WindowTest {

    private static final int MANY = 1000;
    private static final String LONG = "n".repeat(253);

    @Override
    protected void writeProject(Path project) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            text.append("---\napiVersion: v1\nkind: Pod\nmetadata: {name: p")
                    .append(i)
                    .append("}\nspec:\n  containers: [{name: c, image: nginx}]\n");
        }
        Files.writeString(project.resolve("many.yaml"), text);
        Files.writeString(project.resolve("broken.yaml"), "kind: [\n");
        Files.writeString(
                project.resolve("说明.yaml"),
                "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: %s\n  annotations: {说明: 第一个服务}\n".formatted(LONG));
    }

    @Test
    void allAreDrawnAndTheBrokenFileIsAProblemOfItsOwn() {
        ResourceId longest = new ResourceId("", "ConfigMap", "default", LONG);
        awaitFigures(new ResourceId("", "Pod", "default", "p0"), longest);

        assertThat(onScreen(() -> figures("Pod").size())).isEqualTo(MANY);
        assertThat(onScreen(() -> figure(longest).orElseThrow().bounds().width()))
                .isLessThan(500);
        awaitOnScreen(
                "the problem",
                () -> workspace().findingsProperty().get().stream()
                        .anyMatch(finding -> finding.file().equals("broken.yaml") && finding.line() > 0));
    }

    @Test
    void oneOfThemIsSelectedEditedAndTakenBack() {
        ResourceId last = new ResourceId("", "Pod", "default", "p999");
        awaitFigures(last);
        interact(() -> workspace().selection().select(java.util.List.of(last)));
        Rect before = onScreen(() -> figure(last).orElseThrow().bounds());

        enter("spec.containers[0].image", "redis:8");

        awaitOnScreen("drawn", () -> writing(figure(last).orElseThrow()).contains("redis"));
        assertThat(onScreen(() -> figure(last).orElseThrow().bounds())).isEqualTo(before);
        clickOn("#editor-text").push(KeyCode.CONTROL, KeyCode.Z);
        awaitOnScreen(
                "taken back",
                () -> ((TextInputControl) field("spec.containers[0].image"))
                        .getText()
                        .equals("nginx"));
    }
}
