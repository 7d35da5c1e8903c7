package drydock.app.clipboard;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.action.Action;
import drydock.app.canvas.CanvasView;
import drydock.app.task.Tasks;
import drydock.app.testing.FxTest;
import drydock.app.workspace.Workspace;
import drydock.model.edit.Edit;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

class ClipboardActionsTest extends FxTest {

    private static final ResourceId SETTINGS = ResourceId.of(Kinds.CONFIG_MAP, "default", "settings");

    private final Workspace workspace = new Workspace(Tasks.inPlace());
    private List<Action> actions = List.of();

    @Override
    protected Scene scene() {
        CanvasView canvas = new CanvasView(workspace);
        actions = new ClipboardActions(workspace, canvas).actions();
        return new Scene(canvas);
    }

    @Test
    void whatIsOnlyInAClusterIsNeitherCutNorCopiedNorDuplicated() {
        interact(() -> workspace.selection().select(List.of(SETTINGS)));

        assertThat(onScreen(() -> possible())).containsExactly("paste");
        assertThat(onScreen(() -> actions.getFirst().need())).contains("Select an object of the project first");

        interact(() -> workspace.perform(new Edit.AddObject("settings.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
            """), "edit.paste"));
        interact(() -> workspace.selection().select(List.of(SETTINGS)));
        assertThat(onScreen(() -> possible())).containsExactly("cut", "copy", "paste", "duplicate");
    }

    private List<String> possible() {
        return actions.stream()
                .filter(action -> action.enabled().get())
                .map(Action::id)
                .toList();
    }
}
