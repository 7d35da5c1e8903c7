package drydock.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/// Figures as text on the clipboard that all programs of a display share.
class ClipboardIT extends DesktopTest {

    private static final String COPIED =
            "# from a web page\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n";

    @Test
    void figuresGoToOtherProgramsAsManifestsAndComeFromThem() throws Exception {
        Path project = project("shop");
        SortedMap<String, String> before = files(project);
        start("shop – Drydock", project);
        Beside other = startBeside();

        XWindow window = toWindow("shop – Drydock");
        input().click(CANVAS_X, CANVAS_Y);
        input().keys("Control_L", "a");
        display().windows().settle(window);
        input().keys("Control_L", "c");
        String copied = await("a copy", () -> Optional.of(other.paste()).filter(text -> !text.isEmpty()));
        assertThat(copied)
                .contains("# One stable entry to every Pod")
                .contains("kind: Service\n", "kind: ReplicationController\n");

        other.copy(COPIED);
        toWindow("shop – Drydock");
        input().keys("Control_L", "v");
        save("shop – Drydock");
        SortedMap<String, String> after = files(project);
        assertThat(String.join("", after.values())).contains("# from a web page", "name: settings");

        undo("shop – Drydock");
        save("shop – Drydock");
        assertThat(files(project)).isEqualTo(before);
        redo("shop – Drydock");
        save("shop – Drydock");
        assertThat(files(project)).isEqualTo(after);
    }

    @Test
    void whatIsNoManifestIsNotPasted() throws Exception {
        Path project = project("shop");
        start("shop – Drydock", project);
        Beside other = startBeside();

        other.copy("just a sentence");
        XWindow window = toWindow("shop – Drydock");
        input().click(CANVAS_X, CANVAS_Y);
        input().keys("Control_L", "v");
        display().windows().settle(window);

        assertThat(window("shop – Drydock")).isPresent();
        assertThat(files(project)).isEqualTo(files(SAMPLE));
    }
}
