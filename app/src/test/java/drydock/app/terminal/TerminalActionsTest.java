package drydock.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.action.Action;
import drydock.app.session.KnownRights;
import drydock.app.task.Tasks;
import drydock.app.testing.ContainerSession;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.render.theme.Theme;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class TerminalActionsTest {

    private static final Pod POD = new PodBuilder()
            .withNewMetadata()
            .withNamespace("shop")
            .withName("web-0")
            .withUid("1")
            .endMetadata()
            .withNewStatus()
            .withPhase("Running")
            .endStatus()
            .build();

    private final Workspace workspace = new Workspace(Tasks.inPlace());
    private final ContainerSession session = new ContainerSession();
    private final Action terminal = new TerminalActions(
                    workspace,
                    new KnownRights(InstantSource.system()),
                    new TerminalTabs(workspace, new SimpleObjectProperty<>(Theme.LIGHT), _ -> {}))
            .terminal();

    @Test
    void unlockingTheClusterIsEnoughForATerminalInThePodThatIsSelected() {
        session.put(POD);
        session.writable().set(false);
        workspace.look(session);
        workspace.selection().select(List.of(ResourceId.of(POD)));
        assertThat(terminal.enabled().get()).isFalse();

        session.writable().set(true);

        assertThat(terminal.enabled().get()).isTrue();
    }
}
