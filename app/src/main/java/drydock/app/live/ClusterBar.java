package drydock.app.live;

import drydock.app.replay.ReplaySession;
import drydock.app.session.ClusterSession;
import drydock.app.session.TakenFrom;
import drydock.app.settings.ClusterColour;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/// The live clusters and recordings that are open, as tabs in the colours that the user gave them, and what can be done
/// with the one that is looked at. It is there while one is, or a copy of one.
public final class ClusterBar extends HBox {

    private final Messages messages = Messages.of(ClusterBar.class);
    private final Workspace workspace;
    private final OpenClusters clusters;
    private final Settings settings;
    private final HBox tabs = new HBox(2);
    private final Label insecure = new Label();
    private final Label certificate = new Label();
    private final PauseTransition certificateAges = new PauseTransition();
    private final Label narrowed = new Label();
    private final Label said = new Label();
    private final ToggleButton lock = new ToggleButton();
    private final Runnable connect;
    private Subscription unlocking = Subscription.EMPTY;

    /// @param connect asks for one more cluster
    /// @param recording says that the cluster is recorded, and switches it
    /// @param tryOut takes what is seen into a simulation
    public ClusterBar(
            Workspace workspace,
            OpenClusters clusters,
            Settings settings,
            Runnable connect,
            Node recording,
            Node tryOut) {
        super(8);
        this.workspace = workspace;
        this.clusters = clusters;
        this.settings = settings;
        this.connect = connect;
        setId("cluster-bar");
        getStyleClass().add("cluster-bar");
        setAlignment(Pos.CENTER_LEFT);
        tabs.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        said(insecure, "cluster-insecure", "fth-alert-triangle");
        said(certificate, "cluster-certificate", "fth-alert-triangle");
        certificateAges.setOnFinished(_ -> showCertificate());
        said(narrowed, "cluster-narrowed", "fth-info");
        said(said, "cluster-copied", "fth-info");
        lock.managedProperty().bind(lock.visibleProperty());
        lock.setId("live-lock");
        lock.getStyleClass().add("cluster-lock");
        lock.setMinWidth(USE_PREF_SIZE);
        showLock(false);
        lock.setOnAction(_ ->
                clusters.seen().ifPresent(session -> session.unlockedProperty().set(lock.isSelected())));
        getChildren().setAll(tabs, said, space, narrowed, certificate, insecure, tryOut, recording, lock);
        clusters.sessions().addListener((ListChangeListener<ClusterSession>) _ -> show());
        workspace.sessionProperty().subscribe(_ -> show());
        managedProperty().bind(visibleProperty());
    }

    private void said(Label label, String id, String icon) {
        label.setId(id);
        label.getStyleClass().add("cluster-said");
        label.setGraphic(new FontIcon(icon));
        label.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(label.textProperty());
        label.setTooltip(whole);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private void show() {
        Optional<LiveSession> seen = clusters.seen();
        Optional<ClusterSession> shown = clusters.shown();
        Optional<TakenFrom.Origin> copied = workspace
                .session()
                .filter(TakenFrom.class::isInstance)
                .flatMap(session -> ((TakenFrom) session).origin());
        setVisible(shown.isPresent() || copied.isPresent());
        unlocking.unsubscribe();
        unlocking = seen.map(session -> session.unlockedProperty().subscribe(this::showLock))
                .orElse(Subscription.EMPTY);
        lock.setVisible(seen.isPresent());
        tabs.getChildren()
                .setAll(clusters.sessions().stream()
                        .map(session ->
                                tab(session, shown.filter(session::equals).isPresent()))
                        .toList());
        tabs.getChildren().add(more());
        insecure.setText(seen.filter(session -> session.trust() != Kubeconfig.Trust.VERIFIED)
                .map(session -> messages.get("bar.insecure." + session.trust()))
                .orElse(""));
        narrowed.setText(seen.flatMap(session -> session.scope().narrowed())
                .or(() -> namespace(shown).filter(name -> !name.isEmpty()))
                .map(namespace -> messages.get("bar.narrowed", namespace))
                .orElse(""));
        showCertificate();
        said.setText(shown.filter(ReplaySession.class::isInstance)
                .map(session -> ((ReplaySession) session).header())
                .map(header -> messages.get("bar.recording", header.cluster().name(), date(header.start())))
                .or(() -> copied.map(origin -> messages.get("bar.copy", origin.cluster(), date(origin.at()))))
                .orElse(""));
        getStyleClass().removeIf(style -> style.startsWith("cluster-") && !style.equals("cluster-bar"));
        shown.ifPresent(session -> getStyleClass().add(colour(session).styleClass()));
        requestLayout();
    }

    /// Says that the certificate ends or has ended, and looks again when that becomes otherwise.
    private void showCertificate() {
        Instant now = Instant.now();
        Optional<ClientCertificate> shown = clusters.seen().flatMap(LiveSession::certificate);
        certificate.setText(shown.flatMap(one -> CertificateWords.of(messages, "bar.certificate.", one, now))
                .orElse(""));
        certificateAges.stop();
        shown.flatMap(one -> one.untilChange(now)).ifPresent(until -> {
            certificateAges.setDuration(javafx.util.Duration.millis(until.toMillis() + 1_000.0));
            certificateAges.play();
        });
    }

    private static Optional<String> namespace(Optional<ClusterSession> shown) {
        return shown.map(session -> switch (session) {
            case LiveSession live -> live.scope().namespace();
            case ReplaySession replayed -> replayed.header().namespace();
            default -> "";
        });
    }

    private static String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.getDefault())
                .format(at.atZone(ZoneId.systemDefault()));
    }

    private Button more() {
        Button more = new Button("", new FontIcon("fth-plus"));
        more.setId("cluster-connect");
        more.getStyleClass().add("cluster-more");
        more.setTooltip(new Tooltip(messages.get("bar.connect")));
        more.setAccessibleText(messages.get("bar.connect"));
        more.setOnAction(_ -> connect.run());
        return more;
    }

    private void showLock(boolean unlocked) {
        lock.setSelected(unlocked);
        lock.setText(messages.get(unlocked ? "bar.unlocked" : "bar.locked"));
        lock.setGraphic(new FontIcon(unlocked ? "fth-unlock" : "fth-lock"));
        lock.setTooltip(new Tooltip(messages.get(unlocked ? "bar.lock" : "bar.unlock")));
    }

    private ToggleButton tab(ClusterSession session, boolean seen) {
        String name = session.info().name();
        ToggleButton tab = new Tab(session.isRecorded() ? messages.get("bar.recorded", name) : name);
        tab.setSelected(seen);
        tab.getStyleClass().addAll("cluster-tab", colour(session).styleClass());
        tab.setTooltip(new Tooltip(session.info().name() + "\n" + session.info().server() + "\n"
                + session.info().version()));
        Button close = new Button("", new FontIcon("fth-x"));
        close.getStyleClass().add("cluster-close");
        close.setFocusTraversable(false);
        String closes = closes(session);
        close.setAccessibleText(closes);
        close.setTooltip(new Tooltip(closes));
        close.setOnAction(event -> {
            // the tab would take it for its own, and look at what was just closed
            event.consume();
            clusters.leave(session);
        });
        tab.setGraphic(close);
        tab.setOnAction(_ -> {
            tab.setSelected(true);
            clusters.look(session);
        });
        tab.setContextMenu(menu(session));
        return tab;
    }

    /// Which cluster is looked at can be read however narrow the window is; of a long name the beginning.
    private static final class Tab extends ToggleButton {

        private static final double LEAST_EM = 9;

        Tab(String name) {
            super(name);
        }

        @Override
        protected double computeMinWidth(double height) {
            return Math.min(computePrefWidth(height), LEAST_EM * getFont().getSize());
        }
    }

    private ContextMenu menu(ClusterSession session) {
        ContextMenu menu = new ContextMenu();
        Stream.of(ClusterColour.values())
                .map(colour -> colourItem(session, colour))
                .forEach(menu.getItems()::add);
        MenuItem close = new MenuItem(closes(session));
        close.setOnAction(_ -> clusters.leave(session));
        if (session instanceof LiveSession live) {
            CheckMenuItem secrets = new CheckMenuItem(messages.get("bar.secrets"));
            secrets.setSelected(live.secretValuesProperty().get());
            secrets.setOnAction(_ -> live.secretValuesProperty().set(secrets.isSelected()));
            menu.getItems().addAll(new SeparatorMenuItem(), secrets);
        }
        menu.getItems().addAll(new SeparatorMenuItem(), close);
        return menu;
    }

    private String closes(ClusterSession session) {
        return messages.get(
                session.isRecorded() ? "bar.closeRecording" : "bar.close",
                session.info().name());
    }

    private RadioMenuItem colourItem(ClusterSession session, ClusterColour colour) {
        RadioMenuItem item = new RadioMenuItem(messages.get("bar.colour." + colour));
        Region swatch = new Region();
        swatch.getStyleClass().addAll("cluster-swatch", colour.styleClass());
        item.setGraphic(swatch);
        item.setSelected(colour(session) == colour);
        item.setOnAction(_ -> {
            settings.setClusterColour(session.info().server(), colour);
            show();
        });
        return item;
    }

    private ClusterColour colour(ClusterSession session) {
        return settings.clusterColour(session.info().server());
    }
}
