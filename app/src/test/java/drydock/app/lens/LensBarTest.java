package drydock.app.lens;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.dialog.WindowDialogs;
import drydock.app.observe.Lens;
import drydock.app.task.Tasks;
import drydock.app.testing.FxTest;
import drydock.app.testing.WatchedSession;
import drydock.app.workspace.Workspace;
import drydock.model.cluster.ClusterEvent;
import drydock.render.figure.Grouping;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.time.Instant;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LensBarTest extends FxTest {

    private final Tasks tasks = Tasks.inPlace();
    private final Workspace workspace = new Workspace(tasks);
    private final WatchedSession session = new WatchedSession(tasks, Instant.EPOCH);
    private final GroupingActions grouping = new GroupingActions(workspace, new WindowDialogs(this::window));

    @Override
    protected Scene scene() {
        return new Scene(new VBox(new LensBar(workspace, grouping)));
    }

    private Window window() {
        throw new IllegalStateException("nothing is asked");
    }

    @BeforeEach
    void look() {
        interact(() -> {
            workspace.look(session);
            session.observed()
                    .accept(new ClusterEvent.Added(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withNamespace("shop")
                            .withName("settings")
                            .addToLabels("team", "red")
                            .addToLabels("app", "web")
                            .endMetadata()
                            .build()));
            session.observed()
                    .accept(new ClusterEvent.Added(new ServiceBuilder()
                            .withNewMetadata()
                            .withNamespace("bank")
                            .withName("web")
                            .addToLabels("app", "web")
                            .addToLabels("pod-template-hash", "1")
                            .endMetadata()
                            .build()));
        });
    }

    @Test
    void whatThereIsCanBeChosenFrom() {
        assertThat(onScreen(() -> menu("#lens-namespaces").getText())).isEqualTo("All 2 namespaces");
        assertThat(onScreen(() -> menu("#lens-kinds").getText())).isEqualTo("All kinds");
        assertThat(onScreen(() -> LabelKeys.of(workspace))).containsExactly("app", "team");

        interact(() -> workspace.lensProperty().set(Lens.OPEN.in(Set.of("shop")).without(Set.of("Service"))));

        assertThat(onScreen(() -> menu("#lens-namespaces").getText())).isEqualTo("shop");
        assertThat(onScreen(() -> menu("#lens-kinds").getText())).isEqualTo("1 of 2 kinds");
    }

    @Test
    void theButtonsSetTheLensAndOneTakesAllBack() {
        interact(() -> {
            toggle("#lens-network").fire();
            toggle("#lens-troubled").fire();
        });
        assertThat(lens()).isEqualTo(Lens.OPEN.along(Lens.Path.NETWORK).onlyTroubled(true));

        interact(() -> lookup("#lens-reset").queryButton().fire());

        assertThat(lens()).isEqualTo(Lens.OPEN);
        assertThat(onScreen(() -> toggle("#lens-troubled").isSelected())).isFalse();
        assertThat(onScreen(() -> toggle("#lens-network").isSelected())).isFalse();
    }

    @Test
    void labelsThatAreNoSelectorAreMarkedAndChangeNothing() {
        TextField labels = lookup("#lens-labels").queryAs(TextField.class);
        interact(() -> {
            labels.setText("app in");
            labels.fireEvent(new ActionEvent());
        });
        assertThat(lens()).isEqualTo(Lens.OPEN);
        assertThat(onScreen(() -> labels.getPseudoClassStates().toString())).contains("wrong");

        interact(() -> {
            labels.setText("app=web");
            labels.fireEvent(new ActionEvent());
        });

        assertThat(lens()).isEqualTo(Lens.OPEN.labelled("app=web"));
    }

    @Test
    void figuresAreGroupedByOneThingOrNothing() {
        interact(() -> choice(0).setSelected(true));
        assertThat(onScreen(() -> menu("#lens-grouping").getText())).isEqualTo("By namespace");

        interact(() -> choice(1).setSelected(true));
        assertThat(onScreen(() -> workspace.groupingProperty().get())).isEqualTo(new Grouping.ByOwner());

        interact(() -> menu("#lens-grouping").getItems().getLast().fire());
        assertThat(onScreen(() -> workspace.groupingProperty().get().isNone())).isTrue();
        assertThat(onScreen(() -> menu("#lens-grouping").getText())).isEqualTo("Not grouped");
    }

    @Test
    void theBarIsThereWhileALiveClusterIsAndLeavesNothingBehind() {
        interact(() -> workspace.lensProperty().set(Lens.OPEN.in(Set.of("shop"))));

        interact(workspace::design);

        assertThat(onScreen(() -> lookup("#lens-bar").query().isVisible())).isFalse();
        assertThat(lens()).isEqualTo(Lens.OPEN);
    }

    private Lens lens() {
        return onScreen(() -> workspace.lensProperty().get());
    }

    private MenuButton menu(String query) {
        return lookup(query).queryAs(MenuButton.class);
    }

    private CheckMenuItem choice(int number) {
        return (CheckMenuItem) menu("#lens-grouping").getItems().get(number);
    }

    private ToggleButton toggle(String query) {
        return lookup(query).queryAs(ToggleButton.class);
    }
}
