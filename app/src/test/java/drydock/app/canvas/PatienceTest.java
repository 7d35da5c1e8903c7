package drydock.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Project BEFORE = project("a: 1");
    private static final Project TYPED = project("a: 12");
    private static final Project TYPED_ON = project("a: 123");

    private final Patience patience = new Patience();

    @Test
    void whatIsTypedWaitsForItsCheck() {
        assertThat(patience.waits(BEFORE, BEFORE, 0)).isFalse();
        assertThat(patience.waits(TYPED, BEFORE, 1)).isTrue();
        assertThat(patience.waits(TYPED, TYPED, 2)).isFalse();
    }

    @Test
    void aCheckThatTakesLongIsWaitedForOnce() {
        assertThat(patience.waits(TYPED, BEFORE, 0)).isTrue();
        assertThat(patience.waits(TYPED, BEFORE, Patience.NANOS)).isFalse();
        assertThat(patience.waits(TYPED, BEFORE, Patience.NANOS + 1)).isFalse();
    }

    @Test
    void whoeverTypesOnAndOnIsShown() {
        assertThat(patience.waits(TYPED, BEFORE, 0)).isTrue();
        assertThat(patience.waits(TYPED_ON, BEFORE, Patience.NANOS)).isFalse();
        assertThat(patience.waits(TYPED, BEFORE, Patience.NANOS + 1)).isTrue();
    }

    private static Project project(String text) {
        return Project.of(List.of(ManifestFile.parse("a.yaml", text)), DiagramFile.ABSENT);
    }
}
