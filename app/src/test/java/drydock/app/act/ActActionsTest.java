package drydock.app.act;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.action.Action;
import drydock.app.activity.Activities;
import drydock.app.activity.Activity;
import drydock.app.dialog.WindowDialogs;
import drydock.app.session.KnownRights;
import drydock.app.session.Right;
import drydock.app.settings.Settings;
import drydock.app.task.Tasks;
import drydock.app.workspace.Workspace;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActActionsTest {

    private static final ResourceId WEB = ResourceId.of(Kinds.DEPLOYMENT, "shop", "web");

    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace(Tasks.inPlace());
    private final OneObject session = new OneObject(Deployments.web(3, "nginx:1"));
    private final Activities activities = new Activities();

    @BeforeEach
    void look() {
        workspace.look(session);
        workspace.selection().select(List.of(WEB));
    }

    @Test
    void aMenuOffersWhatFitsTheKind() {
        assertThat(actions().actionsFor(WEB))
                .extracting(Action::id)
                .containsExactly("scale", "restart", "rollBack", "editObject", "deleteObject");
    }

    @Test
    void nothingCanBeDoneToAClusterThatIsLockedAndTheReasonIsSaid() {
        ActActions actions = actions();
        Action scale = named(actions.actions(), "scale");

        session.unlocked.set(false);

        assertThat(scale.enabled().get()).isFalse();
        assertThat(scale.need()).contains("The cluster is open for reading only: unlock it");
        assertThat(actions.lock()).isPresent();
        session.unlocked.set(true);
        assertThat(scale.enabled().get()).isTrue();
    }

    @Test
    void whatTheServerForbidsIsSaidAsItAnswered() {
        session.forbidden.add(new Right("update", Kinds.DEPLOYMENT, "scale", "shop"));
        ActActions actions = actions();

        Action scale = named(actions.actions(), "scale");

        assertThat(scale.enabled().get()).isFalse();
        assertThat(scale.need()).contains("You may not update deployments.apps/scale in the namespace shop");
        assertThat(named(actions.actionsFor(WEB), "scale").text().get()).isEqualTo("Scale… (not allowed to you)");
        assertThat(named(actions.actions(), "restart").enabled().get()).isTrue();
    }

    @Test
    void whatDoesNotFitTheSelectedObjectSaysSo() {
        Action drain = named(actions().actions(), "drain");

        assertThat(drain.enabled().get()).isFalse();
        assertThat(drain.need()).contains("This cannot be done to the selected object");
        workspace.selection().clear();
        assertThat(drain.need()).contains("Run a simulation or connect to a cluster, and select one object");
    }

    @Test
    void whatGoesOnInAClusterThatIsLeftEnds() {
        Activity activity = new Activity(session, "Drain node-1");
        boolean[] stopped = {false};
        activity.setOnStop(() -> stopped[0] = true);
        activities.add(activity);

        activities.leave(session);

        assertThat(stopped[0]).isTrue();
        assertThat(activity.stateProperty().get()).isEqualTo(Activity.State.STOPPED);
        assertThat(activity.textProperty().get()).contains("shop");
    }

    private ActActions actions() {
        return new ActActions(
                workspace,
                new KnownRights(InstantSource.system()),
                new WindowDialogs(ActActionsTest::none),
                Settings.in(folder.resolve("settings.properties")),
                activities,
                ActActionsTest::none);
    }

    private static Window none() {
        throw new IllegalStateException("nothing is shown");
    }

    private static Action named(List<Action> actions, String id) {
        return actions.stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
