package drydock.render.figure;

/// Ways to look at the same objects.
public enum View {
    /// The project as it was drawn, with what grew from it beside each workload.
    DESIGN,
    /// The same, and the nodes to the right with the Pods that run on them.
    NODES
}
