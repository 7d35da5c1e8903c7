package drydock.app.logs;

import drydock.app.dialog.Dialogs;
import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// The logs that are open, each in a tab of its own. A tab that is closed follows nothing any more.
public final class LogTabs {

    private record Key(ClusterSession session, ResourceId object) {}

    private final Messages messages = Messages.of(LogTabs.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Consumer<Tab> show;
    private final Map<Key, Tab> open = new HashMap<>();

    /// @param show brings a tab to the front, into the window if it is not there
    public LogTabs(Workspace workspace, Dialogs dialogs, Consumer<Tab> show) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.show = show;
    }

    /// Shows the logs of an object of the cluster that is looked at.
    public void open(ResourceId object) {
        workspace
                .session()
                .ifPresent(session -> show.accept(open.computeIfAbsent(new Key(session, object), this::tab)));
    }

    private Tab tab(Key key) {
        LogView view = new LogView(key.session(), key.object(), workspace.tasks(), dialogs);
        Tab tab = new Tab(messages.get("logs.tab", key.object().name()), view);
        tab.setGraphic(new FontIcon("fth-align-left"));
        tab.setTooltip(new Tooltip(
                messages.get("logs.of", key.object().kind(), key.object().name()) + "\n"
                        + key.session().info().name()));
        tab.setOnClosed(_ -> {
            view.close();
            open.remove(key);
        });
        key.session().whenClosed(() -> {
            view.close();
            tab.setText(messages.get("logs.tab.over", key.object().name()));
        });
        return tab;
    }
}
