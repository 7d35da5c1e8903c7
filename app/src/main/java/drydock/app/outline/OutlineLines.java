package drydock.app.outline;

import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/// The lines of the tree as JavaFX has them, brought in step with what stands below what. Lines that are still there
/// stay the same, open or closed.
final class OutlineLines {

    private final TreeItem<OutlineItem> root = new TreeItem<>(new OutlineItem.Root());

    TreeItem<OutlineItem> root() {
        return root;
    }

    /// Shows these lines.
    ///
    /// @param opened whether all lines are opened, for what was filtered is to be seen
    void show(List<OutlineNode> nodes, boolean opened) {
        show(root, nodes, opened);
    }

    private static void show(TreeItem<OutlineItem> parent, List<OutlineNode> nodes, boolean opened) {
        if (parent instanceof Line line && !opened && line.holds(nodes)) {
            return;
        }
        Map<OutlineItem, TreeItem<OutlineItem>> before = new HashMap<>();
        parent.getChildren().forEach(child -> before.put(child.getValue(), child));
        List<TreeItem<OutlineItem>> lines = new ArrayList<>(nodes.size());
        for (OutlineNode node : nodes) {
            TreeItem<OutlineItem> known = before.get(node.item());
            TreeItem<OutlineItem> line = known == null ? new Line(node.item()) : known;
            show(line, node.children(), opened);
            if (opened && !node.children().isEmpty()) {
                line.setExpanded(true);
            }
            lines.add(line);
        }
        if (!lines.equals(parent.getChildren())) {
            parent.getChildren().setAll(lines);
        }
    }

    /// A line, of which groups are open at first and objects closed. What stands below an object is made into
    /// lines when somebody opens it: of the thousands in a cluster most never are.
    private static final class Line extends TreeItem<OutlineItem> {

        private List<OutlineNode> below = List.of();
        private boolean made;

        Line(OutlineItem item) {
            super(item);
            made = item.about().isEmpty();
            setExpanded(made);
        }

        /// Keeps what stands below it until it is opened.
        ///
        /// @return false where there are lines already, or where it begins or ceases to have any
        boolean holds(List<OutlineNode> nodes) {
            if (made || (nodes.isEmpty() != below.isEmpty() && getParent() != null)) {
                return false;
            }
            below = List.copyOf(nodes);
            return true;
        }

        @Override
        public boolean isLeaf() {
            return made ? super.isLeaf() : below.isEmpty();
        }

        @Override
        public ObservableList<TreeItem<OutlineItem>> getChildren() {
            if (!made) {
                made = true;
                show(this, below, false);
                below = List.of();
            }
            return super.getChildren();
        }
    }

    /// The rows at which these objects stand, in the order of the rows; those in closed lines have none.
    List<Integer> rows(Set<ResourceId> objects) {
        List<Integer> rows = new ArrayList<>();
        count(root, objects, -1, rows);
        return rows;
    }

    /// Opens all lines above these objects.
    void openTo(Set<ResourceId> objects) {
        openTo(root, new HashSet<>(objects));
    }

    private static boolean openTo(TreeItem<OutlineItem> line, Set<ResourceId> objects) {
        boolean below = false;
        if (mayHave(line, objects)) {
            for (TreeItem<OutlineItem> child : children(line)) {
                below |= openTo(child, objects);
            }
        }
        if (below) {
            line.setExpanded(true);
        }
        return below || isWanted(line, objects);
    }

    /// @param row the row of `line`
    /// @return the row of the last line below it
    private static int count(TreeItem<OutlineItem> line, Set<ResourceId> objects, int row, List<Integer> rows) {
        if (isWanted(line, objects)) {
            rows.add(row);
        }
        int last = row;
        if (line.isExpanded() || line.getValue() instanceof OutlineItem.Root) {
            for (TreeItem<OutlineItem> child : children(line)) {
                last = count(child, objects, last + 1, rows);
            }
        }
        return last;
    }

    /// Whether one of these objects may stand below a line, which is not made for this.
    private static boolean mayHave(TreeItem<OutlineItem> line, Set<ResourceId> objects) {
        return !(line instanceof Line held) || held.made || held.below.stream().anyMatch(node -> has(node, objects));
    }

    private static boolean has(OutlineNode node, Set<ResourceId> objects) {
        return (node.item() instanceof OutlineItem.Leaf(ResourceId id, boolean _) && objects.contains(id))
                || node.children().stream().anyMatch(child -> has(child, objects));
    }

    private static List<TreeItem<OutlineItem>> children(TreeItem<OutlineItem> line) {
        return line.isLeaf() ? List.of() : line.getChildren();
    }

    private static boolean isWanted(TreeItem<OutlineItem> line, Set<ResourceId> objects) {
        return line.getValue() instanceof OutlineItem.Leaf(ResourceId id, boolean _) && objects.contains(id);
    }
}
