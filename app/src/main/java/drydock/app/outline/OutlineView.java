package drydock.app.outline;

import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The objects as a tree.
public final class OutlineView extends TreeView<OutlineItem> {

    private final Messages messages = Messages.of(OutlineView.class);
    private final Workspace workspace;
    private Subscription following = Subscription.EMPTY;
    private Set<ResourceId> shown = Set.of();
    private Set<ResourceId> declared = Set.of();
    private boolean followingSelection;

    public OutlineView(Workspace workspace) {
        this.workspace = workspace;
        setId("outline");
        getStyleClass().add("outline");
        setAccessibleText(messages.get("outline.tree"));
        setShowRoot(false);
        setRoot(new TreeItem<>(new OutlineItem.Root()));
        setCellFactory(_ -> new OutlineCell());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<TreeItem<OutlineItem>>)
                _ -> selectedHere());
        workspace.document().projectProperty().subscribe(this::update);
        workspace.sessionProperty().subscribe(this::follow);
        workspace.selection().objectsProperty().subscribe(this::followSelection);
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        following = session.map(s -> s.observed().versionProperty().subscribe(this::update))
                .orElse(Subscription.EMPTY);
        update();
    }

    private void update() {
        Set<ResourceId> nowDeclared =
                Set.copyOf(workspace.document().project().declarations().keySet());
        Set<ResourceId> all = new TreeSet<>(nowDeclared);
        workspace.session().ifPresent(s -> s.observed().objects().forEach(o -> all.add(ResourceId.of(o))));
        if (all.equals(shown) && nowDeclared.equals(declared)) {
            return;
        }
        shown = all;
        declared = nowDeclared;
        followingSelection = true;
        rebuild(all);
        followingSelection = false;
        followSelection(workspace.selection().objects());
    }

    private void rebuild(Set<ResourceId> all) {
        Set<OutlineItem> closed = closed(getRoot());
        Map<String, Map<String, List<ResourceId>>> tree = new TreeMap<>();
        for (ResourceId id : all) {
            tree.computeIfAbsent(id.namespace(), _ -> new TreeMap<>())
                    .merge(
                            id.kind(),
                            List.of(id),
                            (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream())
                                    .toList());
        }
        getRoot().getChildren().clear();
        tree.forEach((namespace, kinds) -> {
            TreeItem<OutlineItem> namespaceItem = item(new OutlineItem.Namespace(namespace), closed);
            kinds.forEach((kind, ids) -> {
                TreeItem<OutlineItem> kindItem = item(new OutlineItem.Kind(kind, ids.size()), closed);
                ids.forEach(id ->
                        kindItem.getChildren().add(new TreeItem<>(new OutlineItem.Leaf(id, declared.contains(id)))));
                namespaceItem.getChildren().add(kindItem);
            });
            getRoot().getChildren().add(namespaceItem);
        });
    }

    private static TreeItem<OutlineItem> item(OutlineItem value, Set<OutlineItem> closed) {
        TreeItem<OutlineItem> item = new TreeItem<>(value);
        item.setExpanded(!closed.contains(value));
        return item;
    }

    private static Set<OutlineItem> closed(TreeItem<OutlineItem> from) {
        Set<OutlineItem> closed = new HashSet<>();
        from.getChildren().forEach(child -> {
            if (!child.isLeaf() && !child.isExpanded()) {
                closed.add(child.getValue());
            }
            closed.addAll(closed(child));
        });
        return closed;
    }

    private void selectedHere() {
        if (followingSelection) {
            return;
        }
        followingSelection = true;
        workspace
                .selection()
                .select(getSelectionModel().getSelectedItems().stream()
                        .filter(item -> item != null && item.getValue() instanceof OutlineItem.Leaf)
                        .map(item -> ((OutlineItem.Leaf) item.getValue()).object())
                        .toList());
        followingSelection = false;
    }

    private void followSelection(List<ResourceId> selected) {
        if (followingSelection) {
            return;
        }
        followingSelection = true;
        getSelectionModel().clearSelection();
        Set<ResourceId> wanted = Set.copyOf(selected);
        select(getRoot(), wanted);
        followingSelection = false;
    }

    private void select(TreeItem<OutlineItem> from, Set<ResourceId> wanted) {
        if (from.getValue() instanceof OutlineItem.Leaf(var id, var _) && wanted.contains(id)) {
            getSelectionModel().select(from);
        }
        from.getChildren().forEach(child -> select(child, wanted));
    }

    private final class OutlineCell extends TreeCell<OutlineItem> {

        @Override
        protected void updateItem(@Nullable OutlineItem item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().remove("observed-only");
            if (empty || item == null) {
                setText(null);
                return;
            }
            switch (item) {
                case OutlineItem.Root() -> setText("");
                case OutlineItem.Namespace(String name) ->
                    setText(name.isEmpty() ? messages.get("outline.cluster") : name);
                case OutlineItem.Kind(String name, int count) -> setText(name + "  " + count);
                case OutlineItem.Leaf(ResourceId object, boolean isDeclared) -> {
                    setText(object.name());
                    if (!isDeclared) {
                        getStyleClass().add("observed-only");
                    }
                }
            }
        }
    }
}
