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
    private final TerminalActions actions = new TerminalActions(
            workspace,
            new KnownRights(InstantSource.system()),
            new TerminalTabs(workspace, new SimpleObjectProperty<>(Theme.LIGHT), _ -> {}));
    private final Action terminal = actions.terminal();

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

    @Test
    void whoMayNotGetIsToldSoAndWhoMayOnlyCreateThatThatIsNotEnough() {
        session.put(POD);
        workspace.look(session);
        session.allow(_ -> false);
        assertThat(offered()).isEqualTo("Open a terminal (you may not get pods/exec here)");

        session.allow(right -> right.verb().equals("create"));
        assertThat(offered())
                .isEqualTo("Open a terminal (you may create pods/exec here, but not get it, which it needs)");

        session.allow(right -> right.verb().equals("get"));
        assertThat(offered())
                .as("servers since 1.35 want both")
                .isEqualTo("Open a terminal (you may not create pods/exec here)");

        session.allow(_ -> true);
        assertThat(offered()).isEqualTo("Open a terminal");
    }

    /// What the menu of the Pod offers to somebody whose rights were not asked for yet.
    private String offered() {
        TerminalActions anew = new TerminalActions(
                workspace,
                new KnownRights(InstantSource.system()),
                new TerminalTabs(workspace, new SimpleObjectProperty<>(Theme.LIGHT), _ -> {}));
        List<Action> asked = anew.actionsFor(ResourceId.of(POD));
        assertThat(asked).hasSize(1);
        Action offered = anew.actionsFor(ResourceId.of(POD)).getFirst();
        return offered.text().getValue();
    }
}
