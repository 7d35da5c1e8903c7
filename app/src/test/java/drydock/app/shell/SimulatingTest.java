package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.simulation.SimulationSession;
import drydock.app.testing.WindowTest;
import drydock.app.timeline.PlayedTime;
import drydock.model.resource.ResourceId;
import drydock.render.scene.FigureId;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The article's Service is played, scaled and watched on the canvas.
class SimulatingTest extends WindowTest {

    @BeforeEach
    void simulate() {
        awaitFigures(SERVICE, CONTROLLER);
        clickOn("#mode-SIMULATION");
        awaitOnScreen("the simulation", () -> !figures("Node").isEmpty());
    }

    @Test
    void fourPodsComeUpOnTheNodesAndAfterScalingTwoStay() {
        play();
        awaitOnScreen("four endpoints", () -> endpoints().size() == 4);
        awaitOnScreen("four running", () -> podsSaying("Ready") == 4);
        assertThat(podsOnNodes()).isEqualTo(4);

        command("kubectl scale rc oldboyedu-nginx --replicas=2");
        awaitOnScreen("two go with their grace", () -> podsSaying("Terminating") == 2);
        awaitOnScreen("two endpoints", () -> endpoints().size() == 2);
        awaitOnScreen("two stay", () -> figures("Pod").size() == 2 && podsSaying("Ready") == 2);
        assertThat(text("#console-output"))
                .contains("$ kubectl scale rc oldboyedu-nginx --replicas=2\n")
                .contains("replicationcontroller/oldboyedu-nginx scaled\n");
    }

    @Test
    void thePodsKeepTheirFiguresWhenTheViewChanges() {
        play();
        awaitOnScreen("four endpoints", () -> endpoints().size() == 4);
        Set<FigureId> pods = podIds();
        assertThat(podsOnNodes()).isEqualTo(4);

        clickOn("#button-nodesView");

        awaitOnScreen("the design", () -> podsOnNodes() == 0);
        assertThat(podIds()).isEqualTo(pods);
    }

    @Test
    void timeStandsStillUntilItIsPlayedAndAStepGoesToTheNextChange() {
        awaitOnScreen("what the controller did at once", () -> figures("Pod").size() == 4);
        assertThat(clock()).isEqualTo("00:00.1");
        assertThat(onScreen(() -> podsSaying("Ready"))).isZero();

        clickOn("#button-step");

        awaitOnScreen("a later time", () -> !clock().equals("00:00.1"));
        assertThat(onScreen(() -> podsSaying("Ready"))).isZero();
    }

    @Test
    void theConsoleSaysWhatKubectlSaysAndRecallsWhatWasTyped() {
        command("kubectl get svc oldboyedu-nginx-svc");
        command("kubectl get nonsense");

        awaitOnScreen("answers", () -> text("#console-output").contains("nonsense\""));
        assertThat(text("#console-output"))
                .contains("NAME                  TYPE       CLUSTER-IP")
                .contains("8888:30000/TCP")
                .contains("error: the server doesn't have a resource type \"nonsense\"");

        clickOn("#console-input").push(KeyCode.UP).push(KeyCode.UP);

        assertThat(lookup("#console-input").queryTextInputControl().getText())
                .isEqualTo("kubectl get svc oldboyedu-nginx-svc");
    }

    @Test
    void aWatchIsStoppedByTheKeysAndTheTabulatorCompletes() {
        command("kubectl get rc -w");
        awaitOnScreen("rows", () -> text("#console-output").contains("oldboyedu-nginx   4"));

        push(KeyCode.CONTROL, KeyCode.C);
        awaitOnScreen("the end of it", () -> !lookup("#console-stop").query().isVisible());
        assertThat(text("#console-output")).endsWith("^C\n");

        write("kubectl sca").push(KeyCode.TAB).write("rc oldb").push(KeyCode.TAB);
        assertThat(onScreen(
                        () -> lookup("#console-input").queryTextInputControl().getText()))
                .isEqualTo("kubectl scale rc oldboyedu-nginx ");
    }

    @Test
    void whatIsTypedAheadIsCountedAndDoneInTurnOnceTheCommandBeforeItIsStopped() {
        command("kubectl get rc -w");
        awaitOnScreen("rows", () -> text("#console-output").contains("oldboyedu-nginx   4"));

        command("kubectl get svc -o name");
        command("kubectl get rc -o name");
        awaitOnScreen("two that wait", () -> ahead().equals("2 waiting"));
        assertThat(text("#console-output")).doesNotContain("-o name");

        push(KeyCode.CONTROL, KeyCode.C);

        awaitOnScreen(
                "both answers",
                () -> text("#console-output")
                        .endsWith("$ kubectl get rc -o name\nreplicationcontroller/oldboyedu-nginx\n"));
        assertThat(text("#console-output"))
                .contains("$ kubectl get svc -o name\n")
                .contains("service/oldboyedu-nginx-svc\n");
        assertThat(onScreen(() -> lookup("#console-ahead").query().isVisible())).isFalse();
    }

    @Test
    void theSpeedThatIsChosenIsPlayedAndOneThatIsNotAmongThemIsAdded() {
        clickOn("#simulation-speed").type(KeyCode.END).type(KeyCode.ENTER);
        awaitOnScreen("the fastest", () -> time().speedProperty().get() == PlayedTime.AS_FAST_AS_IT_GOES);

        interact(() -> time().speedProperty().set(3.5));

        awaitOnScreen(
                "a speed of its own",
                () -> speed().getValue() == 3.5 && speed().getItems().contains(3.5));
        interact(() -> speed().setValue(2.0));
        assertThat(onScreen(() -> time().speedProperty().get())).isEqualTo(2.0);
        assertThat(onScreen(() -> speed().getItems())).doesNotContain(3.5);
    }

    @Test
    void designIsAsItWasWhenTheSimulationIsLeft() {
        play();
        awaitOnScreen("four endpoints", () -> endpoints().size() == 4);

        clickOn("#mode-DESIGN");

        awaitOnScreen("no Pods", () -> figures("Pod").isEmpty());
        assertThat(onScreen(() -> workspace().document().history().isDirty())).isFalse();
        assertThat(lookup("#simulation-clock").tryQuery()).isEmpty();
    }

    private void play() {
        interact(() -> speed().setValue(10.0));
        clickOn("#button-play");
    }

    private ComboBox<Double> speed() {
        return lookup("#simulation-speed").queryComboBox();
    }

    private PlayedTime time() {
        return (SimulationSession) workspace().session().orElseThrow();
    }

    private String ahead() {
        return lookup("#console-ahead").queryLabeled().getText();
    }

    private String clock() {
        return onScreen(
                () -> lookup("#simulation-clock").queryTextInputControl().getText());
    }

    private void command(String line) {
        clickOn("#console-input").write(line).push(KeyCode.ENTER);
    }

    private Set<FigureId> endpoints() {
        return canvas().scene().figures().stream()
                .map(figure -> figure.id())
                .filter(id -> id instanceof FigureId.Edge(String relation, ResourceId from, ResourceId _)
                        && relation.equals("endpoint_ready")
                        && from.equals(SERVICE))
                .collect(Collectors.toSet());
    }

    private long podsSaying(String word) {
        return figures("Pod").stream()
                .filter(figure -> writing(figure).contains(word))
                .count();
    }

    private Set<FigureId> podIds() {
        return onScreen(() -> figures("Pod").stream().map(figure -> figure.id()).collect(Collectors.toSet()));
    }

    private long podsOnNodes() {
        return onScreen(() -> figures("Pod").stream()
                .filter(figure -> figure.parent()
                        .filter(id -> id instanceof FigureId.Of(ResourceId node)
                                && node.kind().equals("Node"))
                        .isPresent())
                .count());
    }
}
