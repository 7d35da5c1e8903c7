package drydock.app.outline;

import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The worst that was found of each line: of an object, and of all objects of a kind or a namespace.
final class OutlineMarks {

    private final Map<OutlineItem, Severity> groups = new HashMap<>();
    private final Map<ResourceId, Severity> objects = new HashMap<>();

    OutlineMarks(List<Finding> findings) {
        for (Finding finding : findings) {
            finding.object().ifPresent(id -> {
                objects.merge(id, finding.severity(), OutlineMarks::worse);
                if (finding.severity() != Severity.ADVICE) {
                    mark(id, finding.severity());
                }
            });
        }
    }

    private void mark(ResourceId id, Severity severity) {
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
