package drydock.app.outline;

import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.render.scene.FigureId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The objects as a tree, with a field to filter it.
///
/// It follows the selection and sets it. What a cluster changes shows a moment later, all at once, worked out in the
/// background; a project's edit at once.
public final class OutlineView extends VBox {

    private static final Duration PAUSE = Duration.millis(150);

    /// So many times as long as an update takes nothing is updated after it.
    private static final int REST = 4;

    private final Messages messages = Messages.of(OutlineView.class);
    private final Workspace workspace;
    private final Consumer<ResourceId> goTo;
    private final TextField filter = new TextField();
    private final TreeView<OutlineItem> tree = new TreeView<>();
    private final OutlineLines lines = new OutlineLines();
    private final ContextMenu menu = new ContextMenu();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    /// The lines that the tree has made so far, as long as it keeps them; it uses them again and again.
    private final Set<OutlineCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private Function<Optional<FigureId>, List<MenuItem>> menuItems = _ -> List.of();
    private OutlineMarks marks = OutlineMarks.of(List.of());
    private Subscription following = Subscription.EMPTY;
    private List<OutlineNode> shown = List.of();
    private Set<ResourceId> declared = Set.of();
    private Project followed = Project.EMPTY;
    private boolean followingSelection;
    private boolean works;
    private boolean changedMeanwhile;

    /// @param goTo selects an object and shows it on the canvas
    public OutlineView(Workspace workspace, Consumer<ResourceId> goTo) {
        this.workspace = workspace;
        this.goTo = goTo;
        getStyleClass().add("outline-panel");
        filter.setId("outline-filter");
        filter.setPromptText(messages.get("outline.filter"));
        filter.setAccessibleText(messages.get("outline.filter"));
        tree.setId("outline");
        tree.getStyleClass().add("outline");
        tree.setAccessibleText(messages.get("outline.tree"));
        tree.setShowRoot(false);
        tree.setRoot(lines.root());
        tree.setCellFactory(_ -> cell());
        tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        VBox.setMargin(filter, new Insets(0, 12, 0, 12));
        VBox.setVgrow(tree, Priority.ALWAYS);
        getChildren().setAll(filter, tree);
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        tree.setOnContextMenuRequested(this::showMenu);
        tree.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> selectedHere());
        pause.setOnFinished(_ -> updateInBackground());
        filter.textProperty().subscribe(this::update);
        workspace.document().projectProperty().subscribe(this::follow);
        workspace.sessionProperty().subscribe(this::follow);
        workspace.selection().objectsProperty().subscribe(this::followSelection);
        workspace.findingsProperty().subscribe(findings -> mark(OutlineMarks.of(findings)));
    }

    private OutlineCell cell() {
        OutlineCell cell = new OutlineCell(messages, () -> marks, goTo);
        cells.add(cell);
        return cell;
    }

    private void mark(OutlineMarks found) {
        if (!found.equals(marks)) {
            OutlineMarks before = marks;
            marks = found;
            cells.stream()
                    .filter(cell ->
                            cell.getItem() != null && !before.of(cell.getItem()).equals(found.of(cell.getItem())))
                    .forEach(OutlineCell::renew);
        }
    }

    /// Says what the context menu offers, for a figure or for the background.
    public void setMenuItems(Function<Optional<FigureId>, List<MenuItem>> items) {
        menuItems = items;
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        following = session.map(s -> s.observed().versionProperty().subscribe(pause::play))
                .orElse(Subscription.EMPTY);
        update();
    }

    /// What is moved on the canvas changes nothing here. What comes and goes shows at once; what changes within objects
    /// a moment later, for one may be typing it.
    private void follow(Project project) {
        if (project.sharesTextsWith(followed)) {
            return;
        }
        followed = project;
        if (project.declarations().keySet().equals(declared)) {
            pause.play();
        } else {
            update();
        }
    }

    private void update() {
        changedMeanwhile = works;
        show(wanted().lines());
    }

    /// What a cluster with very many objects changes is not worth that the window stands still.
    private void updateInBackground() {
        if (works) {
            changedMeanwhile = true;
            return;
        }
        works = true;
        Wanted wanted = wanted();
        List<OutlineNode> before = shown;
        long begun = System.nanoTime();
        workspace
                .tasks()
                .work(() -> Optional.of(wanted.lines()).filter(lines -> !lines.equals(before)))
                .then(lines -> {
                    works = false;
                    if (!changedMeanwhile) {
                        lines.ifPresent(this::show);
                    }
                    rest(System.nanoTime() - begun);
                })
                .otherwise(failure -> {
                    works = false;
                    throw new IllegalStateException("the lines cannot be worked out", failure);
                })
                .start();
    }

    private void rest(long nanos) {
        pause.setDuration(Duration.millis(Math.max(PAUSE.toMillis(), REST * nanos / 1e6)));
        if (changedMeanwhile) {
            changedMeanwhile = false;
            pause.play();
        }
    }

    /// What the lines are made of.
    private record Wanted(Project project, List<HasMetadata> observed, String filter) {

        List<OutlineNode> lines() {
            Set<ResourceId> declared = project.declarations().keySet();
            SortedMap<ResourceId, Optional<HasMetadata>> objects = new TreeMap<>();
            declared.forEach(id -> objects.put(id, Optional.empty()));
            project.lastGoodObjects().forEach(o -> put(objects, o));
            observed.forEach(o -> put(objects, o));
            return OutlineTree.of(objects, declared, filter);
        }
    }

    private Wanted wanted() {
        Project project = workspace.document().project();
        declared = project.declarations().keySet();
        return new Wanted(
                project,
                workspace
                        .session()
                        .map(s -> List.copyOf(s.observed().objects()))
                        .orElse(List.of()),
                filter.getText());
    }

    private void show(List<OutlineNode> now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        followingSelection = true;
        lines.show(now, !filter.getText().isBlank());
        cells.forEach(OutlineCell::renew);
        followingSelection = false;
        mark(workspace.selection().objects());
    }

    private static void put(SortedMap<ResourceId, Optional<HasMetadata>> objects, HasMetadata object) {
        if (object.getMetadata() != null) {
            objects.put(ResourceId.of(object), Optional.of(object));
        }
    }

    private void selectedHere() {
        if (followingSelection) {
            return;
        }
        Set<ResourceId> selected = new LinkedHashSet<>();
        for (int row : tree.getSelectionModel().getSelectedIndices()) {
            TreeItem<OutlineItem> line = tree.getTreeItem(row);
            if (line != null) {
                line.getValue().about().ifPresent(selected::add);
            }
        }
        followingSelection = true;
        workspace.selection().select(selected);
        followingSelection = false;
    }

    private void followSelection(List<ResourceId> selected) {
        if (followingSelection) {
            return;
        }
        if (selected.size() == 1) {
            followingSelection = true;
            lines.openTo(Set.copyOf(selected));
            followingSelection = false;
        }
        mark(selected);
    }

    /// Selects the lines of these objects, and brings a single one into view.
    private void mark(List<ResourceId> selected) {
        followingSelection = true;
        List<Integer> rows = lines.rows(Set.copyOf(selected));
        if (!rows.equals(List.copyOf(tree.getSelectionModel().getSelectedIndices()))) {
            tree.getSelectionModel().clearSelection();
            if (!rows.isEmpty()) {
                int[] more = rows.stream().skip(1).mapToInt(Integer::intValue).toArray();
                tree.getSelectionModel().selectIndices(rows.getFirst(), more);
            }
            if (rows.size() == 1) {
                tree.scrollTo(Math.max(0, rows.getFirst() - 3));
            }
        }
        followingSelection = false;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            workspace.selection().single().ifPresent(goTo);
            event.consume();
        } else if (event.getCode() == KeyCode.F2) {
            // the tree would take this key for editing in place, which it cannot
            Optional.ofNullable(getScene().getAccelerators().get(new KeyCodeCombination(KeyCode.F2)))
                    .ifPresent(Runnable::run);
            event.consume();
        }
    }

    private void showMenu(ContextMenuEvent event) {
        if (!event.isKeyboardTrigger()) {
            clicked(event.getPickResult().getIntersectedNode())
                    .filter(object -> !workspace.selection().contains(object))
                    .ifPresent(object -> workspace.selection().select(List.of(object)));
        }
        menu.getItems().setAll(menuItems.apply(workspace.selection().last()));
        if (!menu.getItems().isEmpty()) {
            menu.show(tree, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    /// The object of the line that `node` is a part of.
    private static Optional<ResourceId> clicked(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof OutlineCell cell && cell.getItem() != null) {
                return cell.getItem().about();
            }
        }
        return Optional.empty();
    }
}
