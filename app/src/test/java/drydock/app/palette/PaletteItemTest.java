package drydock.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.task.Tasks;
import drydock.app.workspace.Workspace;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteItemTest {

    private final Workspace workspace = new Workspace(Tasks.inPlace());
    private final NewObjects objects = new NewObjects(workspace);

    static java.util.List<PaletteItem> items() {
        return PaletteItem.all();
    }

    @ParameterizedTest
    @MethodSource("items")
    void aNewObjectIsReadWithoutAProblemUnderItsName(PaletteItem item) {
        ManifestFile file = ManifestFile.parse("new.yaml", item.manifest("some-name"));

        assertThat(file.problems()).isEmpty();
        assertThat(file.documents()).hasSize(1);
        assertThat(file.documents().getFirst().id()).contains(ResourceId.of(item.kind(), "default", "some-name"));
        assertThat(file.documents().getFirst().object()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("items")
    void aSecondObjectHasAnotherNameAndFile(PaletteItem item) {
        objects.add(item, Optional.empty());
        objects.add(item, Optional.of(new Point(80, 160)));

        assertThat(workspace.document().project().files()).hasSize(2);
        assertThat(workspace.document().project().objects()).hasSize(2);
        ResourceId second = workspace.selection().single().orElseThrow();
        assertThat(second.name()).endsWith("-2");
        assertThat(workspace.document().project().diagram().position(second)).isPresent();
    }

    @Test
    void addingIsOneStepThatCanBeUndone() {
        objects.add(PaletteItem.all().getFirst(), Optional.of(new Point(8, 8)));

        workspace.document().undo();

        assertThat(workspace.document().project().files()).isEmpty();
        assertThat(workspace.document().project().diagram().positions()).isEmpty();
    }
}
