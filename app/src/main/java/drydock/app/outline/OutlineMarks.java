package drydock.app.outline;

import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The worst that was found of each line: of an object, and of all objects of a kind or a namespace.
///
/// @param groups what was found of the kinds and namespaces
/// @param objects what was found of the objects
record OutlineMarks(Map<OutlineItem, Severity> groups, Map<ResourceId, Severity> objects) {

    OutlineMarks {
        groups = Map.copyOf(groups);
        objects = Map.copyOf(objects);
    }

    static OutlineMarks of(List<Finding> findings) {
        Map<OutlineItem, Severity> groups = new HashMap<>();
        Map<ResourceId, Severity> objects = new HashMap<>();
        for (Finding finding : findings) {
            finding.object().ifPresent(id -> {
                objects.merge(id, finding.severity(), OutlineMarks::worse);
                if (finding.severity() != Severity.ADVICE) {
                    mark(id, finding.severity(), groups);
                }
            });
        }
        return new OutlineMarks(groups, objects);
    }

    private static void mark(ResourceId id, Severity severity, Map<OutlineItem, Severity> groups) {
        groups.merge(new OutlineItem.Kind(id.namespace(), id.kind()), severity, OutlineMarks::worse);
        groups.merge(new OutlineItem.Namespace(id.namespace()), severity, OutlineMarks::worse);
    }

    /// The worst of a line; advice is marked at the object only.
    Optional<Severity> of(OutlineItem item) {
        return switch (item) {
            case OutlineItem.Leaf(ResourceId id, boolean _) -> Optional.ofNullable(objects.get(id));
            case OutlineItem.Kind _, OutlineItem.Namespace _ -> Optional.ofNullable(groups.get(item));
            case OutlineItem.Root _, OutlineItem.Container _ -> Optional.empty();
        };
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
