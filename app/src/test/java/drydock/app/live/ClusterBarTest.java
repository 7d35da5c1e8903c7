package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.serve.ApiOnLoopback;
import drydock.app.settings.ClusterColour;
import drydock.app.settings.Settings;
import drydock.app.task.Tasks;
import drydock.app.testing.FxTest;
import drydock.app.workspace.Workspace;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tabs of live clusters, on a simulated API server.
class ClusterBarTest extends FxTest {

    private final Locale before = Locale.getDefault();
    private final Workspace workspace = new Workspace(Tasks.inPlace());
    private final OpenClusters clusters = new OpenClusters(workspace);
    private final List<String> asked = new ArrayList<>();

    @TempDir
    private Path folder;

    private Settings settings;
    private ApiOnLoopback served;
    private Kubeconfig kubeconfig;

    @Override
    protected Scene scene() {
        Locale.setDefault(Locale.ENGLISH);
        settings = Settings.in(folder.resolve("settings.properties"));
        ClusterBar bar =
                new ClusterBar(workspace, clusters, settings, () -> asked.add("connect"), new Region(), new Region());
        return new Scene(new VBox(bar), 700, 60);
    }

    @BeforeEach
    void serve() throws Exception {
        served = ApiOnLoopback.start(Simulation.start(SimulationOptions.DEFAULT), 0, OptionalDouble.of(1));
        Path file = folder.resolve("config");
        Files.writeString(file, """
            apiVersion: v1
            kind: Config
            clusters: [{name: it, cluster: {server: "ADDRESS"}}]
            users: [{name: me, user: {}}]
            contexts:
            - {name: prod, context: {cluster: it, user: me}}
            - {name: a-very-long-name-of-a-cluster-in-a-very-long-region, context: {cluster: it, user: me}}
            """.replace("ADDRESS", served.address()));
        kubeconfig = Kubeconfig.read(file);
    }

    @AfterEach
    void close() throws Exception {
        interact(clusters::endAll);
        served.close();
        Locale.setDefault(before);
    }

    @Test
    void eachClusterHasATabAndTheOneThatIsClosedLeavesTheOther() {
        assertThat(onScreen(() -> bar().isVisible())).isFalse();
        open("prod", Optional.empty());
        open("a-very-long-name-of-a-cluster-in-a-very-long-region", Optional.empty());
        assertThat(tabs())
                .extracting(Labeled::getText)
                .containsExactly("prod", "a-very-long-name-of-a-cluster-in-a-very-long-region");
        assertThat(tabs()).extracting(ToggleButton::isSelected).containsExactly(false, true);

        interact(() -> tabs().getFirst().fire());
        assertThat(tabs()).extracting(ToggleButton::isSelected).containsExactly(true, false);
        interact(() -> lookup(".cluster-close").queryButton().fire());

        assertThat(tabs())
                .extracting(Labeled::getText)
                .containsExactly("a-very-long-name-of-a-cluster-in-a-very-long-region");
        interact(() -> lookup("#cluster-connect").queryButton().fire());
        assertThat(asked).containsExactly("connect");
    }

    @Test
    void theMouseClosesTheOneThatIsLookedAtAndTheOneBesideItIsLookedAt() {
        open("prod", Optional.empty());
        open("a-very-long-name-of-a-cluster-in-a-very-long-region", Optional.empty());
        LiveSession first = onScreen(() -> (LiveSession) clusters.sessions().getFirst());

        clickOn(from(tabs().getLast()).lookup(".cluster-close").queryButton());

        assertThat(tabs()).extracting(Labeled::getText).containsExactly("prod");
        assertThat(onScreen(clusters::seen)).contains(first);
        assertThat(onScreen(() -> bar().isVisible())).isTrue();
    }

    @Test
    void whatIsLookedAtCanBeReadHoweverNarrowTheWindowIs() {
        open("a-very-long-name-of-a-cluster-in-a-very-long-region", Optional.of(Duration.ofDays(3)));
        interact(() -> bar().getScene().getWindow().setWidth(420));

        awaitOnScreen("the beginning of its name", () -> tabs().getFirst().getWidth() >= 90);
    }

    @Test
    void aClusterIsLockedUntilItIsUnlocked() {
        open("prod", Optional.empty());
        LiveSession session = onScreen(() -> clusters.seen().orElseThrow());
        assertThat(text("#live-lock")).isEqualTo("Read-only");

        clickOn("#live-lock");

        assertThat(text("#live-lock")).isEqualTo("Changes allowed");
        assertThat(onScreen(() -> session.writable().get())).isTrue();
    }

    @Test
    void theColourOfAServerIsKeptAndShown() {
        open("prod", Optional.empty());
        RadioMenuItem red = onScreen(() -> (RadioMenuItem) tabs().getFirst().getContextMenu().getItems().stream()
                .filter(item -> "Red".equals(item.getText()))
                .findFirst()
                .orElseThrow());

        interact(red::fire);

        assertThat(onScreen(() -> bar().getStyleClass())).contains(ClusterColour.RED.styleClass());
        assertThat(tabs().getFirst().getStyleClass()).contains(ClusterColour.RED.styleClass());
    }

    @Test
    void whatWasSaidOfOneClusterIsNotSaidBesideAnother() {
        open("prod", Optional.empty());
        open("a-very-long-name-of-a-cluster-in-a-very-long-region", Optional.empty());
        awaitOnScreen(
                "what is there is known",
                () -> clusters.sessions().stream()
                        .noneMatch(session -> session.observed().objects().isEmpty()));
        interact(() -> workspace.messageProperty().set("Recorded"));

        interact(() -> tabs().getFirst().fire());

        assertThat(onScreen(() -> workspace.messageProperty().get())).doesNotContain("Recorded");
    }

    @Test
    void plainHttpAndACertificateThatEndsAreSaid() {
        open("prod", Optional.empty());
        assertThat(label("#cluster-insecure").getText()).isEqualTo("Not encrypted");
        assertThat(label("#cluster-certificate").isVisible()).isFalse();

        open("prod", Optional.of(Duration.ofDays(3)));
        assertThat(label("#cluster-certificate").getText()).startsWith("Client certificate expires on");

        open("prod", Optional.of(Duration.ofDays(-1)));
        assertThat(label("#cluster-certificate").getText()).startsWith("Client certificate expired on");
    }

    private void open(String context, Optional<Duration> certificateHolds) {
        LiveCluster cluster = LiveCluster.connect(kubeconfig, context, Optional.empty());
        LiveScope scope = LiveScope.of(cluster, "", "default");
        interact(() -> clusters.open(new LiveSession(
                cluster,
                scope,
                kubeconfig.context(context).orElseThrow().trust(),
                certificateHolds.map(left -> new ClientCertificate(Instant.now().plus(left))),
                "default",
                (_, _, _) -> {
                    throw new IllegalStateException("nothing is run");
                },
                Tasks.onVirtualThreads())));
    }

    private Node bar() {
        return lookup("#cluster-bar").query();
    }

    private List<ToggleButton> tabs() {
        return onScreen(() -> List.copyOf(lookup(".cluster-tab").queryAllAs(ToggleButton.class)));
    }

    private Label label(String query) {
        return lookup(query).queryAs(Label.class);
    }

    private String text(String query) {
        return onScreen(() -> lookup(query).queryAs(Labeled.class).getText());
    }
}
