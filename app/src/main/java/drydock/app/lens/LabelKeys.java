package drydock.app.lens;

import drydock.app.workspace.Workspace;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The keys of labels that objects of a project or a cluster can be put together by.
final class LabelKeys {

    /// What controllers tell their own objects apart by: as many values as objects.
    private static final Set<String> OF_CONTROLLERS = Set.of(
            "pod-template-hash",
            "controller-revision-hash",
            "controller-uid",
            "batch.kubernetes.io/controller-uid",
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index",
            "pod-template-generation");

    private LabelKeys() {}

    /// The keys, those that most objects have first.
    static List<String> of(Workspace workspace) {
        Map<String, Integer> counts = new TreeMap<>();
        Stream<HasMetadata> seen =
                workspace.session().stream().flatMap(session -> session.observed().objects().stream());
        Stream.concat(workspace.document().project().lastGoodObjects().stream(), seen)
                .map(object -> object.getMetadata().getLabels())
                .filter(labels -> labels != null)
                .flatMap(labels -> labels.keySet().stream())
                .filter(key -> !OF_CONTROLLERS.contains(key))
                .forEach(key -> counts.merge(key, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
