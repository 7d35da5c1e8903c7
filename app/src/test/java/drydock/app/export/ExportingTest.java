package drydock.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.manifest.ManifestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportingTest extends WindowTest {

    @BeforeEach
    void open() {
        awaitFigures(SERVICE, CONTROLLER);
        interact(() -> canvas().requestFocus());
    }

    @Test
    void thePictureIsWrittenWithALegend() throws IOException {
        export(ExportFormat.SVG, () -> check("#export-legend").setSelected(true));
        String svg = Files.readString(awaitFile("project.svg"));
        assertThat(svg).startsWith("<").contains("oldboyedu-nginx", "selects");
    }

    @Test
    void onlyTheSelectionIsDrawn() throws IOException {
        interact(() -> workspace().selection().select(List.of(SERVICE)));
        export(ExportFormat.SVG, () -> check("#export-selection").setSelected(true));
        assertThat(Files.readString(awaitFile("project.svg")))
                .contains("oldboyedu-nginx-svc")
                .doesNotContain("ReplicationController");
    }

    @Test
    void aPdfOfAllOrOfTheSelectionCanBeSearched() throws IOException {
        export(ExportFormat.PDF, () -> check("#export-legend").setSelected(true));
        assertThat(textOf(awaitFile("project.pdf")))
                .contains("oldboyedu-nginx-svc", "ReplicationController", "selects");
        Files.delete(folder.resolve("project.pdf"));

        interact(() -> workspace().selection().select(List.of(SERVICE)));
        export(ExportFormat.PDF, () -> check("#export-selection").setSelected(true));
        assertThat(textOf(awaitFile("project.pdf")))
                .contains("oldboyedu-nginx-svc")
                .doesNotContain("ReplicationController");
    }

    private static String textOf(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("project");
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void aPngHasTheScaleThatWasAskedFor() throws IOException {
        export(ExportFormat.PNG, () -> scale().getValueFactory().setValue(1.0));
        int width = ImageIO.read(awaitFile("project.png").toFile()).getWidth();
        Files.delete(folder.resolve("project.png"));
        export(ExportFormat.PNG, () -> scale().getValueFactory().setValue(3.0));
        assertThat(ImageIO.read(awaitFile("project.png").toFile()).getWidth()).isBetween(3 * width - 3, 3 * width + 3);
    }

    @Test
    void aPictureThatIsTooLargeIsRefusedWithTheLargestScaleThatFits() {
        interact(() -> workspace()
                .perform(new drydock.model.edit.Edit.MoveFigures(
                        java.util.Map.of(SERVICE, new drydock.model.diagram.Position(90_000, 90_000)))));
        awaitOnScreen("moved", () -> figure(SERVICE).orElseThrow().bounds().x() == 90_000);
        export(ExportFormat.PNG, () -> {});
        awaitOnScreen("told", () -> lookup("Close").tryQuery().isPresent());
        clickOn("Close");
        assertThat(folder.resolve("project.png")).doesNotExist();
    }

    @Test
    void manifestsAreWrittenInManyFilesWithAKustomization() throws IOException {
        Files.createDirectory(folder.resolve("chosen"));
        export(ExportFormat.MANY_FILES, () -> check("#export-kustomization").setSelected(true));
        Path kustomization = awaitFile("chosen/kustomization.yaml");
        awaitOnScreen("said", () -> workspace().messageProperty().get().contains("3 files"));
        assertThat(Files.readString(kustomization)).contains("- default/service-oldboyedu-nginx-svc.yaml");
        String service = Files.readString(folder.resolve("chosen/default/service-oldboyedu-nginx-svc.yaml"));
        assertThat(service).contains("# One stable entry").contains("kind: Service");

        export(ExportFormat.MANY_FILES, () -> {});
        awaitOnScreen("asked", () -> lookup("Replace").tryQuery().isPresent());
        clickOn("Cancel");
    }

    @Test
    void manifestsMermaidAndDotAreWritten() throws IOException {
        export(ExportFormat.ONE_FILE, () -> {});
        Path yaml = awaitFile("project.yaml");
        assertThat(ManifestFile.read("project.yaml", Files.readAllBytes(yaml)).documents())
                .hasSize(2);
        export(ExportFormat.MERMAID, () -> {});
        assertThat(Files.readString(awaitFile("project.mmd")))
                .startsWith("flowchart LR")
                .contains("-.->|selects|");
        export(ExportFormat.DOT, () -> {});
        assertThat(Files.readString(awaitFile("project.dot"))).startsWith("digraph");
    }

    @Test
    void whereNothingCanBeWrittenTheUserIsToldAndNothingIsLeft() throws IOException {
        Files.createDirectory(folder.resolve("project.dot"));
        Files.writeString(folder.resolve("project.dot/there"), "");
        export(ExportFormat.DOT, () -> {});
        awaitOnScreen("told", () -> lookup("Close").tryQuery().isPresent());
        clickOn("Close");
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.startsWith(".drydock"));
        }
    }

    private void export(ExportFormat format, Runnable choices) {
        push(KeyCode.CONTROL, KeyCode.E);
        awaitOnScreen("the dialog", () -> lookup("#export-format").tryQuery().isPresent());
        interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<ExportFormat> box = lookup("#export-format").queryAs(ComboBox.class);
            box.setValue(format);
            choices.run();
        });
        clickOn(exportButton());
    }

    private javafx.scene.Node exportButton() {
        return lookup((javafx.scene.Node node) ->
                        node instanceof javafx.scene.control.Button button && "Export".equals(button.getText()))
                .query();
    }

    private CheckBox check(String id) {
        return lookup(id).queryAs(CheckBox.class);
    }

    @SuppressWarnings("unchecked")
    private Spinner<Double> scale() {
        return lookup("#export-scale").queryAs(Spinner.class);
    }

    private Path awaitFile(String name) {
        Path file = folder.resolve(name);
        awaitOnScreen(name, () -> Files.isRegularFile(file));
        return file;
    }
}
