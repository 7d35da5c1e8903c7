package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.scene.FigureId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// The window on the real control plane, as the sample's project has it.
@Tag(RealCluster.TAG)
class LiveWindowTest extends ConnectingTest {

    private static final Duration NODE_IS_LOST = Duration.ofSeconds(90);
    /// A Pod that is ended may take its whole grace period of 30 s, and its kubelet some time to say that it is gone.
    private static final Duration GRACE_IS_OVER = Duration.ofMinutes(2);

    @BeforeEach
    void apply() throws Exception {
        RealCluster.kubeconfig();
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            takeAway(cluster);
            onScreen(() -> workspace().document().project().objects()).forEach(cluster::create);
        }
    }

    @AfterEach
    void takeAway() throws Exception {
        if (RealCluster.isThere()) {
            try (LiveCluster cluster = RealCluster.connect("admin")) {
                takeAway(cluster);
            }
        }
    }

    @Test
    void scalingFromOutsideShowsOnTheCanvas(TestReporter reporter) throws Exception {
        connect(RealCluster.kubeconfigFile(), "admin");
        awaitOnScreen("four Pods, each an endpoint", SOON, () -> podsSaying("Ready") == 4 && endpoints() == 4);

        try (LiveCluster outside = RealCluster.connect("admin")) {
            long before = System.nanoTime();
            outside.scale(CONTROLLER, 2);
            awaitOnScreen(
                    "the new number",
                    () -> writing(figure(CONTROLLER).orElseThrow()).contains("2"));
            reporter.publishEntry("milliseconds until shown", String.valueOf((System.nanoTime() - before) / 1_000_000));
        }

        awaitOnScreen("two endpoints", SOON, () -> endpoints() == 2);
        awaitOnScreen("two Pods stay", SOON, () -> podsSaying("Ready") == 2);
        awaitOnScreen("the others go", GRACE_IS_OVER, () -> figures("Pod").size() == 2);
    }

    @Test
    void scalingFromTheMenuAsksAndNamesTheCluster() {
        connect(RealCluster.kubeconfigFile(), "admin");
        awaitOnScreen("four Pods", SOON, () -> podsSaying("Ready") == 4);

        clickOn("#live-lock");
        // by keyboard, for the figures still move while the last objects come in
        interact(() -> {
            canvas().requestFocus();
            workspace().selection().select(List.of(CONTROLLER));
        });
        push(KeyCode.SHIFT, KeyCode.F10).clickOn("#menu-scale");
        Spinner<?> number = lookup("#dialog-number").query();
        clickOn(number.getEditor()).push(KeyCode.CONTROL, KeyCode.A).write("3");
        Set<String> said = lookup(".change .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.toSet());
        clickOn("#act-do");

        assertThat(said)
                .contains("admin", "1 of 4 Pods is ended; 3 stay.")
                .anyMatch(text -> text.startsWith("https://"));
        awaitOnScreen("three Pods stay", SOON, () -> podsSaying("Ready") == 3);
        awaitOnScreen("the other goes", GRACE_IS_OVER, () -> figures("Pod").size() == 3);
    }

    @Test
    void theViewerSeesPodsAndIsToldOnceWhatItMayNotRead() {
        connect(RealCluster.kubeconfigFile(), "viewer");

        awaitOnScreen("what it may see", SOON, () -> figures("Pod").size() == 4);
        awaitOnScreen("what it may not", SOON, () -> !label("#status-refused").isEmpty());
        assertThat(label("#status-refused")).contains("may not read").contains("ReplicationController");
        assertThat(onScreen(() -> lookup("#status-refused")
                        .queryAs(Label.class)
                        .getTooltip()
                        .getText()))
                .contains("403")
                .contains("nodes is forbidden");
        assertThat(onScreen(() ->
                        figures("Node").stream().map(figure -> writing(figure)).toList()))
                .as("of nodes no more is known than what its Pods say of them")
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words).contains("node-").doesNotContain("Ready"));
    }

    @Test
    void anApiServerThatIsKilledAndStartedAgainIsSaidAndSurvived() throws Exception {
        connect(RealCluster.kubeconfigFile(), "admin");
        awaitOnScreen("four Pods", SOON, () -> podsSaying("Ready") == 4);

        RealCluster.crashApiServer(() -> {
            awaitOnScreen(
                    "the outage is said",
                    SOON,
                    () -> label("#status-lost").startsWith("admin has not answered for")
                            && label("#stale-band").startsWith("Stale since"));
            assertThat(onScreen(() -> figures("Pod").size())).isEqualTo(4);
            assertThat(onScreen(() -> figures("Pod").getFirst().opacity())).isLessThan(1);
        });
        awaitOnScreen(
                "the return",
                Duration.ofSeconds(90),
                () -> label("#status-lost").isEmpty());
        try (LiveCluster outside = RealCluster.connect("admin")) {
            outside.scale(CONTROLLER, 1);
        }

        awaitOnScreen("what happens afterwards", SOON, () -> figures("Pod").size() == 1);
        assertThat(onScreen(() -> figures("Pod").getFirst().opacity())).isEqualTo(1);
    }

    @Test
    void whatTheViewerMayNotReadIsSaidStillAfterAnOutage() throws Exception {
        connect(RealCluster.kubeconfigFile(), "viewer");
        awaitOnScreen(
                "all that it may not",
                SOON,
                () -> label("#status-refused").contains("ResourceQuota, LimitRange, Event"));
        String refused = label("#status-refused");

        RealCluster.crashApiServer(() -> {
            awaitOnScreen(
                    "the outage is said", SOON, () -> !label("#status-lost").isEmpty());
            assertThat(label("#status-refused")).isEqualTo(refused);
        });

        awaitOnScreen(
                "the return",
                Duration.ofSeconds(90),
                () -> label("#status-lost").isEmpty()
                        && label("#status-refused").equals(refused)
                        && figures("Pod").size() == 4
                        && figures("Pod").stream().allMatch(figure -> figure.opacity() == 1));
    }

    @Test
    void aNodeThatIsStoppedTurnsItsPods() throws Exception {
        connect(RealCluster.kubeconfigFile(), "admin");
        awaitOnScreen("four Pods", SOON, () -> podsSaying("Ready") == 4);
        Set<FigureId> before = lost();

        RealCluster.node("stop", "node-1");
        try {
            awaitOnScreen("its Pods are lost", NODE_IS_LOST, () -> !lost().isEmpty());
            awaitOnScreen("they are no endpoints", SOON, () -> endpoints() == 4 - lost().size());
        } finally {
            RealCluster.node("start", "node-1");
        }

        assertThat(before).isEmpty();
        awaitOnScreen("all are ready again", NODE_IS_LOST, () -> podsSaying("Ready") == 4 && endpoints() == 4);
    }

    private static void takeAway(LiveCluster cluster) throws InterruptedException {
        for (ResourceId id : List.of(CONTROLLER, SERVICE)) {
            if (cluster.get(id).isPresent()) {
                cluster.delete(id, Deletion.DEFAULT.withGraceSeconds(0));
            }
        }
        RealCluster.await(
                "the Pods are gone",
                Duration.ofSeconds(60),
                () -> cluster.list(Query.in(Kinds.POD, "default").withLabels("app=oldboyedu-web"))
                        .isEmpty());
    }

    private String label(String query) {
        return lookup(query).queryAs(Label.class).getText();
    }

    private long podsSaying(String word) {
        return figures("Pod").stream()
                .filter(figure -> writing(figure).contains(word))
                .count();
    }

    private Set<FigureId> lost() {
        return figures("Pod").stream()
                .filter(figure -> !writing(figure).contains("Ready")
                        || writing(figure).contains("Not ready")
                        || writing(figure).contains("Unknown"))
                .map(figure -> figure.id())
                .collect(Collectors.toSet());
    }

    private long endpoints() {
        return canvas().scene().figures().stream()
                .filter(figure -> figure.id() instanceof FigureId.Edge(String relation, ResourceId from, ResourceId _)
                        && relation.equals("endpoint_ready")
                        && from.equals(SERVICE))
                .count();
    }
}
