package drydock.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/// A long file in which something is found on many lines.
class ManyMarksTest extends EditorWindowTest {

    private static final int OBJECTS = 400;
    private static final int LAST_IN_VIEW = 200;

    @Override
    String text() {
        return IntStream.range(0, OBJECTS).mapToObj("""
            apiVersion: v1
            kind: Pod
            metadata: {name: pod-%d}
            spec:
              containers:
              - name: shop
                image: nginx
            """::formatted).collect(Collectors.joining("---\n"));
    }

    @Test
    void onlyLinesInViewAreMadeAnewWhenWhatIsFoundChanges() {
        awaitOnScreen(
                "what is found", () -> workspace().findingsProperty().get().size() > OBJECTS);
        Set<Integer> made = new HashSet<>();
        interact(() -> {
            IntFunction<? extends Node> usual = area().getParagraphGraphicFactory();
            area().setParagraphGraphicFactory(line -> {
                made.add(line);
                return usual.apply(line);
            });
        });

        interact(() -> workspace().adviceProperty().set(false));
        interact(() -> workspace().adviceProperty().set(true));

        assertThat(onScreen(() -> Set.copyOf(made))).isNotEmpty().allMatch(line -> line < LAST_IN_VIEW);
        assertThat(inMargin(6, "problem-mark")).isPresent();
    }
}
