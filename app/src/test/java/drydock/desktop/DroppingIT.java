package drydock.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/// Files and folders that are dragged from another program and dropped on the window.
class DroppingIT extends DesktopTest {

    private static final String QUESTION = "Files were dropped";

    @Test
    void aFolderIsOpenedByAnEmptyWindow() throws Exception {
        Path project = project("shop");
        start("Drydock");
        Beside desktop = startBeside();

        assertThat(desktop.drag(List.of(project), CANVAS_X, CANVAS_Y)).isTrue();

        toWindow("shop – Drydock");
        assertThat(files(project)).isEqualTo(files(SAMPLE));
    }

    @Test
    void aFileSeveralFilesAndAFolderAreAddedToTheProject() throws Exception {
        Path project = project("shop");
        SortedMap<String, String> before = files(project);
        Path one = manifest("desk/one.yaml", "one");
        Path two = manifest("desk/two.yaml", "two");
        Path inFolder = manifest("desk/more/three.yaml", "three");
        start("shop – Drydock", project);
        Beside desktop = startBeside();

        added(desktop, project, before, List.of(one), "one.yaml");
        added(desktop, project, before, List.of(one, two), "one.yaml", "two.yaml");
        added(desktop, project, before, List.of(inFolder.getParent()), "three.yaml");
        assertThat(files(folder.resolve("desk"))).hasSize(3);
    }

    @Test
    void whatIsNoManifestIsToldAndNothingIsLost() throws Exception {
        Path project = project("shop");
        SortedMap<String, String> before = files(project);
        Path picture = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
        start("shop – Drydock", project);
        Beside desktop = startBeside();

        assertThat(desktop.drag(List.of(picture), CANVAS_X, CANVAS_Y)).isTrue();
        answer("This cannot be opened");

        toWindow("shop – Drydock");
        assertThat(files(project)).isEqualTo(before);
    }

    /// Drops files, adds them and saves; then the same after undo and after redo; in the end all is as before.
    private void added(
            Beside desktop, Path project, SortedMap<String, String> before, List<Path> dropped, String... names)
            throws IOException {
        assertThat(desktop.drag(dropped, CANVAS_X, CANVAS_Y)).isTrue();
        answer(QUESTION);
        save("shop – Drydock");
        SortedMap<String, String> after = files(project);
        assertThat(after).containsAllEntriesOf(before).hasSize(before.size() + names.length);
        assertThat(after).containsKeys(names);

        undo("shop – Drydock");
        save("shop – Drydock");
        assertThat(files(project)).isEqualTo(before);
        redo("shop – Drydock");
        save("shop – Drydock");
        assertThat(files(project)).isEqualTo(after);
        undo("shop – Drydock");
        save("shop – Drydock");
    }

    private Path manifest(String path, String name) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "   # kept\n");
    }
}
