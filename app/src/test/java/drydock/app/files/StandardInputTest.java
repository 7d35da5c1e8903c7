package drydock.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.resource.ResourceId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A project that comes from another program's output.
class StandardInputTest extends WindowTest {

    private static final String PIPED = "# piped\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: piped\n";

    private final InputStream before = System.in;

    @BeforeEach
    void pipe() {
        System.setIn(new ByteArrayInputStream(PIPED.getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void restore() {
        System.setIn(before);
    }

    @Test
    void isShownAndSavedInAFileOfItsOwn() throws IOException {
        awaitFigures(SERVICE);
        interact(() -> window().open(List.of(Path.of("-"))));
        awaitFigures(new ResourceId("", "ConfigMap", "default", "piped"));

        Files.createDirectory(folder.resolve("chosen"));
        interact(() -> window().actions().stream()
                .filter(action -> action.id().equals("saveAs"))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
        awaitOnScreen("saved", () -> Files.exists(folder.resolve("chosen/manifests.yaml")));

        assertThat(Files.readString(folder.resolve("chosen/manifests.yaml"))).isEqualTo(PIPED);
        awaitOnScreen("no mark", () -> !workspace().document().history().isDirty());
    }
}
