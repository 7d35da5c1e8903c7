package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.manifest.YamlNode.Sequence;
import java.util.Optional;

/// The way between fields and the nodes that hold them.
record NodePath(YamlNode root) {

    /// The node at `field`, aliases and merges followed on the way but not at its end.
    Optional<YamlNode> find(FieldPath field) {
        Optional<YamlNode> node = Optional.of(root);
        for (FieldPath.Step step : field.steps()) {
            node = node.flatMap(n -> child(n, step));
        }
        return node;
    }

    /// The node at `field`, or at the nearest parent that is there.
    YamlNode nearest(FieldPath field) {
        YamlNode node = root;
        for (FieldPath.Step step : field.steps()) {
            Optional<YamlNode> child = child(node, step);
            if (child.isEmpty()) {
                return node;
            }
            node = child.get();
        }
        return node;
    }

    static Optional<YamlNode> child(YamlNode node, FieldPath.Step step) {
        return switch (node.resolved()) {
            case Mapping mapping when step instanceof FieldPath.Key(String name) -> mapping.get(name);
            case Sequence sequence
            when step instanceof FieldPath.Index(int position)
                    && position < sequence.items().size() ->
                Optional.of(sequence.items().get(position));
            case Mapping _, Sequence _, Scalar _, YamlNode.Alias _ -> Optional.empty();
        };
    }
}
