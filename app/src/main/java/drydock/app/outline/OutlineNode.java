package drydock.app.outline;

import java.util.List;

/// One line of the outline and those below it.
record OutlineNode(OutlineItem item, List<OutlineNode> children) {

    OutlineNode {
        children = List.copyOf(children);
    }
}
