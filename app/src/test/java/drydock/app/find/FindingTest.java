package drydock.app.find;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.resource.ResourceId;
import drydock.model.search.Hit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Objects are found on the canvas by what they say.
class FindingTest extends WindowTest {

    @Override
    protected void writeProject(Path project) throws IOException {
        super.writeProject(project);
        Files.writeString(
                project.resolve("many.yaml"),
                IntStream.range(0, 17).mapToObj(i -> """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: part-%d, labels: {app: shop}}
                    data: {motto: "商店 %d"}
                    """.formatted(i, i)).collect(Collectors.joining("---\n")));
    }

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER, part(16));
    }

    @Test
    void whatIsTypedIsCountedListedAndWalkedWithEnter() {
        clickOn(head(SERVICE)).push(KeyCode.CONTROL, KeyCode.F).write("cm app=shop");
        awaitCount("17");
        assertThat(selected()).containsExactly(SERVICE);

        push(KeyCode.ENTER);
        assertThat(count()).isEqualTo("1 of 17");
        ResourceId first = selected().getFirst();
        assertThat(hits().getFirst().object()).isEqualTo(first);
        push(KeyCode.F3);
        assertThat(count()).isEqualTo("2 of 17");
        assertThat(selected()).containsExactly(hits().get(1).object());
        push(KeyCode.SHIFT, KeyCode.ENTER);
        push(KeyCode.SHIFT, KeyCode.F3);
        assertThat(count()).isEqualTo("17 of 17");
        assertThat(hits()).hasSize(17);
    }

    @Test
    void escapeClosesTheFieldAndGivesTheFocusBack() {
        clickOn(head(SERVICE)).push(KeyCode.CONTROL, KeyCode.F).write("rc");
        awaitCount("1 found");
        push(KeyCode.ESCAPE);

        assertThat(lookup("#find-bar").query().isVisible()).isFalse();
        assertThat(onScreen(() -> canvas().isFocused())).isTrue();
        assertThat(selected()).containsExactly(SERVICE);

        push(KeyCode.CONTROL, KeyCode.F);
        awaitCount("1 found");
        assertThat(focused().getId()).isEqualTo("find-field");
        write("nothing like it");
        awaitCount("nothing found");
    }

    @Test
    void whatWasFoundIsShownFromSoNearThatItCanBeRead() {
        interact(() -> canvas().look(canvas().viewport().scaledTo(0.02, 0, 0)));
        clickOn(onCanvas(0.5, 0.9)).push(KeyCode.CONTROL, KeyCode.F).write("motto:商店");
        awaitCount("17");
        write(" 5");
        awaitCount("2");
        push(KeyCode.ENTER);

        awaitOnScreen("near", () -> canvas().viewport().scale() > 0.3);
        assertThat(onScreen(() -> canvas().viewport()
                        .visible(canvas().getWidth(), canvas().getHeight())
                        .contains(figure(selected().getFirst()).orElseThrow().bounds())))
                .isTrue();
    }

    @Test
    void aClickOnALineOfTheListGoesThere() {
        push(KeyCode.CONTROL, KeyCode.F).write("oldboyedu");
        awaitCount("2 found");
        Node second = lookup("#find-hits .find-hit").nth(1).query();
        clickOn(second);

        assertThat(count()).isEqualTo("2 of 2");
        assertThat(selected()).containsExactly(hits().get(1).object());
    }

    @Test
    void anEditShowsInWhatIsFound() {
        push(KeyCode.CONTROL, KeyCode.F).write("replicas:9");
        awaitCount("nothing found");
        interact(() -> workspace().selection().select(List.of(CONTROLLER)));
        enter("spec.replicas", "9");
        awaitCount("1 found");
    }

    private static ResourceId part(int number) {
        return new ResourceId("", "ConfigMap", "default", "part-" + number);
    }

    private void awaitCount(String beginning) {
        awaitOnScreen(beginning, () -> count().startsWith(beginning));
    }

    private String count() {
        return lookup("#find-count").queryAs(Label.class).getText();
    }

    private Node focused() {
        return onScreen(() -> window().scene().getFocusOwner());
    }

    private List<ResourceId> selected() {
        return onScreen(() -> workspace().selection().objects());
    }

    private List<Hit> hits() {
        ListView<Hit> list = lookup("#find-hits").queryListView();
        return onScreen(() -> List.copyOf(list.getItems()));
    }
}
