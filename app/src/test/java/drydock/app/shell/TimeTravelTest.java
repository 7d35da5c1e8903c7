package drydock.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.action.Action;
import drydock.app.testing.WindowTest;
import drydock.app.timeline.SimulationTime;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.scene.FigureId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The time of a simulation is commanded: back, forward, aside.
class TimeTravelTest extends WindowTest {

    @BeforeEach
    void simulate() {
        awaitFigures(SERVICE, CONTROLLER);
        clickOn("#mode-SIMULATION");
        awaitOnScreen("the simulation", () -> !figures("Node").isEmpty());
    }

    @Test
    void thePastIsSeenWhereTheBarIsPressedAndThePresentIsStillThere() {
        goTo("00:30");
        awaitOnScreen("ready", () -> podsSaying("Ready") == 4);

        clickOn(onTrack(0.04));

        awaitOnScreen(
                "nothing ready yet",
                () -> time().pastProperty().get().isPresent()
                        && figures("Pod").size() == 4
                        && podsSaying("Ready") == 0);
        clickOn("#button-present");
        awaitOnScreen("the present", () -> podsSaying("Ready") == 4);
        assertThat(onScreen(() -> time().elapsedProperty().get())).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void keysGoBackAndForthOnTheBar() {
        goTo("30");
        clickOn(onTrack(0.5));
        awaitOnScreen("the middle", () -> seenSeconds() > 13 && seenSeconds() < 17);
        double middle = onScreen(this::seenSeconds);

        push(KeyCode.LEFT);
        awaitOnScreen("a second earlier", () -> Math.abs(seenSeconds() - (middle - 1)) < 0.01);
        push(KeyCode.HOME);
        awaitOnScreen("the start", () -> seenSeconds() == 0);
        assertThat(onScreen(() -> figures("Pod"))).isEmpty();
        push(KeyCode.END);
        awaitOnScreen("the present", () -> time().pastProperty().get().isEmpty());

        clickOn("#button-stepBack");
        awaitOnScreen("the last change", () -> time().pastProperty().get().isPresent());
        Duration last = onScreen(this::seen);
        clickOn("#button-stepBack");
        awaitOnScreen("the change before it", () -> seen().compareTo(last) < 0);
        clickOn("#button-step");
        awaitOnScreen("the last change again", () -> seen().equals(last));
    }

    @Test
    void playingInThePastComesToThePresentAndGoesOn() {
        goTo("00:20");
        push(KeyCode.ESCAPE);
        clickOn(onTrack(0.2));
        awaitOnScreen("the past", () -> time().pastProperty().get().isPresent());
        interact(() -> time().speedProperty().set(60));

        clickOn("#button-play");

        awaitOnScreen(
                "beyond it",
                () -> time().pastProperty().get().isEmpty()
                        && time().elapsedProperty().get().compareTo(Duration.ofSeconds(21)) > 0);
    }

    @Test
    void itRunsUntilAllIsAvailableAndStopsThere() {
        clickOn("#simulation-until").clickOn("#until-available");

        awaitOnScreen(
                "all ready, and time stands",
                () -> podsSaying("Ready") == 4 && !time().playingProperty().get());
        assertThat(onScreen(() -> time().elapsedProperty().get())).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void aForkGoesItsOwnWayAndIsCompared() {
        goTo("00:30");
        awaitOnScreen("ready", () -> podsSaying("Ready") == 4);
        command("kubectl scale rc oldboyedu-nginx --replicas=1");
        goTo("02:00");
        awaitOnScreen("one is left", () -> figures("Pod").size() == 1);

        clickOn(onTrack(0.2));
        awaitOnScreen("before it", () -> figures("Pod").size() == 4);
        fork();
        scaleToSix();

        assertThat(comparedWithFirst())
                .contains("oldboyedu-nginx")
                .contains("6/6")
                .contains("1/1");
        clickOn("Close");

        clickOn("#simulation-branches").clickOn("#branch-0");
        awaitOnScreen(
                "the first run as it was left",
                () -> figures("Pod").size() == 1 || figures("Pod").size() == 4);
        interact(() -> time().goToPresent());
        awaitOnScreen("one there", () -> figures("Pod").size() == 1);
    }

    @Test
    void aRunThatHasNotComeSoFarGoesOnToTheMomentAtWhichItIsCompared() {
        goTo("00:30");
        awaitOnScreen("ready", () -> podsSaying("Ready") == 4);
        fork();
        scaleToSix();

        assertThat(comparedWithFirst()).contains("6/6").contains("4/4");
        clickOn("Close");
    }

    @Test
    void theBarKeepsTheFocusWhenAnotherRunIsShown() {
        goTo("00:30");
        awaitOnScreen("ready", () -> podsSaying("Ready") == 4);

        fork();

        awaitOnScreen("the same button", () -> lookup("#button-fork").query().isFocused());
    }

    @Test
    void commandsAndWarningsAreMarkedOnTheBar() {
        command("kubectl run broken --image=nowhere.invalid/nothing:1 --overrides='{}'");
        command("kubectl scale rc oldboyedu-nginx --replicas=2");
        goTo("00:20");

        awaitOnScreen(
                "marks",
                () -> time().marks().stream()
                        .anyMatch(mark -> mark.text().equals("kubectl scale rc oldboyedu-nginx --replicas=2")));
        assertThat(lookup(".command-mark").queryAll()).isNotEmpty();
    }

    @Test
    void aNodeFailsByTheMenuAndTheConsoleShowsTheLine() {
        goTo("00:30");
        awaitOnScreen("ready", () -> podsSaying("Ready") == 4);
        ResourceId node = ResourceId.of(Kinds.NODE, "", "node-1");

        interact(() -> window().faultsOf(node).stream()
                .filter(one -> one.id().equals("nodeLost"))
                .forEach(Action::runIfEnabled));
        goTo("02:00");

        awaitOnScreen(
                "the node unknown", () -> writing(figure(node).orElseThrow()).contains("Unknown"));
        assertThat(text("#console-output")).contains("$ fault node-lost node-1");
    }

    @Test
    void whyLeadsFromThePodToTheUser() {
        goTo("00:30");
        awaitOnScreen("ready", () -> podsSaying("Ready") == 4);
        interact(() -> workspace().selection().select(List.of(pod())));

        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);

        awaitOnScreen("the chain", () -> lookup("#why").tryQuery().isPresent());
        assertThat(lookup(".why-did").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList())
                .first()
                .isEqualTo("You created ReplicationController oldboyedu-nginx");
        clickOn("Close");
    }

    @Test
    void aSavedRunIsOpenedAtTheMomentAtWhichItWasSaved() throws IOException {
        goTo("00:30");
        awaitOnScreen("ready", () -> podsSaying("Ready") == 4);
        clickOn(onTrack(0.04));
        awaitOnScreen("the past", () -> time().pastProperty().get().isPresent());
        double moment = onScreen(this::seenSeconds);
        Path file = folder.resolve("run.drydock-run");

        run("runSave");
        awaitOnScreen("the file", () -> Files.exists(file));
        clickOn("#mode-DESIGN");
        awaitOnScreen("the design", () -> figures("Pod").isEmpty());
        Files.copy(file, folder.resolve("chosen"));
        run("runOpen");

        awaitOnScreen(
                "the moment",
                () -> workspace().session().isPresent()
                        && Math.abs(seenSeconds() - moment) < 0.001
                        && figures("Pod").size() == 4);
        assertThat(onScreen(() -> time().elapsedProperty().get())).isEqualTo(Duration.ofSeconds(30));
    }

    private ResourceId pod() {
        return ((FigureId.Of) figures("Pod").getFirst().id()).object();
    }

    private SimulationTime time() {
        return (SimulationTime) workspace().session().orElseThrow();
    }

    private double seenSeconds() {
        return seen().toMillis() / 1000.0;
    }

    /// The moment that is seen, exactly: changes may be less than a millisecond apart.
    private Duration seen() {
        return time().pastProperty().get().orElse(time().elapsedProperty().get());
    }

    private void fork() {
        clickOn("#button-fork");
        awaitOnScreen(
                "a second run", () -> lookup("#simulation-branches").query().isVisible());
    }

    private void scaleToSix() {
        command("kubectl scale rc oldboyedu-nginx --replicas=6");
        goTo("02:00");
        awaitOnScreen("six here", () -> podsSaying("Ready") == 6);
    }

    /// The differences from the first run, as they are shown.
    private String comparedWithFirst() {
        clickOn("#simulation-branches").clickOn("#compare-0");
        awaitOnScreen("differences", () -> lookup("#comparison").tryQuery().isPresent());
        return onScreen(() ->
                lookup("#comparison").<TableView<Object>>query().getItems().toString());
    }

    private void goTo(String moment) {
        clickOn("#simulation-clock")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write(moment)
                .push(KeyCode.ENTER);
        awaitOnScreen(
                "there",
                () -> !time().playingProperty().get()
                        && time().elapsedProperty().get().compareTo(Duration.ofSeconds(20)) >= 0);
    }

    private Point2D onTrack(double share) {
        Node track = lookup("#time-track").query();
        return onScreen(() -> {
            Bounds bounds = track.localToScreen(track.getLayoutBounds());
            return new Point2D(bounds.getMinX() + 7 + (bounds.getWidth() - 14) * share, bounds.getCenterY());
        });
    }

    private void run(String action) {
        interact(() -> window().actions().stream()
                .filter(one -> one.id().equals(action))
                .forEach(Action::runIfEnabled));
    }

    private void command(String line) {
        clickOn("#console-input").write(line).push(KeyCode.ENTER);
    }

    private long podsSaying(String word) {
        return figures("Pod").stream()
                .filter(figure -> writing(figure).contains(word))
                .count();
    }
}
