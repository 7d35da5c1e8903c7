package drydock.app.outline;

import drydock.model.resource.ResourceId;
import java.util.Optional;

/// One line of the outline; the same line in every state of the project, so that it stays open and selected.
sealed interface OutlineItem {

    /// All there is.
    record Root() implements OutlineItem {}

    /// A namespace; empty for objects that live in none.
    record Namespace(String name) implements OutlineItem {}

    /// The objects of one kind in a namespace that nobody owns.
    record Kind(String namespace, String name) implements OutlineItem {}

    /// An object.
    ///
    /// @param declared whether the project declares it; else only the cluster holds it
    record Leaf(ResourceId object, boolean declared) implements OutlineItem {}

    /// A container of a Pod, or of a workload's template.
    ///
    /// @param sort when it runs
    record Container(ResourceId object, String name, Sort sort) implements OutlineItem {}

    /// When a container runs: before the others, as long as the Pod, or for once beside it.
    enum Sort {
        INIT,
        MAIN,
        EPHEMERAL
    }

    /// The object that the line is about.
    default Optional<ResourceId> about() {
        return switch (this) {
            case Leaf(ResourceId id, boolean _) -> Optional.of(id);
            case Container(ResourceId id, String _, Sort _) -> Optional.of(id);
            case Root _, Namespace _, Kind _ -> Optional.empty();
        };
    }
}
