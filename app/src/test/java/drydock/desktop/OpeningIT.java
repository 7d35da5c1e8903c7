package drydock.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/// Opening, saving and exporting through the system's own choosers.
class OpeningIT extends DesktopTest {

    @Test
    void aFolderIsChosenAndOpenedAndAChooserThatIsLeftChangesNothing() throws Exception {
        Path project = project("shop");
        start("Drydock");

        input().keys("Control_L", "o");
        XWindow chooser = toWindow("A folder with manifests");
        input().keys("Escape");
        awaitGone(chooser);
        toWindow("Drydock");
        input().keys("Control_L", "o");
        choose("A folder with manifests", project);

        toWindow("shop – Drydock");
        assertThat(files(project)).isEqualTo(files(SAMPLE));
    }

    @Test
    void filesAreChosenAndOpened() throws Exception {
        Path project = project("shop");
        start("Drydock");

        input().keys("Control_L", "Shift_L", "o");
        choose("Manifests", project.resolve("05-nginx-rc1.yaml"));

        toWindow("shop – Drydock");
        assertThat(files(project)).isEqualTo(files(SAMPLE));
    }

    @Test
    void aProjectIsSavedInAnotherFolder() throws Exception {
        Path project = project("shop");
        Path copy = Files.createDirectory(folder.resolve("copy"));
        start("shop – Drydock", project);

        input().keys("Control_L", "Shift_L", "s");
        choose("A folder with manifests", copy);

        toWindow("copy – Drydock");
        SortedMap<String, String> saved = files(copy);
        saved.remove("drydock.json");
        assertThat(files(project)).containsAllEntriesOf(saved);
        assertThat(saved).hasSize(2);
    }

    @Test
    void thePictureIsExportedIntoTheFileThatWasChosen() throws Exception {
        Path project = project("shop");
        Path picture = folder.resolve("shop.svg");
        start("shop – Drydock", project);

        input().keys("Control_L", "e");
        answer("Export");
        choose("Export", picture);

        await("the picture", () -> Optional.of(picture).filter(Files::exists));
        assertThat(Files.readString(picture)).contains("<svg", "oldboyedu-nginx-svc");
        assertThat(files(project)).isEqualTo(files(SAMPLE));
    }
}
