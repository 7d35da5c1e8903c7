package drydock.app.lens;

import drydock.app.action.Action;
import drydock.app.observe.Lens;
import drydock.app.observe.Observed;
import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.LabelSelector;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/// What of a live cluster is looked at. It is there while one is.
public final class LensBar extends FlowPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final Duration AFTER_TYPING = Duration.millis(300);

    private final Messages messages = Messages.of(LensBar.class);
    private final Workspace workspace;
    private final ToggleButton applications = way("lens-applications");
    private final ToggleButton nodes = way("lens-nodes");
    private final ToggleButton network = way("lens-network");
    private final CheckChoice namespaces;
    private final CheckChoice kinds;
    private final TextField labels = new TextField();
    private final MenuButton grouping = new MenuButton();
    private final ToggleButton troubled = new ToggleButton();
    private final Button reset = new Button();
    private Subscription following = Subscription.EMPTY;

    public LensBar(Workspace workspace, GroupingActions groups) {
        super(8, 6);
        this.workspace = workspace;
        setId("lens-bar");
        getStyleClass().add("lens-bar");
        setAlignment(Pos.CENTER_LEFT);
        namespaces = new CheckChoice(
                "lens-namespaces",
                messages.get("lens.namespaces"),
                messages.get("lens.search"),
                ticked -> set(lens().in(ticked)));
        kinds = new CheckChoice("lens-kinds", messages.get("lens.kinds"), messages.get("lens.search"), this::showOnly);
        labels.setId("lens-labels");
        labels.setPromptText(messages.get("lens.labels"));
        labels.setAccessibleText(messages.get("lens.labels"));
        PauseTransition typed = new PauseTransition(AFTER_TYPING);
        typed.setOnFinished(_ -> setLabels());
        labels.textProperty().subscribe((_, _) -> typed.playFromStart());
        labels.setOnAction(_ -> setLabels());
        grouping.setId("lens-grouping");
        grouping.setMinWidth(0);
        grouping.getItems()
                .setAll(groups.actions().stream().map(Action::menuItem).toList());
        troubled.setId("lens-troubled");
        troubled.setText(messages.get("lens.troubled"));
        troubled.setGraphic(new FontIcon("fth-alert-circle"));
        troubled.setOnAction(_ -> set(lens().onlyTroubled(troubled.isSelected())));
        reset.setId("lens-reset");
        reset.managedProperty().bind(reset.visibleProperty());
        reset.setGraphic(new FontIcon("fth-x"));
        reset.setTooltip(new Tooltip(messages.get("lens.reset")));
        reset.setAccessibleText(messages.get("lens.reset"));
        reset.setOnAction(_ -> set(Lens.OPEN));
        applications.setOnAction(_ -> look(Lens.Path.APPLICATION, false));
        nodes.setOnAction(_ -> look(Lens.Path.APPLICATION, true));
        network.setOnAction(_ -> look(Lens.Path.NETWORK, false));
        HBox ways = new HBox(2, applications, nodes, network);
        getChildren().setAll(ways, namespaces, kinds, grouping, labels, troubled, reset);
        managedProperty().bind(visibleProperty());
        workspace.lensProperty().subscribe(_ -> show());
        workspace.groupingProperty().subscribe(_ -> grouping.setText(groups.chosen()));
        workspace.nodesViewProperty().subscribe((_, _) -> show());
        workspace.sessionProperty().subscribe(this::follow);
    }

    private ToggleButton way(String id) {
        ToggleButton button = new ToggleButton(messages.get(id.replace("lens-", "lens.")));
        button.setId(id);
        return button;
    }

    private Lens lens() {
        return workspace.lensProperty().get();
    }

    private void set(Lens wanted) {
        workspace.lensProperty().set(wanted);
    }

    private void look(Lens.Path path, boolean onNodes) {
        workspace.nodesViewProperty().set(onNodes);
        set(lens().along(path));
        show();
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        boolean live = session.filter(s -> !s.info().simulated()).isPresent();
        setVisible(live);
        if (!live) {
            set(Lens.OPEN);
            following = Subscription.EMPTY;
            return;
        }
        following = session.map(s -> s.observed().versionProperty().subscribe(_ -> show()))
                .orElse(Subscription.EMPTY);
    }

    private void show() {
        Lens lens = lens();
        boolean onNetwork = lens.path() == Lens.Path.NETWORK;
        network.setSelected(onNetwork);
        nodes.setSelected(!onNetwork && workspace.nodesViewProperty().get());
        applications.setSelected(!onNetwork && !workspace.nodesViewProperty().get());
        troubled.setSelected(lens.troubledOnly());
        reset.setVisible(!lens.isOpen());
        if (labels.getText().isBlank() != lens.labels().isBlank() && !labels.isFocused()) {
            labels.setText(lens.labels());
        }
        workspace
                .session()
                .filter(_ -> isVisible())
                .map(ClusterSession::observed)
                .ifPresent(this::show);
    }

    private void show(Observed observed) {
        Set<String> allNamespaces = observed.namespaces();
        Set<String> allKinds = observed.kinds();
        Lens lens = lens();
        namespaces.offer(allNamespaces);
        namespaces.show(lens.namespaces());
        namespaces.setText(
                switch (lens.namespaces().size()) {
                    case 0 -> messages.get("lens.namespaces.all", allNamespaces.size());
                    case 1 -> lens.namespaces().iterator().next();
                    default ->
                        messages.get("lens.namespaces.some", lens.namespaces().size());
                });
        Set<String> shown = new HashSet<>(allKinds);
        shown.removeAll(lens.hidden());
        kinds.offer(allKinds);
        kinds.show(shown);
        kinds.setText(
                shown.size() == allKinds.size()
                        ? messages.get("lens.kinds.all")
                        : messages.get("lens.kinds.some", shown.size(), allKinds.size()));
    }

    private void showOnly(Set<String> ticked) {
        Set<String> hidden = new HashSet<>(lens().hidden());
        workspace
                .session()
                .ifPresent(session -> hidden.addAll(session.observed().kinds()));
        hidden.removeAll(ticked);
        set(lens().without(hidden));
    }

    private void setLabels() {
        String typed = labels.getText().strip();
        boolean right = isSelector(typed);
        labels.pseudoClassStateChanged(WRONG, !right);
        if (right && !typed.equals(lens().labels())) {
            set(lens().labelled(typed));
        }
    }

    private static boolean isSelector(String text) {
        try {
            return text.isEmpty() || LabelSelector.parse(text) != null;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }
}
