package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// How often a DaemonSet's template has changed, which the server keeps in an annotation and the set's Pods
/// carry as a label (`pkg/registry/apps/daemonset/strategy.go`, `pkg/apis/apps/v1/conversion.go`).
final class TemplateGeneration {

    private static final String ANNOTATION = "deprecated.daemonset.template.generation";

    private TemplateGeneration() {}

    static void onCreate(HasMetadata object) {
        if (object instanceof DaemonSet set) {
            put(set, 1);
        }
    }

    static void onUpdate(HasMetadata before, HasMetadata object) {
        if (before instanceof DaemonSet old && object instanceof DaemonSet set) {
            boolean same =
                    Objects.equals(old.getSpec().getTemplate(), set.getSpec().getTemplate());
            put(set, of(old) + (same ? 0 : 1));
        }
    }

    private static long of(DaemonSet set) {
        Map<String, String> annotations = set.getMetadata().getAnnotations();
        String value = annotations == null ? null : annotations.get(ANNOTATION);
        return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : 1;
    }

    private static void put(DaemonSet set, long generation) {
        Map<String, String> annotations =
                new LinkedHashMap<>(Objects.requireNonNullElse(set.getMetadata().getAnnotations(), Map.of()));
        annotations.put(ANNOTATION, Long.toString(generation));
        set.getMetadata().setAnnotations(annotations);
    }
}
