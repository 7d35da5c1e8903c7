package drydock.app.outline;

import drydock.model.resource.ResourceId;

/// One line of the outline.
sealed interface OutlineItem {

    /// All there is.
    record Root() implements OutlineItem {}

    /// A namespace; empty for objects that live in none.
    record Namespace(String name) implements OutlineItem {}

    /// The objects of one kind in a namespace.
    record Kind(String name, int count) implements OutlineItem {}

    /// An object.
    ///
    /// @param declared whether the project declares it; else only the cluster holds it
    record Leaf(ResourceId object, boolean declared) implements OutlineItem {}
}
