package drydock.app.live;

import drydock.app.settings.ClusterColour;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
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

/// The live clusters that are open, as tabs in the colours that the user gave them, and the lock of the one that is
/// looked at. It is there while a live cluster is.
public final class ClusterBar extends HBox {

    private final Messages messages = Messages.of(ClusterBar.class);
    private final OpenClusters clusters;
    private final Settings settings;
    private final HBox tabs = new HBox(2);
    private final Label insecure = new Label();
    private final Label narrowed = new Label();
    private final ToggleButton lock = new ToggleButton();
    private final Runnable connect;
    private Subscription unlocking = Subscription.EMPTY;

    /// @param connect asks for one more cluster
    public ClusterBar(Workspace workspace, OpenClusters clusters, Settings settings, Runnable connect) {
        super(8);
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
        said(narrowed, "cluster-narrowed", "fth-info");
        lock.setId("live-lock");
        lock.getStyleClass().add("cluster-lock");
        lock.setMinWidth(USE_PREF_SIZE);
        showLock(false);
        lock.setOnAction(_ ->
                clusters.seen().ifPresent(session -> session.unlockedProperty().set(lock.isSelected())));
        getChildren().setAll(tabs, space, narrowed, insecure, lock);
        clusters.sessions().addListener((ListChangeListener<LiveSession>) _ -> show(clusters.seen()));
        workspace.sessionProperty().subscribe(_ -> show(clusters.seen()));
        managedProperty().bind(visibleProperty());
    }

    private void said(Label label, String id, String icon) {
        label.setId(id);
        label.getStyleClass().add("cluster-said");
        label.setGraphic(new FontIcon(icon));
        label.setMinWidth(0);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private void show(Optional<LiveSession> seen) {
        setVisible(seen.isPresent());
        unlocking.unsubscribe();
        unlocking = seen.map(session -> session.unlockedProperty().subscribe(this::showLock))
                .orElse(Subscription.EMPTY);
        tabs.getChildren()
                .setAll(clusters.sessions().stream()
                        .map(session ->
                                tab(session, seen.filter(session::equals).isPresent()))
                        .toList());
        Button more = new Button("", new FontIcon("fth-plus"));
        more.setId("cluster-connect");
        more.getStyleClass().add("cluster-more");
        more.setTooltip(new Tooltip(messages.get("bar.connect")));
        more.setAccessibleText(messages.get("bar.connect"));
        more.setOnAction(_ -> connect.run());
        tabs.getChildren().add(more);
        insecure.setText(seen.filter(session -> session.trust() != Kubeconfig.Trust.VERIFIED)
                .map(session -> messages.get("bar.insecure." + session.trust()))
                .orElse(""));
        narrowed.setText(seen.flatMap(session -> session.scope().narrowed())
                .or(() -> seen.map(session -> session.scope().namespace()).filter(name -> !name.isEmpty()))
                .map(namespace -> messages.get("bar.narrowed", namespace))
                .orElse(""));
        getStyleClass().removeIf(style -> style.startsWith("cluster-") && !style.equals("cluster-bar"));
        seen.ifPresent(session -> getStyleClass().add(colour(session).styleClass()));
    }

    private void showLock(boolean unlocked) {
        lock.setSelected(unlocked);
        lock.setText(messages.get(unlocked ? "bar.unlocked" : "bar.locked"));
        lock.setGraphic(new FontIcon(unlocked ? "fth-unlock" : "fth-lock"));
        lock.setTooltip(new Tooltip(messages.get(unlocked ? "bar.lock" : "bar.unlock")));
    }

    private ToggleButton tab(LiveSession session, boolean seen) {
        ToggleButton tab = new ToggleButton(session.info().name());
        tab.setSelected(seen);
        tab.getStyleClass().addAll("cluster-tab", colour(session).styleClass());
        tab.setTooltip(new Tooltip(session.info().name() + "\n" + session.info().server() + "\n"
                + session.info().version()));
        Button close = new Button("", new FontIcon("fth-x"));
        close.getStyleClass().add("cluster-close");
        close.setFocusTraversable(false);
        close.setAccessibleText(messages.get("bar.close", session.info().name()));
        close.setTooltip(new Tooltip(messages.get("bar.close", session.info().name())));
        close.setOnAction(_ -> clusters.leave(session));
        tab.setGraphic(close);
        tab.setOnAction(_ -> {
            tab.setSelected(true);
            clusters.look(session);
        });
        tab.setContextMenu(menu(session));
        return tab;
    }

    private ContextMenu menu(LiveSession session) {
        ContextMenu menu = new ContextMenu();
        Stream.of(ClusterColour.values())
                .map(colour -> colourItem(session, colour))
                .forEach(menu.getItems()::add);
        CheckMenuItem secrets = new CheckMenuItem(messages.get("bar.secrets"));
        secrets.setSelected(session.secretValuesProperty().get());
        secrets.setOnAction(_ -> session.secretValuesProperty().set(secrets.isSelected()));
        MenuItem close = new MenuItem(messages.get("bar.close", session.info().name()));
        close.setOnAction(_ -> clusters.leave(session));
        menu.getItems().addAll(new SeparatorMenuItem(), secrets, new SeparatorMenuItem(), close);
        return menu;
    }

    private RadioMenuItem colourItem(LiveSession session, ClusterColour colour) {
        RadioMenuItem item = new RadioMenuItem(messages.get("bar.colour." + colour));
        Region swatch = new Region();
        swatch.getStyleClass().addAll("cluster-swatch", colour.styleClass());
        item.setGraphic(swatch);
        item.setSelected(colour(session) == colour);
        item.setOnAction(_ -> {
            settings.setClusterColour(session.info().server(), colour);
            show(clusters.seen());
        });
        return item;
    }

    private ClusterColour colour(LiveSession session) {
        return settings.clusterColour(session.info().server());
    }
}
