package drydock.app.terminal;

import drydock.app.logs.PodsOf;
import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.render.theme.Theme;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// The terminals that are open, each in a tab of its own. A tab that is closed hangs up.
public final class TerminalTabs {

    private static final String DEFAULT = "kubectl.kubernetes.io/default-container";

    private final Messages messages = Messages.of(TerminalTabs.class);
    private final Workspace workspace;
    private final ObservableValue<Theme> theme;
    private final Consumer<Tab> show;

    /// @param show brings a tab to the front, into the window if it is not there
    public TerminalTabs(Workspace workspace, ObservableValue<Theme> theme, Consumer<Tab> show) {
        this.workspace = workspace;
        this.theme = theme;
        this.show = show;
    }

    /// The Pod that a terminal for an object would be in: one that runs.
    static Optional<Pod> podOf(ClusterSession session, ResourceId object) {
        return PodsOf.of(session.observed(), object).stream()
                .filter(pod -> pod.getStatus() != null
                        && "Running".equals(pod.getStatus().getPhase())
                        && pod.getMetadata().getDeletionTimestamp() == null)
                .findFirst();
    }

    /// Opens one in a Pod of the cluster that is looked at.
    void open(ResourceId object) {
        workspace.session().ifPresent(session -> podOf(session, object).ifPresent(pod -> open(session, pod)));
    }

    private void open(ClusterSession session, Pod pod) {
        ExecutorService inTurn = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("terminal").factory());
        ResourceId id = ResourceId.of(pod);
        TerminalView view = new TerminalView(session, id, containers(pod), theme, workspace.tasks(), inTurn);
        Tab tab = new Tab(messages.get("terminal.tab", id.name()), view);
        tab.setGraphic(new FontIcon("fth-terminal"));
        tab.setTooltip(new Tooltip(session.info().name() + "\n" + id.namespace() + "/" + id.name()));
        tab.setOnClosed(_ -> {
            view.close();
            inTurn.shutdown();
        });
        session.whenClosed(view::close);
        show.accept(tab);
        view.enter();
    }

    private static List<String> containers(Pod pod) {
        String first = Objects.requireNonNullElse(pod.getMetadata().getAnnotations(), Map.<String, String>of())
                .getOrDefault(DEFAULT, "");
        List<String> names = new ArrayList<>(
                pod.getSpec().getContainers().stream().map(Container::getName).toList());
        Optional.ofNullable(pod.getSpec().getEphemeralContainers()).stream()
                .flatMap(List::stream)
                .forEach(each -> names.add(each.getName()));
        names.sort(Comparator.comparing(name -> !name.equals(first)));
        return names;
    }
}
